"""Values of a record in words, the same on the terminal and on pages: dates, short or long, and verbs of position."""

from __future__ import annotations

import re
from datetime import date

from dateline.model.position import PositionKind

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT = 3  # letters
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOLDS = {
    PositionKind.GOAL: ("wants", "want"),
    PositionKind.COMMITMENT: ("promises", "promise"),
    PositionKind.DEMAND: ("demands", "demand"),
    PositionKind.REFUSAL: ("refuses", "refuse"),
    PositionKind.DENIAL: ("denies", "deny"),
    PositionKind.WARNING: ("warns of", "warn of"),
}


def holds(kind: PositionKind | str, *, many: bool = False) -> str:
    """Return the verb of a kind of position: "promises", of many "promise"."""
    return _HOLDS[PositionKind(kind)][many]


def say_date(value: str | date | None, *, long: bool = False) -> str:
    """Return a date of a record as people write it, its month in three letters or `long`; empty for none.

    >>> say_date("2015-11-24"), say_date("2015-W48"), say_date("2015-11"), say_date("2015-11-24/2015-11-26")
    ('24 Nov 2015', 'week 48, 2015', 'Nov 2015', '24 Nov 2015 – 26 Nov 2015')
    >>> say_date("2015-11-24", long=True)
    '24 November 2015'
    """
    text = value.isoformat() if isinstance(value, date) else value
    if not text:
        return ""
    if "/" in text:
        return " – ".join(say_date(part, long=long) for part in text.split("/"))
    parts = text.split("-")
    if len(parts) == 2 and parts[1].startswith("W"):
        return f"week {parts[1][1:]}, {parts[0]}"
    if len(parts) >= 2 and parts[1].isdigit() and 1 <= int(parts[1]) <= len(_MONTHS):
        month = _cut(_MONTHS[int(parts[1]) - 1], long)
        day = parts[2].split("T")[0] if len(parts) == 3 else ""
        return f"{int(day)} {month} {parts[0]}" if day.isdigit() else f"{month} {parts[0]}"
    return text


def say_weekday(value: str | date | None, *, long: bool = False) -> str:
    """Return a date with its day of the week where it is one day; "no date" for none.

    >>> say_weekday("2015-11-24"), say_weekday("2015-11-24", long=True), say_weekday(None)
    ('Tue 24 Nov 2015', 'Tuesday 24 November 2015', 'no date')
    """
    text = value.isoformat() if isinstance(value, date) else value
    if text and _DAY.fullmatch(text):
        return f"{_cut(_DAYS[date.fromisoformat(text).weekday()], long)} {say_date(text, long=long)}"
    return say_date(text, long=long) or "no date"


def _cut(name: str, long: bool) -> str:
    return name if long else name[:_SHORT]
