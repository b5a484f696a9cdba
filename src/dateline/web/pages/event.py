"""An event: everybody who tells it, what counts as one source, where they differ, and why it is read so."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from dateline.errors import BadQuestion
from dateline.model import Event, Place
from dateline.situation import JoinedEvent, Party, Story, Telling
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Page
from dateline.web.tables import table_of_events
from dateline.web.wording import cut

LONGEST = 110
"""Characters of a title that is made of a report's words."""
MOST_TELLINGS = 60
"""Tellings that a page shows with rule and reason."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A telling with what its own report's record says of it."""

    telling: Telling
    rule: str
    why: str
    where: str
    act: tuple[int, int] = (0, 0)
    """Where in the telling's words the act stands; nothing where its record has it no more."""


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
        "sides": sides_of(desk, event),
        "day": event.date if event.date and _DAY.fullmatch(event.date) else None,
        "sources": sources,
        "asked": number,
        "left": len(event.tellings) - len(shown),
    }
    return Page(cut(event.words, LONGEST), "event.html", values, event, table_of_events([event]))


def sides_of(desk: Desk, event: JoinedEvent) -> tuple[Party, Party] | None:
    """Return the two whose tie an event belongs to: the countries that act and are acted on, else the two themselves."""
    first, second = (next((p for p in side if p.key), None) for side in (event.actors, event.recipients))
    if first is None or second is None or first.key == second.key:
        return None
    if first.country and second.country and first.country != second.country:
        with suppress(BadQuestion):  # no report speaks of the state itself
            return desk.whole.find_party(first.country), desk.whole.find_party(second.country)
    return first, second


def story_of(desk: Desk, event: JoinedEvent) -> Story | None:
    """Return the story an event belongs to with others; None for an event that stands alone."""
    try:
        story = desk.whole.story_of(event.number)
    except BadQuestion:
        return None
    return story if len(story.events) > 1 else None


def reason_of(desk: Desk, telling: Telling) -> Reasoned:
    """Return a telling with the rule and the reasons its report's record gives."""
    item = desk.whole.item(telling.citation.number)
    event = next((e for e in item.record.events if e.id == item.id), None)
    if event is None:
        return Reasoned(telling, "", "", "")
    place = next((p for p in item.record.places if p.id == event.place), None)
    return Reasoned(telling, event.rule, event.reason, _say_place(place), _find_act(telling, event))


def _say_place(place: Place | None) -> str:
    return f"{place.name}: {place.reason}" if place else ""


def _find_act(telling: Telling, event: Event) -> tuple[int, int]:
    first = telling.citation.start
    return event.trigger.start - first, event.trigger.end - first


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
