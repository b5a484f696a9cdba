"""Pieces of a record in words: names, dates, verbs of position; the same in every command."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.cli.terminal import clean
from dateline.model import Actor, ActorId, Event, EventStatus, Place, Position, PositionKind, Record, Statement

_HOLDS = {
    PositionKind.GOAL: "wants",
    PositionKind.COMMITMENT: "promises",
    PositionKind.DEMAND: "demands",
    PositionKind.REFUSAL: "refuses",
    PositionKind.DENIAL: "denies",
    PositionKind.WARNING: "warns",
}
_STATUS = {
    EventStatus.PLANNED: "planned",
    EventStatus.HYPOTHETICAL: "possible",
    EventStatus.NEGATED: "not so",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def name_actor(actor: Actor) -> str:
    """Return how an actor is called in a line."""
    return clean(actor.name)


def name_actors(record: Record, ids: Iterable[ActorId]) -> str:
    """Return the names of actors: "Barack Obama and François Hollande"; empty where there are none."""
    names = list(dict.fromkeys(name_actor(record.actor(i)) for i in ids))
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def holds(kind: PositionKind) -> str:
    """Return the verb of a kind of position: "promises"."""
    return _HOLDS[kind]


def status_word(status: EventStatus) -> str | None:
    """Return the word for a status that is not actual."""
    return _STATUS.get(status)


def say_date(value: str | None) -> str:
    """Return a date of a record as people write it: "24 Nov 2015", "week 48 of 2015"; empty for none.

    >>> say_date("2015-11-24"), say_date("2015-W48"), say_date("2015-11"), say_date("2015-11-24/2015-11-26")
    ('24 Nov 2015', 'week 48, 2015', 'Nov 2015', '24 Nov 2015 – 26 Nov 2015')
    """
    if not value:
        return ""
    if "/" in value:
        return " – ".join(say_date(part) for part in value.split("/"))
    parts = value.split("-")
    if len(parts) == 2 and parts[1].startswith("W"):
        return f"week {parts[1][1:]}, {parts[0]}"
    if len(parts) >= 2 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        month = _MONTHS[int(parts[1]) - 1]
        return (
            f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 and parts[2].isdigit() else f"{month} {parts[0]}"
        )
    return value


def say_day(day: date | None) -> str:
    """Return a day as people write it."""
    return say_date(day.isoformat()) if day else "no date"


def place_of(record: Record, event: Event) -> Place | None:
    """Return the place of an event."""
    return next((p for p in record.places if p.id == event.place), None)


def say_kind(event: Event) -> str:
    """Return type and mode of an event: "assault, firearms"."""
    return event.type.value.lower() + (f", {event.mode}" if event.mode else "")


def say_toll(event: Event) -> str:
    """Return the counts of an event: "130 killed, 12 injured"; empty where there are none."""
    counts = ((event.killed, "killed"), (event.injured, "injured"), (event.arrested, "arrested"))
    return ", ".join(f"{number:,} {what}" for number, what in counts if number is not None)


def words_of(record: Record, statement: Statement) -> str:
    """Return what was said, pieces joined by an ellipsis."""
    return clean(" … ".join(span.of(record.document.text) for span in statement.content))


def speaker_of(record: Record, statement: Statement) -> str:
    """Return who spoke: the actor's name, the words that name the source, or "unnamed"."""
    ids = statement.speakers or ((statement.speaker,) if statement.speaker else ())
    if ids:
        return name_actors(record, ids)
    if statement.speaker_span is not None:
        return clean(statement.speaker_span.of(record.document.text))
    return "unnamed source"


def condition_of(record: Record, position: Position) -> str | None:
    """Return the words of a position's condition."""
    return clean(position.condition.span.of(record.document.text)) if position.condition else None


def name_source(record: Record) -> str:
    """Return who published a report: publisher, agency, or the name of the file."""
    document = record.document
    return clean(document.publisher or document.agency or document.source.rsplit("/", 1)[-1])
