"""Who did what to whom: PLOVER events, each at the words that name it."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.identifiers import ActorId, EventId, PlaceId
from dateline.model.span import Piece, Span


class EventType(StrEnum):
    """PLOVER's sixteen types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(StrEnum):
    """Whether the text tells the event as done, to come, possible, or not so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Event(Piece):
    """One mention of an event.

    `actors` did it and `recipients` had it done to them, both by id; `date` is an ISO date, a
    prefix of one, a week, a range, or None; `killed`, `injured` and `arrested` are counts of people
    told for this event only; `source` is the actor in whose statement it is told, None where the
    article tells it; `same_as` names the first mention of the same real event.
    """

    id: EventId
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: int
    cameo: str | None = None
    score: float
    actors: tuple[ActorId, ...] = ()
    recipients: tuple[ActorId, ...] = ()
    status: EventStatus
    date: str | None = None
    place: PlaceId | None = None
    killed: int | None = None
    injured: int | None = None
    arrested: int | None = None
    source: ActorId | None = None
    trigger: Span
    evidence: Span
    same_as: EventId
    rule: str
    reason: str
