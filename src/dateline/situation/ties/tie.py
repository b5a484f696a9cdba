"""Ties: what two parties did and said towards each other, week by week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.situation.parties.party import Party


@dataclass(frozen=True, slots=True)
class Flow:
    """What one party did towards another: cooperation is PLOVER's quad classes 1 and 2, conflict 3 and 4.

    Scores are sums on PLOVER's scale from -10 to 10 an event; `said` counts statements and positions towards the other.
    """

    cooperation: int = 0
    conflict: int = 0
    cooperation_score: float = 0.0
    conflict_score: float = 0.0
    said: int = 0

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            self.cooperation + other.cooperation,
            self.conflict + other.conflict,
            self.cooperation_score + other.cooperation_score,
            self.conflict_score + other.conflict_score,
            self.said + other.said,
        )

    @property
    def events(self) -> int:
        """How many events it counts."""
        return self.cooperation + self.conflict

    @property
    def score(self) -> float:
        """The sum of both."""
        return self.cooperation_score + self.conflict_score


@dataclass(frozen=True, slots=True)
class TieWeek:
    """One week, from `monday` on: what the first did towards the second, and the second towards the first."""

    monday: date
    forth: Flow
    back: Flow

    @property
    def both(self) -> Flow:
        """Both directions together."""
        return self.forth + self.back


@dataclass(frozen=True, slots=True)
class Tie:
    """What two parties did and said towards each other; weeks without anything between two weeks are there, empty.

    Only events told as actual and dated to a week or closer count; `undated` says how many do not.
    """

    first: Party
    second: Party
    level: str
    weeks: tuple[TieWeek, ...]
    forth: Flow
    back: Flow
    undated: int

    @property
    def both(self) -> Flow:
        """Both directions and all weeks together."""
        return self.forth + self.back
