"""Choosing the day of publication and the day of the last change among the days a source gives.

Every candidate is kept with where it stands. Which is believed is decided by order: a reader lists what is known to be
sound first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_tz

from dateline.model import FoundDate
from dateline.sources.header.dates import EARLIEST, read_date

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<joint>[-/.]?)(?P<month>\d\d)(?P=joint)(?P<day>\d\d)(?:[T ].*)?", re.S)
# A year that was never filled in; who reads it as one of two digits takes it for 2001.
_NO_YEAR = re.compile(
    r"^\s*-?0{3}|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+-?0{2,3}\d{1,2}\b", re.I
)
# What a field holds that nobody filled in: the first day of a clock, of a calendar.
_UNSET = frozenset({date(1970, 1, 1), date(1900, 1, 1), date(1904, 1, 1), date(1980, 1, 1), date(1, 1, 1)})
_AHEAD = timedelta(days=366)
"""A report may be dated ahead by an embargo or a weekly's cover, never by more than this."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day a source gives; `is_change` where it is said to be that of a change."""

    day: date
    origin: str
    is_change: bool = False


@dataclass(frozen=True, slots=True)
class ChosenDates:
    """The days that are believed, and all that were found."""

    published: date | None = None
    modified: date | None = None
    found: tuple[FoundDate, ...] = ()


def choose_dates(candidates: Sequence[Candidate], retrieved: date | None = None) -> ChosenDates:
    """Believe the first plausible candidate of either kind.

    A day before 1900, more than a year ahead of `retrieved` (of today where it is not known), or the first of a clock that was
    never set is refused. A change before publication is none. Where only a change is told, it is the day of publication too.
    """
    latest = (retrieved or date.today()) + _AHEAD
    sound = [c for c in candidates if c.day.year >= EARLIEST and c.day <= latest and c.day not in _UNSET]
    published = next((c for c in sound if not c.is_change), None) or next(iter(sound), None)
    modified = next((c for c in sound if c.is_change and published and c.day >= published.day), None)
    used = (published, modified)
    found = tuple(
        FoundDate(value=c.day.isoformat(), origin=c.origin, used=any(c is u for u in used))
        for c in dict.fromkeys(candidates)
    )
    return ChosenDates(published.day if published else None, modified.day if modified else None, found)


def read_day(words: str) -> date | None:
    """Return the day that a date or date-time names as it is written: in its own time zone, whatever ours is.

    >>> read_day("2015-11-24T23:30:00-05:00"), read_day("20151124T183000Z"), read_day("Tue, 24 Nov 2015 23:30:00 -0500")
    (datetime.date(2015, 11, 24), datetime.date(2015, 11, 24), datetime.date(2015, 11, 24))
    """
    words = words.strip()
    try:
        if match := _YEAR_FIRST.fullmatch(words):
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        if (day := read_date(words)) is not None:
            return day
        parts = parsedate_tz(words) if re.search(r"\d{4}", words) and not _NO_YEAR.search(words) else None
        return date(*parts[:3]) if parts else None
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
