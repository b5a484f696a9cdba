"""The places of a dateline: "ANKARA/MOSCOW, Nov 24 (Reuters) -", "NAIROBI, Kenya (AP) _"."""

from __future__ import annotations

import re

from dateline.extract.places.containers import Container
from dateline.extract.places.resolving import Hints, Resolution, Surroundings
from dateline.knowledge.places.gazetteer import Gazetteer, Location
from dateline.model import BlockKind, Document, Place, PlaceId

_NAME = re.compile(r"[^\W\d_][^,/()\d_]*[^\W\d_](?:\.)?")


def find_dateline_places(document: Document, surroundings: Surroundings, gazetteer: Gazetteer) -> list[Place]:
    """Return the towns, regions and countries that the dateline names."""
    block = next((b for b in document.blocks if b.kind is BlockKind.DATELINE), None)
    if block is None or not document.dateline:
        return []
    names = [(m[0], m.start()) for m in _NAME.finditer(document.dateline)]
    wider = next((w for n, _ in reversed(names) if (w := _wider(n, gazetteer)) is not None), None)
    offset = document.text.find(document.dateline, block.span.start, block.span.end)
    found: list[Place] = []
    for name, start in names if offset >= 0 else ():
        resolution = _resolve(name, wider, surroundings, gazetteer)
        if resolution is not None:
            found.append(_draft(resolution, offset + start, offset + start + len(name)))
    return found


def _wider(name: str, gazetteer: Gazetteer) -> Location | None:
    """Return the country or first-level region of that name, also where it is shortened."""
    short = gazetteer.abbreviated(name)
    if short is not None:
        return short
    if name.isupper() and len(name) > 3:
        return None
    return gazetteer.country_named(name) or next(iter(gazetteer.regions_of(name)), None)


def _resolve(name: str, wider: Location | None, surroundings: Surroundings, gazetteer: Gazetteer) -> Resolution | None:
    itself = _wider(name, gazetteer)
    if itself is not None:
        return Resolution(itself, "named in the dateline")
    written = name.title() if name.isupper() else name
    container = (
        Container(wider.country, None if wider.admin1 is None else wider, wider.name, is_close=True) if wider else None
    )
    candidates = (*gazetteer.towns(written), *gazetteer.regions_of(written))
    return surroundings.choose(candidates, written, Hints(container=container))


def _draft(resolution: Resolution, start: int, end: int) -> Place:
    place = resolution.location
    return Place(
        id=PlaceId("p0"),
        start=start,
        end=end,
        name=place.name,
        kind=place.kind,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        reason=f"the dateline; {resolution.reason}",
    )
