"""The table of joined events: one row an event, however many reports tell it, with counts of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from dateline.compare.days import read_days
from dateline.export.chosen.place_kinds import PlaceKinds, Point
from dateline.export.chosen.selection import Selection
from dateline.export.tables.columns import Column
from dateline.knowledge.ontology.cameo import goldstein_of
from dateline.situation import Disagreement, JoinedEvent, Party


def _names(parties: Iterable[Party]) -> list[str]:
    return [party.name for party in parties]


def _keys(parties: Iterable[Party]) -> list[str | None]:
    return [party.key for party in parties]


def _countries(parties: Iterable[Party]) -> list[str | None]:
    return [party.country for party in parties]


def _day(event: JoinedEvent, *, last: bool = False) -> date | None:
    covered = read_days(event.date)
    return (covered.last if last else covered.first) if covered else None


def _differ(found: Disagreement) -> str:
    return f"{found.about}: {' / '.join(figure.value for figure in found.figures)}"


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A joined event with the kind of its place, and its point where it has one of its own."""

    event: JoinedEvent
    place_kind: str | None
    point: Point | None


def iter_joined_rows(selection: Selection) -> Iterator[JoinedRow]:
    """Yield the rows of the table in order of days."""
    kinds = PlaceKinds(selection.situation)
    for event in selection.iter_joined():
        kind = kinds.of(event)
        yield JoinedRow(event, kind.value if kind else None, kinds.point_of(event))


JOINED_COLUMNS: tuple[Column[JoinedRow], ...] = (
    Column("event", "integer", "the number of its first telling; `dateline show` opens it", lambda r: r.event.number),
    Column("type", "text", "PLOVER's type", lambda r: r.event.type),
    Column("mode", "text", "PLOVER's mode", lambda r: r.event.mode),
    Column("quad", "integer", "quad class, 1 to 4", lambda r: r.event.quad),
    Column("score", "number", "PLOVER's score, -10 to 10", lambda r: r.event.score),
    Column("cameo", "text", "the nearest CAMEO code", lambda r: r.event.cameo),
    Column("goldstein", "number", "that code on Goldstein's scale", lambda r: goldstein_of(r.event.cameo)),
    Column("status", "text", "actual, planned, hypothetical or negated", lambda r: r.event.status),
    Column("date", "text", "when: a day, month, year, week or range", lambda r: r.event.date),
    Column("first_day", "day", "the first day that covers", lambda r: _day(r.event)),
    Column("last_day", "day", "the last day that covers", lambda r: _day(r.event, last=True)),
    Column("actors", "list", "who did it, by name", lambda r: _names(r.event.actors)),
    Column("actor_keys", "list", "the same, by key", lambda r: _keys(r.event.actors)),
    Column("actor_countries", "list", "their countries, ISO 3166", lambda r: _countries(r.event.actors)),
    Column("recipients", "list", "to whom, by name", lambda r: _names(r.event.recipients)),
    Column("recipient_keys", "list", "the same, by key", lambda r: _keys(r.event.recipients)),
    Column("recipient_countries", "list", "their countries", lambda r: _countries(r.event.recipients)),
    Column("place", "words", "where", lambda r: r.event.place),
    Column("country", "text", "its country, ISO 3166", lambda r: r.event.country),
    Column("place_kind", "text", "what sort of place", lambda r: r.place_kind),
    Column("latitude", "number", "degrees; none of a whole country", lambda r: r.point[0] if r.point else None),
    Column("longitude", "number", "degrees; none of a whole country", lambda r: r.point[1] if r.point else None),
    Column("killed", "integer", "people killed", lambda r: r.event.killed),
    Column("injured", "integer", "people injured", lambda r: r.event.injured),
    Column("arrested", "integer", "people arrested", lambda r: r.event.arrested),
    Column("reports", "integer", "how many reports tell it", lambda r: r.event.corroboration.reports),
    Column(
        "independent",
        "integer",
        "how many of them by themselves, not as copies",
        lambda r: r.event.corroboration.independent,
    ),
    Column("sources", "list", "who tells it", lambda r: list(r.event.corroboration.sources)),
    Column(
        "on_word_of",
        "list",
        "on whose word, where no report tells it in its own voice",
        lambda r: list(r.event.corroboration.on_word_of),
    ),
    Column("denied_by", "list", "who denies it", lambda r: list(r.event.corroboration.denied_by)),
    Column(
        "disagreements",
        "list",
        "on what reports differ, with the values",
        lambda r: [_differ(d) for d in r.event.disagreements],
    ),
    Column("first_known", "day", "the day its first report was published", lambda r: r.event.first_known),
    Column(
        "tellings", "list", "the numbers of all tellings", lambda r: [str(t.citation.number) for t in r.event.tellings]
    ),
    Column("by_person", "list", "who changed what was read of it", lambda r: list(r.event.by_person)),
    Column("words", "words", "the sentence of the fullest telling", lambda r: r.event.words),
)
