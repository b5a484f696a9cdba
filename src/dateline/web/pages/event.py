"""An event: everybody who tells it, what counts as one source, where they differ, and why it is read so."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import BadQuestion
from dateline.model import Event, Place
from dateline.situation import JoinedEvent, Story, Telling
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Page
from dateline.web.tables import table_of_events

MOST_TELLINGS = 60
"""Tellings that a page shows with rule and reason."""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A telling with what its own report's record says of it."""

    telling: Telling
    rule: str
    why: str
    where: str
    date_words: str


@dataclass(frozen=True, slots=True)
class Source:
    """Tellings that count as one source: one publisher's, or one agency's wherever it was printed."""

    name: str
    tellings: tuple[Reasoned, ...]


def build_event(desk: Desk, ask: Ask) -> Page:
    """Return the page of the event that a number's telling belongs to."""
    number = whole_number(ask.part("number"))
    event = desk.whole.event(number)
    shown = event.tellings[:MOST_TELLINGS]
    sources = group_sources([reason_of(desk, telling) for telling in shown])
    values = {
        "event": event,
        "story": story_of(desk, event),
        "sources": sources,
        "asked": number,
        "left": len(event.tellings) - len(shown),
    }
    return Page(title_of(event), "event.html", values, event, table_of_events([event]))


def story_of(desk: Desk, event: JoinedEvent) -> Story | None:
    """Return the story an event belongs to with others; None for an event that stands alone."""
    try:
        story = desk.whole.story(event.number)
    except BadQuestion:
        return None
    return story if len(story.events) > 1 else None


def title_of(event: JoinedEvent) -> str:
    """Return an event in a line: its words, cut where they are long."""
    words = " ".join(event.words.split())
    return words if len(words) <= 110 else words[:110].rsplit(" ", 1)[0] + " …"


def reason_of(desk: Desk, telling: Telling) -> Reasoned:
    """Return a telling with the rule and the reasons its report's record gives."""
    item = desk.whole.item(telling.citation.number)
    event = next((e for e in item.record.events if e.id == item.id), None)
    if event is None:
        return Reasoned(telling, "", "", "", "")
    place = next((p for p in item.record.places if p.id == event.place), None)
    return Reasoned(telling, event.rule, event.reason, _say_place(place), _times_near(item.record.document.text, event))


def _say_place(place: Place | None) -> str:
    return f"{place.name}: {place.reason}" if place else ""


def _times_near(text: str, event: Event) -> str:
    return " ".join(event.evidence.of(text).split())


def group_sources(tellings: list[Reasoned]) -> list[Source]:
    """Return tellings under what counts as one source, in the order they came."""
    groups: dict[str, list[Reasoned]] = {}
    for reasoned in tellings:
        citation = reasoned.telling.citation
        groups.setdefault(citation.agency or citation.publisher, []).append(reasoned)
    return [Source(name, tuple(found)) for name, found in groups.items()]


def whole_number(text: str) -> int:
    """Return a number of the archive; raise BadQuestion for what is none."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text[:18]) < 2**53:
        raise BadQuestion(f"{text!r} is no number of an event, statement or position")
    return int(text)
