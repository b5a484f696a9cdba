"""Phoenix event files: 26 columns, tab-separated, no header, one row for each pair of actor and recipient of an event.

As in Phoenix, of one day one row is kept for each source, target and code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from dateline.compare.days import read_days
from dateline.export.chosen.place_kinds import PlaceKinds, Point
from dateline.export.chosen.selection import Selection
from dateline.export.data_sets.cameo_actors import phoenix_parts
from dateline.export.data_sets.tab_separated import Value, write_tab_separated
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.knowledge.ontology.cameo import load_cameo
from dateline.situation import JoinedEvent, Party

COLUMNS = (
    "EventID", "Date", "Year", "Month", "Day", "SourceActorFull", "SourceActorEntity", "SourceActorRole",
    "SourceActorAttribute", "TargetActorFull", "TargetActorEntity", "TargetActorRole", "TargetActorAttribute", "EventCode",
    "EventRootCode", "QuadClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName",
    "CountryCode", "SentenceIDs", "URLs", "NewsSources",
)  # fmt: skip
_VERSION = "dateline"
_NEVER = ("issues", "names of actors (Phoenix has codes)", "tolls", "on whose word", "the words themselves")


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    tally.count("rows", write_tab_separated(path, _iter_rows(selection, tally)))


def _iter_rows(selection: Selection, tally: Tally) -> Iterator[Sequence[Value]]:
    kinds = PlaceKinds(selection.situation)
    seen: set[tuple[object, ...]] = set()
    for event in selection.iter_joined():
        missing = _missing(event)
        if missing:
            tally.leave_out(missing)
            continue
        tally.count("events")
        for actor, recipient in product(event.actors, event.recipients):
            row = _row(event, actor, recipient, kinds.point_of(event))
            key = (row[1], row[5], row[9], row[13])
            if key in seen:
                tally.leave_out("rows that repeat source, target and code of a day")
            else:
                seen.add(key)
                yield row


def _missing(event: JoinedEvent) -> str | None:
    if event.status != "actual":
        return f"events that are {event.status}"
    if read_days(event.date) is None:
        return "events without a date"
    if not event.cameo:
        return "events without a CAMEO code"
    return None if event.actors and event.recipients else "events without an actor or a recipient"


def _row(event: JoinedEvent, actor: Party, recipient: Party, point: Point | None) -> list[Value]:
    covered = read_days(event.date)
    code = load_cameo()[event.cameo or ""]
    assert covered is not None
    day = covered.first
    ids = ";".join(f"{t.citation.document}_{t.citation.number}" for t in event.tellings)
    urls = ";".join(dict.fromkeys(t.citation.url or t.citation.source for t in event.tellings))
    return [
        f"{event.number}_{_VERSION}", f"{day:%Y%m%d}", f"{day.year:04}", f"{day.month:02}", f"{day.day:02}",
        *phoenix_parts(actor), *phoenix_parts(recipient), code.code, code.root, str(event.quad), code.goldstein, None,
        *(point or (None, None)), event.place, None, event.country, ids, urls,
        ";".join(event.corroboration.sources),
    ]  # fmt: skip


FORMAT = Format("phoenix", "joined events as Phoenix has them", ".txt", _write, never=_NEVER)
