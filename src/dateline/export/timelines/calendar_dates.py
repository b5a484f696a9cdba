"""Dates of events as parts of a calendar, before our era too: day, month, year, week or range, as exact as they were told.

ISO 8601 counts a year 0, which is 1 BCE; TimelineJS and people count -1 as 1 BCE.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.compare.days import read_days

_ISO = re.compile(r"([+-]?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, or only its month or year. `year` is below nothing before our era: -44 is 44 BCE; there is no year 0."""

    year: int
    month: int | None = None
    day: int | None = None

    def as_json(self) -> dict[str, int]:
        """Return the parts that are known."""
        parts = {"year": self.year, "month": self.month, "day": self.day}
        return {name: value for name, value in parts.items() if value is not None}

    def __str__(self) -> str:
        year = f"{-self.year} BCE" if self.year < 0 else str(self.year)
        parts = (str(self.day) if self.day else "", _MONTHS[self.month - 1] if self.month else "", year)
        return " ".join(part for part in parts if part)


def read_dates(value: str) -> tuple[CalendarDate, CalendarDate | None] | None:
    """Return the first date and, of a range or week, the last; None where the value is no date.

    >>> read_dates("-0043-03-15")[0]
    CalendarDate(year=-44, month=3, day=15)
    >>> read_dates("2015-W48")[1]
    CalendarDate(year=2015, month=11, day=29)
    """
    opening, slash, closing = value.partition("/")
    first, last = _read(opening), _read(closing) if slash else None
    if first and (last or not slash):
        return first, last
    covered = read_days(value)
    if covered is None:
        return None
    return (
        CalendarDate(covered.first.year, covered.first.month, covered.first.day),
        CalendarDate(covered.last.year, covered.last.month, covered.last.day)
        if covered.last != covered.first
        else None,
    )


def _read(text: str) -> CalendarDate | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    month, day = (int(part) if part else None for part in match.group(2, 3))
    if (month is not None and not 1 <= month <= len(_MONTHS)) or (day is not None and not 1 <= day <= 31):
        return None
    return CalendarDate(year if year > 0 else year - 1, month, day)


def display_date(first: CalendarDate, last: CalendarDate | None) -> str:
    """Return a date as people read it; "about" says that the day itself is not told.

    >>> display_date(CalendarDate(2015, 11), None), display_date(CalendarDate(2015, 11, 24), None)
    ('about Nov 2015', '24 Nov 2015')
    """
    if last is not None:
        return f"about {first} – {last}"
    return str(first) if first.day else f"about {first}"
