"""What reading a status comes to, and the words it is read from."""

from __future__ import annotations

from typing import NamedTuple

from dateline.knowledge.word_lists import load_status_lists
from dateline.model import EventStatus

WORDS = load_status_lists()
ACTUAL, PLANNED = EventStatus.ACTUAL, EventStatus.PLANNED
HYPOTHETICAL, NEGATED = EventStatus.HYPOTHETICAL, EventStatus.NEGATED
_ORDER = (NEGATED, PLANNED, HYPOTHETICAL)


class StatusReading(NamedTuple):
    """A status with what decided it; `is_marked` tells whether an explicit mark did, which no tagger overrules."""

    status: EventStatus
    reason: str
    is_marked: bool


UNMARKED = StatusReading(ACTUAL, "told without a mark of plan, wish or denial", False)


def mark(status: EventStatus, reason: str) -> StatusReading:
    """Return a reading that stands whatever the taggers think."""
    return StatusReading(status, reason, True)


def hint(status: EventStatus, reason: str) -> StatusReading:
    """Return a reading that a sure tagger overrules: its mark is often meant otherwise."""
    return StatusReading(status, reason, False)


def find_status(word: str, place: str) -> EventStatus | None:
    """Return the status that the list of words at a place ("verb", "of", "adjective") gives a word, None where none does."""
    for status in _ORDER:
        if word in WORDS.get(f"{status.value}.{place}", ()):
            return status
    return None
