"""Reckoning with days: shifting them by weeks, months and years, and writing them as coarse as a unit is.

Units are those of TIMEX3: D day, W week, WE weekend, M month, Q quarter, Y year, DE decade, CE century,
and TH, TM, TS for hours, minutes and seconds.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
_DAYS_IN = {"D": 1, "W": 7, "WE": 7, "FN": 14}
_UNRESOLVED = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "FN": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX", "ML": "X",
}  # fmt: skip


def shift(day: date, unit: str, count: Fraction | int) -> date | None:
    """Return the day `count` units later (earlier when negative); None where the calendar ends."""
    try:
        if unit in _DAYS_IN:
            return day + timedelta(days=round(count * _DAYS_IN[unit]))
        if unit not in _MONTHS_IN:
            return day
        months = day.year * 12 + day.month - 1 + round(count * _MONTHS_IN[unit])
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def write_value(day: date | None, unit: str) -> str:
    """Return the TIMEX3 value of the unit that `day` lies in; with X for what is unknown when it is None.

    >>> write_value(date(2015, 11, 26), "W")
    '2015-W48'
    """
    if day is None:
        return _UNRESOLVED.get(unit, "XXXX-XX-XX")
    if unit in ("W", "FN", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    length = {"M": 7, "Y": 4, "DE": 3, "CE": 2, "ML": 1}.get(unit, 10)
    return day.isoformat()[:length]


def nearest_weekday(day: date, weekday: int, *, ahead: bool) -> date:
    """Return the last `weekday` (1 Monday to 7 Sunday) up to `day`, or the next from it; `day` itself counts."""
    back = (day.isoweekday() - weekday) % 7
    return day + timedelta(days=(7 - back) % 7) if ahead else day - timedelta(days=back)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day, or None when no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches (the Gregorian algorithm of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l_ = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * l_) // 451
    month, day = divmod(h + l_ - 7 * m + 114, 31)
    return date(year, month, day + 1)
