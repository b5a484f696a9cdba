"""Values of a record in words, as every page writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from dateline.situation import Party

_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOLDS = {
    "goal": "wants",
    "commitment": "promises",
    "demand": "demands",
    "refusal": "refuses",
    "denial": "denies",
    "warning": "warns of",
}
_STATUS = {"actual": "happened", "planned": "planned", "hypothetical": "possible", "negated": "did not happen"}
_VOICE = {"named": "named source", "unnamed": "unnamed source", "unknown": "source not made out"}


def say_date(value: str | date | None) -> str:
    """Return a date of a record as people write it; empty for none.

    >>> say_date("2015-11-24"), say_date("2015-W48"), say_date("2015-11"), say_date("2015-11-24/2015-11-26")
    ('24 November 2015', 'week 48, 2015', 'November 2015', '24 November 2015 – 26 November 2015')
    """
    text = value.isoformat() if isinstance(value, date) else value
    if not text:
        return ""
    if "/" in text:
        return " – ".join(say_date(part) for part in text.split("/"))
    parts = text.split("-")
    if len(parts) == 2 and parts[1].startswith("W"):
        return f"week {parts[1][1:]}, {parts[0]}"
    if len(parts) >= 2 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12:
        month = _MONTHS[int(parts[1]) - 1]
        day = parts[2].split("T")[0] if len(parts) == 3 else ""
        return f"{int(day)} {month} {parts[0]}" if day.isdigit() else f"{month} {parts[0]}"
    return text


def say_weekday(value: str | date | None) -> str:
    """Return a date with its day of the week where it is one day; "no date" for none.

    >>> say_weekday("2015-11-24"), say_weekday(None)
    ('Tuesday 24 November 2015', 'no date')
    """
    text = value.isoformat() if isinstance(value, date) else value
    if text and _DAY.fullmatch(text):
        return f"{_DAYS[date.fromisoformat(text).weekday()]} {say_date(text)}"
    return say_date(text) or "no date"


def say_kind(type_: str, mode: str | None) -> str:
    """Return type and mode of an event: "assault, heavy weapons"."""
    return str(type_).lower() + (f", {mode.replace('-', ' ')}" if mode else "")


def say_status(status: str) -> str:
    """Return a status in words: "planned", "did not happen"."""
    return _STATUS[str(status)]


def say_voice(voice: str) -> str:
    """Return whose voice a statement is, in words."""
    return _VOICE[voice]


def holds(kind: str) -> str:
    """Return the verb of a kind of position: "promises"."""
    return _HOLDS[str(kind)]


def say_names(parties: Iterable[Party | str]) -> str:
    """Return names as a list in words.

    >>> say_names(["Obama", "Hollande"]), say_names([])
    ('Obama and Hollande', '')
    """
    found = list(dict.fromkeys(p if isinstance(p, str) else p.name for p in parties))
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def say_toll(killed: int | None, injured: int | None, arrested: int | None) -> str:
    """Return counts of people: "130 killed, 12 injured"; empty where there are none."""
    counts = ((killed, "killed"), (injured, "injured"), (arrested, "arrested"))
    return ", ".join(f"{number:,} {what}" for number, what in counts if number is not None)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "report"), count(2, "report"), count(0, "tie")
    ('1 report', '2 reports', '0 ties')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def open_line(name: str) -> str:
    """Return a name as it stands at the beginning of a line: "The rebels"."""
    return name[:1].upper() + name[1:]
