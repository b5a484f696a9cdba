"""What somebody wants, promises, demands, refuses, denies or warns of."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.identifiers import ActorId, PositionId, StatementId
from dateline.model.span import Piece, Span


class PositionKind(StrEnum):
    """What sort of stand a position takes."""

    GOAL = "goal"
    COMMITMENT = "commitment"
    DEMAND = "demand"
    REFUSAL = "refusal"
    DENIAL = "denial"
    WARNING = "warning"


class ConditionRelation(StrEnum):
    """How a condition bears on its position."""

    IF = "if"
    UNLESS = "unless"
    UNTIL = "until"
    AS_LONG_AS = "as_long_as"
    IN_EXCHANGE_FOR = "in_exchange_for"
    AFTER = "after"


class Condition(Piece):
    """The words that make a position conditional, and how."""

    start: int
    end: int
    relation: ConditionRelation

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


class Position(Piece):
    """A stand somebody takes, at the words that say it.

    `source` is the actor on whose word we have it (None: the article), `statement` the statement it
    stands in; `deadline` an ISO date or prefix; `topic` the words that name the matter.
    """

    id: PositionId
    holder: tuple[ActorId, ...]
    kind: PositionKind
    content: Span
    toward: tuple[ActorId, ...] = ()
    condition: Condition | None = None
    deadline: str | None = None
    topic: str | None = None
    source: ActorId | None = None
    statement: StatementId | None = None
    rule: str
    reason: str
