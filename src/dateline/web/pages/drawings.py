"""The map and the network: what a browser draws, and the same as lists for those without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from dateline.errors import BadQuestion
from dateline.knowledge.places.codes import load_country_codes
from dateline.situation import JoinedEvent, Level, Network
from dateline.situation.findings.plain import as_plain
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import MOST_DRAWN, Page
from dateline.web.tables import Table

MOST_NODES = 100
MOST_LISTED = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events told of it. Without a point it is its country as a whole, drawn as an area.

    `doubtful` counts events that are denied, differ between reports, or are not told as done.
    """

    place: str
    country: str | None
    numeric: str | None
    latitude: float | None
    longitude: float | None
    events: int
    conflict: int
    doubtful: int
    first: int
    """The number of the latest event there."""
    area: bool = False
    """Whether it is a country as a whole."""


def build_map(desk: Desk, ask: Ask) -> Page:
    """Return where the scope's events happened: a point for a town, an area for a country as a whole."""
    found = desk.situation.timeline(limit=MOST_DRAWN, newest_first=True)
    spots = mark_areas(desk, find_spots(found))
    placed = sum(spot.events for spot in spots)
    values = {"spots": spots, "placed": placed, "seen": len(found), "total": found.total}
    columns = ("place", "country", "latitude", "longitude", "events", "conflict", "doubtful")
    rows = [(s.place, s.country, s.latitude, s.longitude, s.events, s.conflict, s.doubtful) for s in spots]
    return Page("Map", "map.html", values, spots, Table(columns, rows), needs=("map", "parts"))


def find_spots(events: Iterable[JoinedEvent]) -> list[Spot]:
    """Return the places of events, those of most events first."""
    groups: dict[tuple[Any, ...], list[JoinedEvent]] = defaultdict(list)
    for event in events:
        if event.place or event.country:
            groups[event.place or event.country, event.country, event.latitude, event.longitude].append(event)
    spots = [_spot(found) for found in groups.values()]
    return sorted(spots, key=lambda s: (-s.events, s.place))


def mark_areas(desk: Desk, spots: list[Spot]) -> list[Spot]:
    """Return the spots, those that are countries as a whole marked: they are called what their country is."""
    names = {code: _name_country(desk, code) for code in {spot.country for spot in spots if spot.country}}
    return [
        replace(spot, area=spot.country is not None and (spot.latitude is None or spot.place == names[spot.country]))
        for spot in spots
    ]


def _name_country(desk: Desk, code: str) -> str:
    try:
        return desk.whole.find_party(code).name
    except BadQuestion:  # no report speaks of the state itself
        return code


def _spot(found: list[JoinedEvent]) -> Spot:
    event = found[0]
    codes = load_country_codes().get(event.country or "")
    return Spot(
        place=event.place or event.country or "",
        country=event.country,
        numeric=codes.numeric if codes else None,
        latitude=event.latitude,
        longitude=event.longitude,
        events=len(found),
        conflict=sum(e.quad > 2 for e in found),
        doubtful=sum(is_doubtful(e) for e in found),
        first=event.number,
    )


def is_doubtful(event: JoinedEvent) -> bool:
    """Tell whether an event is denied, differs between reports in whether or where it happened, or is not told as done."""
    differs = any(d.about in ("place", "status") for d in event.disagreements)
    return event.status != "actual" or bool(event.corroboration.denied_by) or differs


def build_network(desk: Desk, ask: Ask) -> Page:
    """Return the signed network of the scope: nodes with places that stay where they are whatever is filtered."""
    level = Level(ask.choice("level", [level.value for level in Level], Level.COUNTRY.value))
    fewest = int(ask.choice("fewest", ("1", "2", "3", "5", "10"), "1"))
    network = desk.situation.network(level=level, fewest=fewest)
    drawn = lay_out(network)
    values = {
        "network": network,
        "drawn": drawn,
        "edges": sorted(network.edges, key=lambda e: -(e.cooperation + e.conflict))[:MOST_LISTED],
        "level": level.value,
        "fewest": str(fewest),
        "parties": {node.party.key or node.party.name: node.party for node in network.nodes},
    }
    columns = ("first", "second", "cooperation", "conflict", "score", "sign")
    rows = [(e.first, e.second, e.cooperation, e.conflict, e.score, e.sign) for e in network.edges]
    data = {**drawn, "balance": network.balance, "triads": network.triads, "strained": network.strained}
    return Page("Network", "network.html", values, data, Table(columns, rows), needs=("network", "parts"))


def lay_out(network: Network) -> dict[str, list[dict[str, Any]]]:
    """Return nodes with a place each and the edges between them; the busiest where there are too many to read.

    The places come from the network alone (force-directed, Fruchterman and Reingold 1991, from a fixed start), so that
    the same network is drawn the same on every machine.
    """
    busiest = sorted(network.nodes, key=lambda n: (-(n.cooperation + n.conflict), n.party.name))[:MOST_NODES]
    keys = {node.party.key or node.party.name for node in busiest}
    edges = [e for e in network.edges if e.first in keys and e.second in keys]
    places = _places(sorted(keys), [(e.first, e.second) for e in edges])
    nodes = [
        {
            "key": (key := node.party.key or node.party.name),
            "name": node.party.name,
            "cooperation": node.cooperation,
            "conflict": node.conflict,
            "degree": node.degree,
            "x": places[key][0],
            "y": places[key][1],
        }
        for node in busiest
    ]
    drawn = [as_plain(edge) for edge in edges]
    return {"nodes": nodes, "edges": drawn}


def _places(keys: list[str], edges: list[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Return a place for each key, between -1 and 1 each way; all are drawn a little to the middle, so that none drifts off."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from([*keys, _MIDDLE])
    graph.add_edges_from(edges, weight=1.0)
    graph.add_edges_from([(_MIDDLE, key) for key in keys], weight=0.12)
    found = networkx.spring_layout(graph, seed=1, k=2.2 / max(1, len(keys)) ** 0.5, iterations=150)
    places = {key: (float(found[key][0]), float(found[key][1])) for key in keys}
    return _scale(_part(places, least=1.5 / max(1, len(keys)) ** 0.5))


_MIDDLE = ""  # no party has an empty key
_PUSHES = 60


def _part(places: dict[str, tuple[float, float]], least: float) -> dict[str, tuple[float, float]]:
    """Return the places, those that were nearer to each other than `least` pushed apart."""
    x, y = ({key: place[i] for key, place in places.items()} for i in (0, 1))
    for _ in range(_PUSHES):
        for one, other in combinations(places, 2):
            across, up = x[other] - x[one], y[other] - y[one]
            apart = (across * across + up * up) ** 0.5
            if apart < least:
                push = (least - apart) / 4 / (apart or 1.0)
                across, up = (across or 1e-3) * push, (up or 1e-3) * push
                x[one], x[other], y[one], y[other] = x[one] - across, x[other] + across, y[one] - up, y[other] + up
    return {key: (x[key], y[key]) for key in places}


def _scale(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    most = [max((abs(place[i]) for place in places.values()), default=1.0) or 1.0 for i in (0, 1)]
    return {key: (round(x / most[0], 4), round(y / most[1], 4)) for key, (x, y) in places.items()}
