"""Dates as the heads of reports write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|
        november nov|december dec""".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s+(?:[A-Z]{2,4}(?:[+-]\d+)?))?)?"
_FORMS = [
    re.compile(rf"{_DAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
    re.compile(rf"{_DAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}}){_CLOCK}", re.I),
    re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:T\d\d:\d\d\S*)?{_CLOCK}"),
    re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}){_CLOCK}"),
    # With slashes only where one number can be no month: nothing else says which of the two is the day.
    re.compile(rf"(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{{4}}){_CLOCK}"),
    re.compile(rf"(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{{4}}){_CLOCK}"),
]
_LABEL = re.compile(
    r"(?:(?:first\s+)?published|posted|updated|last\s+(?:modified|updated)|modified|date)(?:\s+(?:on|at))?:?", re.I
)
_MODIFIED = re.compile(r"updated|modified", re.I)
_GLUE = re.compile(r"[\s|;,·•/–—-]*")
EARLIEST = 1900
LATEST = 2100
"""Years before and after which no report is dated; a year like 9999 stands where nobody filled one in."""


def read_date(words: str) -> date | None:
    """Return the date `words` consists of ("Nov. 24, 2015 6:41 PM EST"), None where it is no date.

    >>> read_date("Sat Nov 14, 2015 8:47pm GMT"), read_date("26.11.2015"), read_date("in 2015")
    (datetime.date(2015, 11, 14), datetime.date(2015, 11, 26), None)
    """
    for form in _FORMS:
        match = form.fullmatch(words.strip())
        if match:
            return _make_date(match)
    return None


def read_date_line(line: str) -> tuple[date, date | None] | None:
    """Return publication and modification date of a line that holds dates, labels and clock times only.

    >>> read_date_line("November 26, 2015 Updated: November 27, 2015")
    (datetime.date(2015, 11, 26), datetime.date(2015, 11, 27))
    >>> read_date_line("November 26, 2015 was a Thursday") is None
    True
    """
    published = modified = None
    position, label = 0, ""
    while position < len(line):
        position = _GLUE.match(line, position).end()  # type: ignore[union-attr]  # it matches the empty string too
        if match := _LABEL.match(line, position):
            label, position = match[0], match.end()
            continue
        found = next((m for form in _FORMS if (m := form.match(line, position))), None)
        value = _make_date(found) if found else None
        if found is None or value is None:
            break
        if _MODIFIED.search(label):
            modified = value
        elif published is None:
            published = value
        position, label = found.end(), ""
    if position < len(line) or (published is None and modified is None):
        return None
    return (published or modified, modified) if (published or modified) else None  # type: ignore[return-value]


def iter_dates(words: str) -> Iterator[tuple[date, bool]]:
    """Yield the dates that stand in a line, and whether a label before each says that it is one of change.

    >>> list(iter_dates("By A. Writer | Nov 24, 2015, last updated 25 November 2015"))
    [(datetime.date(2015, 11, 24), False), (datetime.date(2015, 11, 25), True)]
    """
    position = 0
    for match, day in _iter_matches(words):
        yield day, _MODIFIED.search(words, position, match.start()) is not None
        position = match.end()


def without_dates(words: str) -> str:
    """Return a line without its dates and their labels.

    >>> without_dates("By A. Writer | Published Nov 24, 2015 6:41 PM EST")
    'By A. Writer | '
    """
    for match, _ in reversed(list(_iter_matches(words))):
        words = words[: match.start()] + words[match.end() :]
    return re.sub(rf"(?<!\w){_LABEL.pattern}\s*", "", words, flags=re.I)


def _iter_matches(words: str) -> Iterator[tuple[re.Match[str], date]]:
    """Yield the dates of a line that do not overlap, in order."""
    matches = [m for form in _FORMS for m in re.finditer(rf"(?<![\w.]){form.pattern}(?!\w)", words, re.I)]
    position = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        day = _make_date(match) if match.start() >= position else None
        if day is not None:
            yield match, day
            position = match.end()


def read_month_and_day(words: str, year: int) -> date | None:
    """Return the date of "Nov 16" or "16 November" in `year`."""
    for order in (rf"{_MONTH}\s+(?P<day>\d{{1,2}})", rf"(?P<day>\d{{1,2}})\s+{_MONTH}"):
        match = re.fullmatch(order, words.strip(), re.I)
        if match:
            return _combine(year, match["month"], match["day"])
    return None


def _make_date(match: re.Match[str]) -> date | None:
    return _combine(int(match["year"]), match["month"], match["day"])


def _combine(year: int, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS.get(month.lower())
    if number is None or not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, number, int(day))
    except ValueError:
        return None
