"""Days told by counting from another act: "two days after the vote", "a week before he resigned".

The duration says nothing of the clause it stands in but of the act after it, whose day lies so far from the day of the clause
above. The other way round, where the act after it has its own date, that dates the clause above.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.extract import syntax
from dateline.language import Parse, Token
from dateline.model import Time, TimeType

_CLAUSES = frozenset("ccomp relcl acl advcl csubj parataxis".split())
_ABOUT = 3
"""Days by which weeks told by their number may be off: "two weeks after" is rarely said of exactly fourteen days."""


class Counted(NamedTuple):
    """A duration between two acts: `beyond` is the top of what it is counted from, `above` the clause it stands in."""

    time: Time
    beyond: Token
    above: Token
    is_later: bool
    """Whether the clause above is the later of the two ("after")."""

    def reaches(self, act: Token) -> bool:
        """Tell whether an act is the one counted from: the clause after the duration or a noun in it, no clause in that."""
        token = act
        while token.i != self.beyond.i:
            if token.dep_ in _CLAUSES or token.head.i == token.i:
                return False
            token = token.head
        return True

    def date_beyond(self, day: date) -> str | None:
        """Return the date of the act counted from, by the day of the clause above."""
        return _move(day, self.time.value, -1 if self.is_later else 1)

    def date_above(self, day: date) -> str | None:
        """Return the date of the clause above, by the day of the act counted from."""
        return _move(day, self.time.value, 1 if self.is_later else -1)


def find_counted(parse: Parse, times: Sequence[Time]) -> list[Counted]:
    """Return the durations of a report that stand before "after" or "before", in order."""
    return [counted for time in times if time.type is TimeType.DURATION and (counted := _read(parse, time))]


def _read(parse: Parse, time: Time) -> Counted | None:
    tokens = parse.tokens_between(time.start, time.end)
    if not tokens or tokens[-1] + 1 >= len(parse):
        return None
    link = parse.tokens[tokens[-1] + 1]
    if link.lower_ not in ("after", "before"):
        return None
    beyond = link.head if link.dep_ == "mark" else _find_late_verb(link) or link
    return Counted(time, beyond, beyond.head, link.lower_ == "after")


def _find_late_verb(link: Token) -> Token | None:
    """Find the verb of "after Chad, a member of the bloc, shelled", where it was parsed as a verb of the clause above."""
    verbs = (c for c in link.head.children if c.i > link.i)
    return next((v for v in verbs if (name := syntax.subject_taken_for_object(v)) and name.head.i == link.i), None)


def _move(day: date, length: str, sign: int) -> str | None:
    """Return the date so far from a day, as exact as the unit: "three months after" is a month."""
    number, unit = length[1:-1], length[-1]
    if length[0] != "P" or not number.isdigit() or unit not in "DWMY":
        return None
    try:
        return _MOVES[unit](day, int(number) * sign)
    except (OverflowError, ValueError):
        return None


def _move_days(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


def _move_weeks(day: date, weeks: int) -> str:
    if abs(weeks) == 1:
        return _move_days(day, 7 * weeks)
    return f"{_move_days(day, 7 * weeks - _ABOUT)}/{_move_days(day, 7 * weeks + _ABOUT)}"


def _move_months(day: date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1).isoformat()[:7]


def _move_years(day: date, years: int) -> str:
    return date(day.year + years, 1, 1).isoformat()[:4]


_MOVES = {"D": _move_days, "W": _move_weeks, "M": _move_months, "Y": _move_years}
