"""Shapes of countries as GeoJSON, from an installed package; nothing is downloaded.

countryinfo has 173 of them, good for a map of the size of a page. Those it lacks and a map of Europe or Asia cannot do
without are drawn by us (`data/places/outlines.yaml`); they lie underneath, so that neighbours' borders are the neighbours'.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dateline.errors import MissingExtra
from dateline.knowledge.places.outlines import load_outlines

Shape = dict[str, Any]


@lru_cache(maxsize=1)
def load_shapes() -> dict[str, Shape]:
    """Return the geometry of each country by ISO 3166 alpha-3, ours first; raise MissingExtra without the package."""
    try:
        folder = files("countryinfo") / "data"
    except ModuleNotFoundError as error:
        raise MissingExtra("plot", "a map") from error
    shapes: dict[str, Shape] = {o.country: _as_polygon(o.ring) for o in load_outlines()}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            values = json.loads(entry.read_text(encoding="utf-8"))
            code = (values.get("ISO") or {}).get("alpha3")
            features = (values.get("geoJSON") or {}).get("features") or []
            if code and features and code not in shapes:
                shapes[code] = wind_outward(features[0]["geometry"])
    return shapes


def _as_polygon(ring: tuple[tuple[float, float], ...]) -> Shape:
    points = [[longitude, latitude] for longitude, latitude in ring]
    return wind_outward({"type": "Polygon", "coordinates": [[*points, points[0]]]})


def wind_outward(geometry: Shape) -> Shape:
    """Return a geometry whose outer rings run clockwise: on a sphere the other way means all but the country."""
    if geometry["type"] == "MultiPolygon":
        return {"type": "MultiPolygon", "coordinates": [_wind(rings) for rings in geometry["coordinates"]]}
    return {"type": "Polygon", "coordinates": _wind(geometry["coordinates"])}


def _wind(rings: list[list[list[float]]]) -> list[list[list[float]]]:
    outer, *holes = rings
    return [_turn(outer, clockwise=True), *(_turn(hole, clockwise=False) for hole in holes)]


def _turn(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in pairs)
    return ring if (area > 0) == clockwise else ring[::-1]
