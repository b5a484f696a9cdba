"""When: expressions of time and their TIMEX3 values."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.span import Piece, Span


class TimeType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Time(Piece):
    """An expression of time with its TIMEX3 value ("2015-11-24TEV", "2015-W48", "P2D").

    `value` is resolved against the publication date or the date already spoken of; `anchor` is the
    ISO date it was counted from, None where it needed none; `reason` says how. An expression that
    cannot be resolved keeps the value "XXXX-XX-XX" or its vague form ("PAST_REF").
    """

    start: int
    end: int
    type: TimeType
    value: str
    anchor: str | None = None
    rule: str
    reason: str

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)
