"""The days a date value of an event can mean, and how far two such dates lie apart."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a stretch of days."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last

    def distance(self, other: Days) -> int:
        """Return the days between two stretches, 0 where they share a day."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


@lru_cache(maxsize=65536)
def read_days(value: str | None) -> Days | None:
    """Return the days an event's date can mean: a day, a month, a year, a week or a range; None for any other.

    >>> read_days("2015-11-24").length, read_days("2015-11").last.day, read_days("2015-W48").first.isoformat()
    (1, 30, '2015-11-23')
    >>> read_days("2015-11-19/2015-11-23").length
    5
    """
    if not value:
        return None
    try:
        if "/" in value:
            first, last = (read_days(part) for part in value.split("/", 1))
            return Days(first.first, last.last) if first and last and first.first <= last.last else None
        week = _WEEK.match(value)
        if week:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return Days(monday, monday + timedelta(days=6))
        parts = [int(part) for part in value[:10].split("-")]
        if len(parts) == 3:
            day = date(*parts)
            return Days(day, day)
        if len(parts) == 2:
            return Days(date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(*parts)[1]))
        return Days(date(parts[0], 1, 1), date(parts[0], 12, 31))
    except (ValueError, TypeError):
        return None
