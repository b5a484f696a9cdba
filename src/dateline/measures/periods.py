"""Days, ISO weeks and months that events are counted by."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateline.compare.days import read_days


class By(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included."""

    first: date
    last: date

    @property
    def label(self) -> str:
        """Its name in ISO 8601: 2015-11-24, 2015-W48, 2015-11; two days where it is neither.

        >>> Period(date(2015, 11, 23), date(2015, 11, 29)).label
        '2015-W48'
        """
        length = (self.last - self.first).days
        if length == 0:
            return self.first.isoformat()
        if length == 6 and self.first.weekday() == 0:
            year, week, _ = self.first.isocalendar()
            return f"{year:04}-W{week:02}"
        if self == period_of(self.first, By.MONTH):
            return f"{self.first:%Y-%m}"
        return f"{self.first}/{self.last}"


def period_of(day: date, by: By) -> Period:
    """Return the period that a day lies in; weeks begin on Monday."""
    if by is By.DAY:
        return Period(day, day)
    if by is By.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    return Period(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def iter_periods(first: date, last: date, by: By) -> Iterator[Period]:
    """Yield the periods from the one `first` lies in to the one `last` lies in."""
    period = period_of(first, by)
    while period.first <= last:
        yield period
        period = period_of(period.last + timedelta(days=1), by)


def period_of_value(value: str | None, by: By) -> Period | None:
    """Return the period that all days of an event's date lie in, None where they are unknown or lie in several.

    >>> period_of_value("2015-11", By.WEEK) is None, period_of_value("2015-11-24", By.WEEK).label
    (True, '2015-W48')
    """
    covered = read_days(value)
    if covered is None:
        return None
    period = period_of(covered.first, by)
    return period if covered.last <= period.last else None
