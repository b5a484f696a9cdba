"""What a TIMEX3 value covers: its first and last day, and the form it takes as an event's date.

Knows nothing of text; everything here works on the value alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Range = tuple[date, date]

# Meteorological seasons of the northern half of the world: first month, and how many months.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SHORTENED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?")


def value_to_range(value: str) -> Range | None:
    """Return the first and the last day that a TIMEX3 date or time covers.

    None for durations, sets, vague references ("PAST_REF"), unresolved values ("XXXX-XX-XX") and days
    that are in no calendar. A range written "2015-11-24/2015-11-26" is read too.

    >>> value_to_range("2015-W48")
    (datetime.date(2015, 11, 23), datetime.date(2015, 11, 29))
    """
    if "/" in value:
        first, _, last = value.partition("/")
        opening, closing = value_to_range(first), value_to_range(last)
        return (opening[0], closing[1]) if opening and closing and opening[0] <= closing[1] else None
    for pattern, read in _READERS:
        match = pattern.fullmatch(value)
        if match:
            try:
                return read(*match.groups())
            except ValueError:
                return None
    return None


def event_date(value: str) -> str | None:
    """Return a TIMEX3 value as a record's event date: a day, a prefix, a week or a range of days.

    None where the value names no stretch of the calendar.

    >>> event_date("2015-11-24TEV"), event_date("2015-Q3"), event_date("P2D")
    ('2015-11-24', '2015-07-01/2015-09-30', None)
    """
    covered = value_to_range(value)
    if covered is None:
        return None
    day = value.partition("T")[0]
    if _SHORTENED.fullmatch(day):
        return day
    first, last = covered
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _day(year: str, month: str, day: str) -> Range:
    found = date(int(year), int(month), int(day))
    return found, found


def _month(year: str, month: str) -> Range:
    return _months(int(year), int(month), 1)


def _months(year: int, month: int, count: int) -> Range:
    """Return the days of `count` months from the given one."""
    ends = month + count - 1
    last_year, last_month = year + (ends - 1) // 12, (ends - 1) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def _years(prefix: str) -> Range:
    """Return the days of a year (four digits), a decade (three) or a century (two)."""
    spare = 4 - len(prefix)
    first = max(1, int(prefix) * 10**spare)
    return date(first, 1, 1), date(int(prefix + "9" * spare), 12, 31)


def _week(year: str, week: str) -> Range:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return monday, monday + timedelta(days=6)


def _weekend(year: str, week: str) -> Range:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return saturday, saturday + timedelta(days=1)


def _weekday(year: str, week: str, day: str) -> Range:
    found = date.fromisocalendar(int(year), int(week), int(day))
    return found, found


def _season(year: str, season: str) -> Range:
    return _months(int(year), _SEASONS[season], 3)


def _quarter(year: str, quarter: str) -> Range:
    return _months(int(year), int(quarter) * 3 - 2, 3)


def _half(year: str, half: str) -> Range:
    return _months(int(year), int(half) * 6 - 5, 6)


_READERS: tuple[tuple[re.Pattern[str], Callable[..., Range]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?"), _day),
    (re.compile(r"(\d{4})-(\d\d)"), _month),
    (re.compile(r"(\d{2,4})"), _years),
    (re.compile(r"(\d{4})-W(\d\d)"), _week),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), _weekend),
    (re.compile(r"(\d{4})-W(\d\d)-([1-7])"), _weekday),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), _season),
    (re.compile(r"(\d{4})-Q([1-4])"), _quarter),
    (re.compile(r"(\d{4})-H([12])"), _half),
)
