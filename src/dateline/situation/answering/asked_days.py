"""The days a question asks for: "in November", "since 24 November 2015", "on 2015-11-26"."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WHEN = re.compile(
    rf"""\b(?:(?P<bound>since|after|from|until|before|by|in|on|during|of)\s+)?(?:
      (?P<iso>\d{{4}}-\d\d(?:-\d\d)?)
      | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}}))?
      | (?P<month2>{_MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year2>\d{{4}}))?
      | (?P<month3>{_MONTH})\b\.?(?:\s+(?P<year3>\d{{4}}))?
      | (?P<year4>(?:19|20)\d\d)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class AskedDays:
    """The days from `since` to `until`, both included, and the question without the words that name them."""

    since: date | None
    until: date | None
    rest: str


def read_days(question: str, year: int) -> AskedDays:
    """Return the days a question names; a day without a year is of `year`, a month alone needs "in" or a year.

    >>> found = read_days("What did France promise in November 2015?", 2015)
    >>> found.since.isoformat(), found.until.isoformat(), found.rest
    ('2015-11-01', '2015-11-30', 'What did France promise ?')
    >>> read_days("Who met Putin since 24 November?", 2015).since.isoformat()
    '2015-11-24'
    """
    since = until = None
    kept: list[str] = []
    end = 0
    for match in _WHEN.finditer(question):
        span = _read(match, year)
        if span is None:
            continue
        kept.append(question[end : match.start()])
        end = match.end()
        bound = (match["bound"] or "").lower()
        if bound not in ("until", "before", "by"):
            since = span[0]
        if bound not in ("since", "after", "from"):
            until = span[1]
    return AskedDays(since, until, "".join([*kept, question[end:]]))


def _read(match: re.Match[str], year: int) -> tuple[date, date] | None:
    """Return the first and last day of an expression, None for what is none: the 31st of June, "may" without "in"."""
    try:
        if match["iso"]:
            parts = [int(part) for part in match["iso"].split("-")]
            return _span(*parts)
        if match["year4"]:
            return (date(int(match["year4"]), 1, 1), date(int(match["year4"]), 12, 31)) if match["bound"] else None
        if match["month3"]:
            if not match["year3"] and (not match["bound"] or match["bound"].lower() == "by"):
                return None
            return _span(int(match["year3"] or year), _MONTHS[match["month3"].lower()])
        month, day = match["month"] or match["month2"], match["day"] or match["day2"]
        told = match["year"] or match["year2"]
        return _span(int(told or year), _MONTHS[month.lower()], int(day))
    except ValueError:
        return None


def _span(year: int, month: int, day: int | None = None) -> tuple[date, date]:
    if day is not None:
        return date(year, month, day), date(year, month, day)
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
