"""What the taggers tell apart: the label sets, in the order of the columns of every probability array.

The order is part of the stored models; a label is added at an end, never in between.
"""

from __future__ import annotations

from typing import Final

from dateline.model import EventStatus, EventType, PositionKind

OUTSIDE: Final = "O"

EVENTS: Final[tuple[str, ...]] = (OUTSIDE, *(t.value for t in EventType))
STATUSES: Final[tuple[str, ...]] = tuple(s.value for s in EventStatus)
CONTENT: Final[tuple[str, ...]] = (OUTSIDE, "B", "I")
VOICES: Final[tuple[str, ...]] = (OUTSIDE, "cue", "speaker")
POSITIONS: Final[tuple[str, ...]] = (
    OUTSIDE,
    *(f"{tag}-{kind.value}" for kind in PositionKind for tag in ("B", "I")),
)
CONDITIONS: Final[tuple[str, ...]] = (OUTSIDE, "B", "I")
ROLES: Final[tuple[str, ...]] = ("none", "actor", "recipient")

LAYERS: Final[dict[str, tuple[str, ...]]] = {
    "event": EVENTS,
    "status": STATUSES,
    "content": CONTENT,
    "voice": VOICES,
    "position": POSITIONS,
    "condition": CONDITIONS,
}
"""The token-level layers by name; parties and dates are scored as pairs and stand apart."""

TRIGGER_TAGS: Final = frozenset({"VERB", "NOUN", "PROPN", "ADJ", "AUX"})
"""The parts of speech that can carry an event; no other token is ever judged to."""
