"""Where the telling stands: the day of publication, the day already spoken of, and which way a clause looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dateline.extract.times.matching import Match
from dateline.extract.times.values import value_to_range
from dateline.model import TimeType

# A day named at most so many words before is the one that "the same day" or a time of the clock belongs to.
_BESIDE = 10


class Outlook(Enum):
    """Which way from the day of publication a clause looks."""

    BACK = "back"
    AHEAD = "ahead"
    OPEN = "open"


class Role(Enum):
    """What a day does in the telling."""

    SCENE = "scene"  # the narrative moves to it
    SPEECH = "speech"  # somebody speaks on it
    ASIDE = "aside"  # it only places something beside the narrative


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means; `why` says how that was found, `anchor` is the day it was counted from.

    `resolved` is False when the expression needs a day to count from and none is known.
    """

    value: str
    why: str
    type: TimeType | None = None
    anchor: date | None = None
    resolved: bool = True


@dataclass(slots=True)
class Story:
    """What meanings may know of the report so far.

    `changed` is the day a report that was soon rewritten was changed last: its weekdays count back from there.
    `now` is the day that "today" speaks of: the day of publication, in a quotation the day it was spoken.
    `told` is the day the narrative stands at, `spoken_on` the last day told of in any clause, `day` the last
    day named with its place, `value` the last date, `quarter` the last quarter, `previous` the expression
    before this one.
    """

    published: date | None
    look: Callable[[Match], tuple[Outlook, str]]
    find_role: Callable[[Match], Role]
    now: date | None = None
    changed: date | None = None
    told: date | None = None
    value: str | None = None
    previous: tuple[Match, Reading] | None = None
    quarter: str | None = None
    day: tuple[date, Match] | None = None
    spoken_on: date | None = None

    def outlook(self, match: Match) -> tuple[Outlook, str]:
        """Say which way the clause around a match looks, and by which word."""
        return self.look(match)

    def scene(self, match: Match | None = None) -> tuple[date | None, str]:
        """Return the day the narrative stands at, and what that day is; a day just named beside `match` comes first."""
        if match is not None and (beside := self.day_near(match, _BESIDE)) is not None:
            return beside, "the day named beside it"
        if self.told is not None:
            return self.told, "the day told last"
        return self.now, "the day of publication"

    def remember(self, match: Match, reading: Reading, *, keep: bool = True) -> None:
        """Keep what a later "the same day" or "that year" may point to; without `keep`, only for the next words."""
        self.previous = (match, reading)
        if not keep:
            return
        if (reading.type or match.rule.type) not in (TimeType.DATE, TimeType.TIME):
            return
        covered = value_to_range(reading.value)
        if covered is None:
            return
        self.value = reading.value
        if "-Q" in reading.value and match.rule.meaning != "quarter_year_before":
            self.quarter = reading.value
        if covered[0] == covered[1]:
            self.day = (covered[0], match)
            if self.published is None or covered[0] <= self.published:
                role = self.find_role(match)
                if role is not Role.ASIDE:
                    self.spoken_on = covered[0]
                if self.told is None or role is Role.SCENE:
                    self.told = covered[0]

    def day_near(self, match: Match, reach: int) -> date | None:
        """Return the last day named, when that was in the same block and at most `reach` words before."""
        if self.day is None or self.day[1].words is not match.words:
            return None
        return self.day[0] if 0 <= match.first - self.day[1].last <= reach else None

    def spoken(self, day: date | None) -> date | None:
        """Return the day words in quotation marks were spoken on: a day told within the week before publication."""
        if day is None or self.published is None:
            return self.published or day
        return day if self.published - timedelta(days=7) <= day <= self.published else self.published
