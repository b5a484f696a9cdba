"""Values of a record in words, as every page writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dateline.model import wording
from dateline.situation import Party

_STATUS = {"actual": "happened", "planned": "planned", "hypothetical": "possible", "negated": "did not happen"}
_VOICE = {"named": "named source", "unnamed": "unnamed source", "unknown": "source not made out"}


def say_date(value: str | date | None) -> str:
    """Return a date of a record as pages write it, the month in full; empty for none."""
    return wording.say_date(value, long=True)


def say_weekday(value: str | date | None) -> str:
    """Return a date with its day of the week where it is one day; "no date" for none."""
    return wording.say_weekday(value, long=True)


def say_kind(type_: str, mode: str | None) -> str:
    """Return type and mode of an event: "assault, heavy weapons"."""
    return str(type_).lower() + (f", {mode.replace('-', ' ')}" if mode else "")


def say_status(status: str) -> str:
    """Return a status in words: "planned", "did not happen"."""
    return _STATUS[str(status)]


def say_voice(voice: str) -> str:
    """Return whose voice a statement is, in words."""
    return _VOICE[voice]


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


def cut(text: str, longest: int) -> str:
    """Return text as one line of at most so many characters, cut between words.

    >>> cut("France expelled two  diplomats", 20)
    'France expelled two …'
    """
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "report"), count(2, "report"), count(0, "tie")
    ('1 report', '2 reports', '0 ties')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def open_line(name: str) -> str:
    """Return a name as it stands at the beginning of a line: "The rebels"."""
    return name[:1].upper() + name[1:]
