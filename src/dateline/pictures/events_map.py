"""The map: marks at places that are points, grey for countries of which no place is told. No pin where nothing happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.export.chosen.place_kinds import PlaceKinds
from dateline.model import PlaceKind
from dateline.pictures.captions import say_scope
from dateline.pictures.drawing import INK, finish, load_altair, size_by_count
from dateline.pictures.map_names import ABOVE, ASIDE, BELOW, Frame, choose_names
from dateline.pictures.quads import QUADS, colour_by_quad, shape_by_quad
from dateline.pictures.shapes import Shape, load_shapes
from dateline.situation import Situation

_WIDTH, _HEIGHT = 680, 420
_MARGIN = 3.0  # degrees around what is shown
_LEAST = 12.0  # degrees that a map shows at least
_NO_COUNTRY = (PlaceKind.BORDER, PlaceKind.SEA, PlaceKind.CONTINENT)
_FOR_NAMES = 0.1  # of the width, to the right of the last place
_Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Shown:
    """What the map shows: quad classes by place, and events by country where only that is told."""

    places: dict[tuple[str, float, float], Counter[int]] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)


def plot_map(situation: Situation) -> Any:
    """Return the map of events told as actual.

    A mark stands at each place that is a point, in the shape of the quad class most of its events have; its size says how
    many there are. A country is grey, with their number, where events are told of it without a place.
    """
    shown = _collect(situation)
    events = sum(sum(quads.values()) for quads in shown.places.values()) + sum(shown.countries.values())
    title = f"Where it happened: {events} events"
    caption = say_scope(situation, shown.left_out)
    if shown.countries:
        caption += " Grey with a number: events told of a country or a part of it without a place."
    window = _window(shown)
    land = [_feature(code) for code in load_shapes() if _is_near(code, window)]
    grey = [_feature(code, count) for code, count in shown.countries.items()]
    return finish(_draw(shown, window, grey), title, caption, {"land": land, "grey": grey})


def _collect(situation: Situation) -> _Shown:
    shown, kinds, shapes = _Shown(), PlaceKinds(situation), load_shapes()
    for event in situation.iter_events():
        if event.status != "actual":
            shown.left_out[f"events that are {event.status}"] += 1
        elif event.place is None:
            shown.left_out["events without a place"] += 1
        elif point := kinds.point_of(event):
            key = (event.place, point[1], point[0])
            shown.places.setdefault(key, Counter())[event.quad] += 1
        elif kinds.of(event) not in _NO_COUNTRY and event.country in shapes:
            shown.countries[event.country] += 1
        else:
            shown.left_out["events at borders, seas and continents"] += 1
    return shown


def _draw(shown: _Shown, window: _Box, grey: Sequence[Shape]) -> Any:
    altair = load_altair()
    land = _layer(altair, "land", fill="#f4f2ee", stroke="#b5b0a5")
    areas = _layer(altair, "grey", fill="#cfcac0", stroke="#77726a")
    counts = [_label(feature) for feature in grey]
    numbers = (
        altair.Chart(altair.Data(values=counts))
        .mark_text(fontSize=12, fontWeight="bold", color="#55504a", dy=BELOW)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="count:N")
    )
    places = [
        _place(key, quads) for key, quads in sorted(shown.places.items(), key=lambda item: -sum(item[1].values()))
    ]
    base = altair.Chart(altair.Data(values=places)).encode(longitude="longitude:Q", latitude="latitude:Q")
    marks = base.mark_point(filled=False, stroke=INK, strokeWidth=0.8, opacity=0.95).encode(
        shape=shape_by_quad(), fill=colour_by_quad(),
        size=size_by_count("events", "events", (place["events"] for place in places), (70, 450)),
        tooltip=["place:N", "events:Q", "quad:N"],
    )  # fmt: skip
    named = choose_names(places, counts, Frame(window, _WIDTH, _HEIGHT))
    texts = [numbers, *(_names(altair, named, side) for side in ("right", "left"))]
    layers = altair.layer(land, areas, marks, *(layer for text in texts for layer in (_halo(text), text)))
    sea = altair.ViewConfig(fill="#e9eff3", stroke="#b5b0a5")
    return layers.project(type="mercator", fit=_as_corners(window)).properties(width=_WIDTH, height=_HEIGHT, view=sea)


def _names(altair: Any, named: Sequence[dict[str, Any]], side: str) -> Any:
    """Return the names that stand at one side of their places."""
    is_right = side == "right"
    return (
        altair.Chart(altair.Data(values=[place for place in named if place["side"] == side]))
        .mark_text(
            align="left" if is_right else "right", dx=ASIDE if is_right else -ASIDE, dy=-ABOVE, fontSize=11, color=INK
        )
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="name:N")
    )


def _halo(text: Any) -> Any:
    """Return the same words in white, wider, to lie underneath."""
    below = text.copy()
    below.mark.stroke, below.mark.strokeWidth, below.mark.strokeJoin = "white", 3, "round"
    return below


def _layer(altair: Any, dataset: str, *, fill: str, stroke: str) -> Any:
    return altair.Chart(altair.NamedData(name=dataset)).mark_geoshape(
        fill=fill, stroke=stroke, strokeWidth=0.7, clip=True
    )


def _feature(code: str, count: int = 0) -> Shape:
    return {"type": "Feature", "id": code, "properties": {"count": count}, "geometry": load_shapes()[code]}


def _label(feature: Shape) -> dict[str, Any]:
    """Return the number of a country's events, in the middle of its largest part."""
    ring = max(_outer_rings(feature["geometry"]), key=len)
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    return {
        "longitude": (min(longitudes) + max(longitudes)) / 2,
        "latitude": (min(latitudes) + max(latitudes)) / 2,
        "count": str(feature["properties"]["count"]),
    }


def _place(key: tuple[str, float, float], quads: Counter[int]) -> dict[str, Any]:
    name, longitude, latitude = key
    quad = max(quads, key=lambda q: (quads[q], q))
    return {
        "place": name,
        "longitude": longitude,
        "latitude": latitude,
        "events": sum(quads.values()),
        "quad": QUADS[quad],
    }


def _window(shown: _Shown) -> _Box:
    """Return the part of the world that holds everything shown: west, south, east, north."""
    points = [(longitude, latitude) for _, longitude, latitude in shown.places]
    points += [(label["longitude"], label["latitude"]) for label in (_label(_feature(c)) for c in shown.countries)]
    points = points or [(-170.0, -55.0), (180.0, 75.0)]
    west, east = _widen([p[0] for p in points], 180)
    south, north = _widen([p[1] for p in points], 80)
    return west, south, min(180.0, east + _FOR_NAMES * (east - west)), north


def _as_corners(window: _Box) -> Shape:
    """Return a window as something a projection fits; edges between the corners would bulge towards the poles."""
    west, south, east, north = window
    corners = [[west, south], [west, north], [east, north], [east, south]]
    return {"type": "Feature", "properties": {}, "geometry": {"type": "MultiPoint", "coordinates": corners}}


def _is_near(code: str, window: _Box) -> bool:
    """Tell whether a country can be in the picture, which may be wider or higher than its window."""
    west, south, east, north = window
    spare = max(east - west, north - south)
    longitudes, latitudes = zip(
        *((p[0], p[1]) for ring in _outer_rings(load_shapes()[code]) for p in ring), strict=True
    )
    return bool(
        min(longitudes) <= east + spare
        and max(longitudes) >= west - spare
        and min(latitudes) <= north + spare
        and max(latitudes) >= south - spare
    )


def _outer_rings(geometry: Shape) -> list[list[list[float]]]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [part[0] for part in parts]


def _widen(values: Sequence[float], bound: float) -> tuple[float, float]:
    low, high = min(values) - _MARGIN, max(values) + _MARGIN
    missing = max(0.0, _LEAST - (high - low)) / 2
    return max(-bound, low - missing), min(bound, high + missing)
