"""What happened, in lines: who did or plans what towards whom, in the report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from dateline.cli.excerpts import Excerpt, cut_excerpt, plain_words
from dateline.cli.lines import Line, Source
from dateline.cli.phrases import by_person, name_actors, open_line, place_of, say_kind, status_word
from dateline.cli.terminal import clean
from dateline.model import ActorId, Event, EventStatus, Record

COLOURS = {EventStatus.PLANNED: "yellow", EventStatus.HYPOTHETICAL: "yellow", EventStatus.NEGATED: "red"}
_ALIKE = 4  # words from the trigger on that must agree where an event is not told by its parties


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
        key=("event", event.status, *_identify(record, event)),
        details=_details(record, event),
        toll={
            what: {count}
            for what, count in (("killed", event.killed), ("injured", event.injured), ("arrested", event.arrested))
            if count is not None
        },
        weight=bool(event.actors)
        + bool(event.recipients)
        + bool(event.date)
        - (event.status is EventStatus.HYPOTHETICAL),
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


def _identify(record: Record, event: Event) -> tuple[object, ...]:
    """Return what two mentions of one event have in common: type, day, and both parties by their countries.

    Where the day or a party is unknown that is too little to join by, and the words must agree too.
    """
    actors, recipients = _countries(record, event.actors), _countries(record, event.recipients)
    if event.date and actors and recipients:
        return event.type, event.date, actors, recipients
    place = place_of(record, event)
    if event.date and event.killed and place:
        return event.type, event.date, place.country or place.name, len(str(event.killed))
    words = event.evidence.of(record.document.text)[event.trigger.start - event.evidence.start :]
    return event.type, event.date, actors, recipients, tuple(plain_words(words).split()[:_ALIKE])


def _countries(record: Record, ids: Sequence[ActorId]) -> tuple[str, ...]:
    actors = [record.actor(i) for i in ids]
    return tuple(sorted({a.country or a.name for a in actors}))
