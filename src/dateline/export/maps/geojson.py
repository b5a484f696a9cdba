"""Places of events as GeoJSON (RFC 7946: longitude, then latitude, WGS 84).

An event whose place is a whole country, a border, a sea or a continent is there without a geometry: nothing happened at
its middle. Events without a place are left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.export.chosen.place_kinds import PlaceKinds, Point
from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.model import PlaceKind
from dateline.situation import JoinedEvent


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    kinds = PlaceKinds(selection.situation)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        count = 0
        for event in selection.iter_joined():
            if event.place is None:
                tally.leave_out("events without a place")
                continue
            point = kinds.point_of(event)
            tally.count("events with a point" if point else "events without a point")
            feature = _feature(event, kinds.of(event), point)
            file.write(("," if count else "") + "\n" + json.dumps(feature, ensure_ascii=False))
            count += 1
        file.write("\n]}\n")


def _feature(event: JoinedEvent, kind: PlaceKind | None, point: Point | None) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": event.number,
        "geometry": {"type": "Point", "coordinates": [point[1], point[0]]} if point else None,
        "properties": place_properties(event, kind),
    }


def place_properties(event: JoinedEvent, kind: PlaceKind | None) -> dict[str, Any]:
    """Return what a map says of an event: the same in every format of places."""
    return {
        "event": event.number,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "quad": event.quad,
        "score": event.score,
        "date": event.date,
        "actors": "; ".join(p.name for p in event.actors) or None,
        "recipients": "; ".join(p.name for p in event.recipients) or None,
        "place": event.place,
        "place_kind": kind.value if kind else None,
        "country": event.country,
        "killed": event.killed,
        "injured": event.injured,
        "arrested": event.arrested,
        "reports": event.corroboration.reports,
        "independent": event.corroboration.independent,
        "words": event.words,
        "url": event.citation.url,
    }


FORMAT = Format("geojson", "events at their places as GeoJSON", ".geojson", _write)
