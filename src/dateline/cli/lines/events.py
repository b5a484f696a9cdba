"""What happened, in lines: who did or plans what towards whom, in the report's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from dateline.cli.lines.excerpts import Excerpt, cut_excerpt, plain_words
from dateline.cli.lines.phrases import by_person, name_actors, open_line, place_of, say_kind, status_word
from dateline.cli.lines.ranking import Line, Source
from dateline.cli.terminal import clean
from dateline.model import ActorId, Event, EventStatus, Record

COLOURS = {EventStatus.PLANNED: "yellow", EventStatus.HYPOTHETICAL: "yellow", EventStatus.NEGATED: "red"}
_ALIKE = 4  # words from the trigger on that must agree where an event is not told by its parties


@dataclass(frozen=True, slots=True)
class Told:
    """What tells an event from others: both sides by their countries, and the words from the act to the sentence's end."""

    status: str
    type: str
    date: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    killed: int | None
    place: str | None
    words: str

    @property
    def key(self) -> tuple[object, ...]:
        """What two mentions of one event have in common: status, type, day and both sides.

        Where the day or a side is unknown that is too little to join by, and the words must agree too.
        """
        sides = self.actors, self.recipients
        if self.date and self.actors and self.recipients:
            return "event", self.status, self.type, self.date, *sides
        if self.date and self.killed and self.place:
            return "event", self.status, self.type, self.date, self.place, len(str(self.killed))
        return "event", self.status, self.type, self.date, *sides, tuple(plain_words(self.words).split()[:_ALIKE])

    @property
    def weight(self) -> int:
        """How much is known of it."""
        known = bool(self.actors) + bool(self.recipients) + bool(self.date)
        return known - (self.status == EventStatus.HYPOTHETICAL)


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
    told = _tell(record, event)
    return Line(
        number=number,
        day=event.date,
        text=text,
        key=told.key,
        details=_details(record, event),
        toll={
            what: {count}
            for what, count in (("killed", event.killed), ("injured", event.injured), ("arrested", event.arrested))
            if count is not None
        },
        weight=told.weight,
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


def _tell(record: Record, event: Event) -> Told:
    place = place_of(record, event)
    return Told(
        status=event.status,
        type=event.type,
        date=event.date,
        actors=_countries(record, event.actors),
        recipients=_countries(record, event.recipients),
        killed=event.killed,
        place=(place.country or place.name) if place else None,
        words=event.evidence.of(record.document.text)[event.trigger.start - event.evidence.start :],
    )


def _countries(record: Record, ids: Sequence[ActorId]) -> tuple[str, ...]:
    actors = [record.actor(i) for i in ids]
    return tuple(sorted({a.country or a.name for a in actors}))
