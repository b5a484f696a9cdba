"""POLECAT's weekly files: 40 columns, tab-separated, one row for each telling of an event.

Unknown cells read "None" and several values are joined by "; ", as in POLECAT's own files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dateline.export.chosen.selection import Selection, Told
from dateline.export.data_sets.tab_separated import Value, write_tab_separated
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.places.codes import load_country_codes, load_country_names
from dateline.model import Actor, ActorKind, PlaceKind

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_ORGANISED = (ActorKind.IGO, ActorKind.NGO, ActorKind.COMPANY, ActorKind.MEDIA, ActorKind.PARTY, ActorKind.ARMED_GROUP)
_NEVER = ("Wikipedia ids of actors", "districts", "how certain, where in the text and in which words")


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    rows = write_tab_separated(path, _iter_rows(selection, tally), header=HEADER, unknown="None")
    tally.count("tellings", rows)


def _iter_rows(selection: Selection, tally: Tally) -> Iterator[Sequence[Value]]:
    for told in selection.iter_told():
        if told.event.status.value != "actual":
            tally.leave_out(f"tellings that are {told.event.status.value}")
        elif told.days is None:
            tally.leave_out("tellings without a date")
        else:
            yield _row(told)


def _row(told: Told) -> list[Value]:
    document, days = told.record.document, told.days
    import dateline

    return [
        str(told.number), days.first.isoformat() if days else None, told.event.type.value, told.event.mode,
        told.event.score, QUADS[told.event.quad], "; ".join(told.event.contexts),
        *_side(told, told.actors), *_side(told, told.recipients), *_place(told),
        document.publisher or document.agency, document.published.isoformat() if document.published else None,
        *_story(told), document.language, f"dateline {dateline.__version__}",
    ]  # fmt: skip


def _side(told: Told, actors: Sequence[Actor]) -> list[Value]:
    sectors = _join(a.sector.value for a in actors if a.sector)
    first = next((a.sector.value for a in actors if a.sector), None)
    return [
        _join(a.name for a in actors), _join(a.country for a in actors if a.country), _join(map(_cow, actors)),
        first, sectors, _join(a.office for a in actors if a.office), _join(_raw_name(told, a) for a in actors), None,
    ]  # fmt: skip


def _cow(actor: Actor) -> str | None:
    codes = load_country_codes().get(actor.country or "")
    return str(codes.cow) if codes and codes.cow is not None else None


def _raw_name(told: Told, actor: Actor) -> str | None:
    """Return the words nearest before the act that speak of the actor."""
    act = told.event.trigger.start
    nearest = min(actor.mentions, key=lambda m: abs(m.start - act), default=None)
    return nearest.span.of(told.record.document.text) if nearest else None


def _place(told: Told) -> list[Value]:
    place = told.place
    if place is None:
        return [None] * 10
    city = place.name if place.kind is PlaceKind.CITY else None
    country = load_country_names().get(place.country or "")
    return [
        place.name, city, None, place.admin1, country, *(told.point or (None, None)), place.geonames_id,
        place.span.of(told.record.document.text), place.kind.value,
    ]  # fmt: skip


def _story(told: Told) -> list[Value]:
    record = told.record
    people = _join(a.name for a in record.actors if a.kind is ActorKind.PERSON)
    bodies = _join(a.name for a in record.actors if a.kind in _ORGANISED)
    return [people, bodies, _join(place.name for place in record.places)]


def _join(values: Iterable[str | None]) -> str | None:
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


FORMAT = Format("polecat", "events in POLECAT's 40 columns", ".txt", _write, never=_NEVER)
