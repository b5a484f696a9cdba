"""ICEWS' coded event data: 20 columns, tab-separated, one row for each pair of actor and recipient of each telling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from dateline.export.chosen.selection import Selection, Told
from dateline.export.data_sets.tab_separated import Value, write_tab_separated
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.ontology.cameo import load_cameo
from dateline.knowledge.places.codes import load_country_names
from dateline.model import Actor, PlaceKind

HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip
_NEVER = (
    "modes and contexts of PLOVER beyond the CAMEO code",
    "tolls",
    "on whose word",
    "the words themselves",
    "numbers of sentences",
)


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    tally.count("rows", write_tab_separated(path, _iter_rows(selection, tally), header=HEADER))


def _iter_rows(selection: Selection, tally: Tally) -> Iterator[Sequence[Value]]:
    for report in selection.iter_reports():
        for told in report.told:
            missing = _missing(told)
            if missing:
                tally.leave_out(missing)
                continue
            tally.count("tellings")
            for actor, recipient in product(told.actors, told.recipients):
                yield _row(told, actor, recipient)


def _missing(told: Told) -> str | None:
    """Return why ICEWS cannot hold a telling: its rows are dated and tell what somebody did to somebody."""
    if told.event.status.value != "actual":
        return f"tellings that are {told.event.status.value}"
    if told.days is None:
        return "tellings without a date"
    if not told.event.cameo:
        return "tellings without a CAMEO code"
    return None if told.actors and told.recipients else "tellings without an actor or a recipient"


def _row(told: Told, actor: Actor, recipient: Actor) -> list[Value]:
    document = told.record.document
    code = load_cameo()[told.event.cameo or ""]
    day = told.days.first.isoformat() if told.days else None
    return [
        str(told.number), day, *_side(actor), code.gloss, code.code, code.goldstein, *_side(recipient),
        document.id, None, document.publisher or document.agency, *_place(told),
    ]  # fmt: skip


def _side(actor: Actor) -> list[Value]:
    country = load_country_names().get(actor.country or "")
    return [actor.name, actor.sector.value if actor.sector else None, country]


def _place(told: Told) -> list[Value]:
    place = told.place
    if place is None:
        return [None] * 6
    city = place.name if place.kind is PlaceKind.CITY else None
    country = load_country_names().get(place.country or "")
    return [city, None, place.admin1, country, *(told.point or (None, None))]


FORMAT = Format("icews", "events in ICEWS' 20 columns", ".tab", _write, never=_NEVER)
