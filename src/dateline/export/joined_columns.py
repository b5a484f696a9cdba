"""The table of joined events: one row an event, however many reports tell it, with counts of its sources."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.export.columns import Column
from dateline.extract.times import value_to_range
from dateline.knowledge.cameo import goldstein_of
from dateline.situation import Disagreement, JoinedEvent, Party


def _names(parties: Iterable[Party]) -> list[str]:
    return [party.name for party in parties]


def _keys(parties: Iterable[Party]) -> list[str | None]:
    return [party.key for party in parties]


def _countries(parties: Iterable[Party]) -> list[str | None]:
    return [party.country for party in parties]


def _day(event: JoinedEvent, which: int) -> object:
    covered = value_to_range(event.date) if event.date else None
    return covered[which] if covered else None


def _differ(found: Disagreement) -> str:
    return f"{found.about}: {' / '.join(figure.value for figure in found.figures)}"


JOINED_COLUMNS: tuple[Column[JoinedEvent], ...] = (
    Column("event", "integer", "the number of its first telling; `dateline show` opens it", lambda e: e.number),
    Column("type", "text", "PLOVER's type", lambda e: e.type),
    Column("mode", "text", "PLOVER's mode", lambda e: e.mode),
    Column("quad", "integer", "quad class, 1 to 4", lambda e: e.quad),
    Column("score", "number", "PLOVER's score, -10 to 10", lambda e: e.score),
    Column("cameo", "text", "the nearest CAMEO code", lambda e: e.cameo),
    Column("goldstein", "number", "that code on Goldstein's scale", lambda e: goldstein_of(e.cameo)),
    Column("status", "text", "actual, planned, hypothetical or negated", lambda e: e.status),
    Column("date", "text", "when: a day, month, year, week or range", lambda e: e.date),
    Column("first_day", "day", "the first day that covers", lambda e: _day(e, 0)),
    Column("last_day", "day", "the last day that covers", lambda e: _day(e, 1)),
    Column("actors", "list", "who did it, by name", lambda e: _names(e.actors)),
    Column("actor_keys", "list", "the same, by key", lambda e: _keys(e.actors)),
    Column("actor_countries", "list", "their countries, ISO 3166", lambda e: _countries(e.actors)),
    Column("recipients", "list", "to whom, by name", lambda e: _names(e.recipients)),
    Column("recipient_keys", "list", "the same, by key", lambda e: _keys(e.recipients)),
    Column("recipient_countries", "list", "their countries", lambda e: _countries(e.recipients)),
    Column("place", "words", "where", lambda e: e.place),
    Column("country", "text", "its country, ISO 3166", lambda e: e.country),
    Column("latitude", "number", "degrees; of a country its middle", lambda e: e.latitude),
    Column("longitude", "number", "degrees; of a country its middle", lambda e: e.longitude),
    Column("killed", "integer", "people killed", lambda e: e.killed),
    Column("injured", "integer", "people injured", lambda e: e.injured),
    Column("arrested", "integer", "people arrested", lambda e: e.arrested),
    Column("reports", "integer", "how many reports tell it", lambda e: e.corroboration.reports),
    Column(
        "independent", "integer", "how many of them by themselves, not as copies", lambda e: e.corroboration.independent
    ),
    Column("sources", "list", "who tells it", lambda e: list(e.corroboration.sources)),
    Column(
        "on_word_of",
        "list",
        "on whose word, where no report tells it in its own voice",
        lambda e: list(e.corroboration.on_word_of),
    ),
    Column("denied_by", "list", "who denies it", lambda e: list(e.corroboration.denied_by)),
    Column(
        "disagreements",
        "list",
        "on what reports differ, with the values",
        lambda e: [_differ(d) for d in e.disagreements],
    ),
    Column("first_known", "day", "the day its first report was published", lambda e: e.first_known),
    Column("tellings", "list", "the numbers of all tellings", lambda e: [str(t.citation.number) for t in e.tellings]),
    Column("words", "words", "the sentence of the fullest telling", lambda e: e.words),
)
