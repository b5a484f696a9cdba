"""What happened, in lines: who did or plans what towards whom, in the report's own words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from rich.text import Text

from dateline.cli.lines.excerpts import Excerpt, cut_excerpt
from dateline.cli.lines.phrases import by_person, name_actors, open_line, place_of, say_kind, status_word
from dateline.cli.lines.ranking import Line, Source
from dateline.cli.terminal import clean
from dateline.model import Event, EventStatus, Record

COLOURS = {EventStatus.PLANNED: "yellow", EventStatus.HYPOTHETICAL: "yellow", EventStatus.NEGATED: "red"}


def event_key(status: str, told: object) -> tuple[object, ...]:
    """Return what lines of one event have in common: the status, since a plan is told apart from the act, and the event."""
    return "event", status, told


def weigh_event(status: str, date: str | None, actors: Collection[str], recipients: Collection[str]) -> int:
    """Return how much is known of an event."""
    return bool(actors) + bool(recipients) + bool(date) - (status == EventStatus.HYPOTHETICAL)


def iter_event_lines(record: Record, numbers: dict[str, int]) -> Iterator[Line]:
    """Yield one line for each event of a record, however often the record mentions it."""
    for _, mentions in groupby(sorted(record.events, key=lambda e: e.same_as), key=lambda e: e.same_as):
        event = max(mentions, key=lambda e: (len(e.actors) + len(e.recipients), -e.trigger.start))
        yield _line(record, event, numbers.get(event.id))


def is_to_come(line: Line) -> bool:
    """Tell whether the line of an event tells something planned or possible."""
    return line.key[1] in (EventStatus.PLANNED, EventStatus.HYPOTHETICAL)


def _line(record: Record, event: Event, number: int | None) -> Line:
    document = record.document
    text = Text()
    word = status_word(event.status)
    if word:
        text.append(f"{word}: ", style=COLOURS[event.status])
    excerpt = cut_excerpt(document.text, event.evidence, event.trigger, with_subject=not event.actors)
    text.append_text(_parties(record, event))
    text.append_text(_as_text(excerpt))
    return Line(
        number=number,
        day=event.date,
        text=text,
        key=event_key(event.status, (document.id, event.same_as)),
        details=_details(record, event),
        toll={
            what: {count}
            for what, count in (("killed", event.killed), ("injured", event.injured), ("arrested", event.arrested))
            if count is not None
        },
        weight=weigh_event(event.status, event.date, event.actors, event.recipients),
        sources=Source.of(record),
    )


def _parties(record: Record, event: Event) -> Text:
    """Return "Turkey → Russia: ", as far as the parties are known."""
    actors, recipients = name_actors(record, event.actors), name_actors(record, event.recipients)
    if not actors and not recipients:
        return Text()
    parties = Text().append(open_line(actors) or "unknown", style="bold" if actors else "dim")
    if recipients:
        parties.append(" → ").append(recipients, style="bold")
    return parties.append(": ")


def _as_text(excerpt: Excerpt) -> Text:
    return Text.assemble(excerpt.before, (excerpt.trigger, "underline"), excerpt.after)


def _details(record: Record, event: Event) -> tuple[str, ...]:
    place = place_of(record, event)
    teller = name_actors(record, [event.source]) if event.source else ""
    return (
        say_kind(event),
        clean(place.span.of(record.document.text)) if place else "",
        f"according to {teller}" if teller else "",
        by_person(event),
    )
