"""An act on its way to becoming an event: what is decided so far, still tied to tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dateline.extract.events.parties import Parties
from dateline.extract.events.status.reading import StatusReading
from dateline.extract.events.surroundings import Trigger
from dateline.extract.events.tolls.magnitude import Toll
from dateline.knowledge.frames.loading import Frame
from dateline.model import ActorId, EventType, PlaceId


class Act(NamedTuple):
    """A word decided to name an act: which type, by which frame if any, and who thought so.

    `first` and `last` are the tokens of the trigger; `sure` is how sure the taggers are that it is an act, 0 to 1;
    `rule` and `reason` go into the record.
    """

    trigger: Trigger
    first: int
    last: int
    type: EventType
    frame: Frame | None
    rule: str
    reason: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Draft:
    """An act with its parties, status, time, place and toll; `group` is the number of the real event."""

    act: Act
    mode: str | None
    status: StatusReading
    parties: Parties
    date: str | None
    place: PlaceId | None
    toll: Toll
    source: ActorId | None
    reasons: tuple[str, ...]
    group: int = -1
