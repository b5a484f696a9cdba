"""The tidy table of events: one row for each report's telling of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dateline.compare.actor_keys import identify_actor
from dateline.export.chosen.selection import Told
from dateline.export.tables.columns import Column
from dateline.knowledge.ontology.cameo import goldstein_of
from dateline.model import Actor, Place


def _of_place(read: Callable[[Place], Any]) -> Callable[[Told], Any]:
    return lambda told: read(told.place) if told.place else None


def _keys(actors: Iterable[Actor]) -> list[str | None]:
    found = (identify_actor(actor) for actor in actors)
    return [str(key) if key else None for key in found]


MENTION_COLUMNS: tuple[Column[Told], ...] = (
    Column("number", "integer", "the telling's number in the archive; `dateline show` opens it", lambda t: t.number),
    Column("event", "integer", "the number of the joined event it belongs to", lambda t: t.joining.number),
    Column("reports", "integer", "how many reports tell that event", lambda t: t.joining.reports),
    Column("independent", "integer", "how many of them by themselves, not as copies", lambda t: t.joining.independent),
    Column("document", "text", "the report's id", lambda t: t.record.document.id),
    Column("published", "day", "the day the report was published", lambda t: t.record.document.published),
    Column("publisher", "words", "who published it", lambda t: t.record.document.publisher),
    Column("agency", "words", "the agency whose report it is", lambda t: t.record.document.agency),
    Column("title", "words", "the report's title", lambda t: t.record.document.title),
    Column("url", "words", "its address", lambda t: t.record.document.url),
    Column("type", "text", "PLOVER's type", lambda t: t.event.type.value),
    Column("mode", "text", "PLOVER's mode", lambda t: t.event.mode),
    Column("contexts", "list", "PLOVER's contexts", lambda t: list(t.event.contexts)),
    Column("quad", "integer", "quad class, 1 to 4", lambda t: t.event.quad),
    Column("score", "number", "PLOVER's score, -10 to 10", lambda t: t.event.score),
    Column("cameo", "text", "the nearest CAMEO code", lambda t: t.event.cameo),
    Column("goldstein", "number", "that code on Goldstein's scale", lambda t: goldstein_of(t.event.cameo)),
    Column("status", "text", "actual, planned, hypothetical or negated", lambda t: t.event.status.value),
    Column("date", "text", "when: a day, month, year, week or range", lambda t: t.event.date),
    Column("first_day", "day", "the first day that covers", lambda t: t.days.first if t.days else None),
    Column("last_day", "day", "the last day that covers", lambda t: t.days.last if t.days else None),
    Column("actors", "list", "who did it, by name", lambda t: [a.name for a in t.actors]),
    Column("actor_keys", "list", "the same, by a key that holds across reports", lambda t: _keys(t.actors)),
    Column("actor_countries", "list", "their countries, ISO 3166", lambda t: [a.country for a in t.actors]),
    Column(
        "actor_sectors", "list", "their sectors", lambda t: [a.sector.value if a.sector else None for a in t.actors]
    ),
    Column("recipients", "list", "to whom, by name", lambda t: [a.name for a in t.recipients]),
    Column("recipient_keys", "list", "the same, by key", lambda t: _keys(t.recipients)),
    Column("recipient_countries", "list", "their countries", lambda t: [a.country for a in t.recipients]),
    Column(
        "recipient_sectors",
        "list",
        "their sectors",
        lambda t: [a.sector.value if a.sector else None for a in t.recipients],
    ),
    Column("place", "words", "where", _of_place(lambda p: p.name)),
    Column("place_kind", "text", "what sort of place", _of_place(lambda p: p.kind.value)),
    Column("country", "text", "its country, ISO 3166", _of_place(lambda p: p.country)),
    Column("admin1", "words", "its province", _of_place(lambda p: p.admin1)),
    Column("latitude", "number", "degrees; none of a whole country", lambda t: t.point[0] if t.point else None),
    Column("longitude", "number", "degrees; none of a whole country", lambda t: t.point[1] if t.point else None),
    Column("geonames_id", "integer", "GeoNames' number of the place", _of_place(lambda p: p.geonames_id)),
    Column("killed", "integer", "people killed", lambda t: t.event.killed),
    Column("injured", "integer", "people injured", lambda t: t.event.injured),
    Column("arrested", "integer", "people arrested", lambda t: t.event.arrested),
    Column("told_by", "words", "on whose word the report tells it", lambda t: t.teller.name if t.teller else None),
    Column("start", "integer", "where the words for the act begin, in code points", lambda t: t.event.trigger.start),
    Column("end", "integer", "where they end", lambda t: t.event.trigger.end),
    Column("words", "words", "the words for the act", lambda t: t.trigger),
    Column("sentence", "words", "the sentence they stand in", lambda t: t.sentence),
    Column("rule", "text", "the rule or model that found it", lambda t: t.event.rule),
    Column("reason", "words", "why it was read so", lambda t: t.event.reason),
)
