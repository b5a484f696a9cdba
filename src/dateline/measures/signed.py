"""The signed network of a period: who stands well or badly with whom, by the sum of scores of what they did."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.measures.periods import By, Period, period_of_value
from dateline.measures.sides import Side, pairs_of
from dateline.situation import JoinedEvent, Level


@dataclass(frozen=True, slots=True)
class SignedTie:
    """What two sides did to each other in a period, both directions together; `score` is on PLOVER's scale, summed."""

    first: Side
    second: Side
    events: int
    score: float

    @property
    def sign(self) -> int:
        """1 above nothing, -1 below, 0 where cooperation and conflict make up for each other."""
        return (self.score > 0) - (self.score < 0)


def sign_ties(
    events: Iterable[JoinedEvent], by: By | None, *, level: Level = Level.COUNTRY
) -> dict[Period | None, list[SignedTie]]:
    """Return the ties of every period in order; with `by` None of all days together, under None.

    Only events told as actual count; with periods only those that are dated to one.
    """
    sums: dict[Period | None, dict[tuple[Side, Side], tuple[int, float]]] = {}
    for event in events:
        period = period_of_value(event.date, by) if by else None
        if event.status != "actual" or (by and period is None):
            continue
        for pair in {_ordered(who, whom) for who, whom in pairs_of(event, level)}:
            count, score = sums.setdefault(period, {}).get(pair, (0, 0.0))
            sums[period][pair] = (count + 1, score + event.score)
    periods = sorted(sums, key=lambda period: (period is not None, period))
    return {
        period: [SignedTie(*pair, count, round(score, 6)) for pair, (count, score) in sorted(sums[period].items())]
        for period in periods
    }


def _ordered(first: Side, second: Side) -> tuple[Side, Side]:
    return (first, second) if first <= second else (second, first)
