"""What a joined event is told as: of values that reports give, the one most of them give, of equals the fullest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dateline.model import EventStatus
from dateline.situation.parties.party import Party, is_group
from dateline.situation.rows import Row

Value = TypeVar("Value")
Roles = Mapping[int, Sequence[Row]]
Sides = tuple[tuple[Party, ...], tuple[Party, ...]]
"""Who acts, and who has it done to them."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The values of a joined event, and `best`, the telling of which most is known."""

    best: Row
    type: str
    mode: str | None
    status: str
    date: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Row | None
    killed: int | None
    injured: int | None
    arrested: int | None


def settle(rows: Sequence[Row], roles: Roles) -> Settled:
    """Return what the tellings of one event, rows of `tellings.sql` in their order, come to.

    Each report has one vote on each value; a type that a person set needs none. Sides are taken whole, so that no actor of
    one report meets the recipient of another; somebody known across reports is fuller than somebody only one report knows.
    """
    reports = _by_report(rows)
    sides = _settle_sides(reports, roles)
    placed = _vote(reports, lambda row: row if row["place"] else None, key=lambda row: row["place"])
    status = _settle_status(reports)
    matching = [row for row in rows if row["status"] == status]
    changed = [row for row in rows if row["by_person"]]
    best = max(changed or matching or list(rows), key=lambda row: _fullness(row, roles))
    kind = best["type"] if changed else _vote(reports, lambda row: row["type"]) or best["type"]
    return Settled(
        best=best,
        type=kind,
        mode=_vote(reports, lambda row: row["mode"] if row["type"] == kind else None),
        status=status,
        date=_vote(reports, lambda row: row["date"], fullness=lambda value: len(value) == len("2015-11-24")),
        actors=sides[0],
        recipients=sides[1],
        place=placed,
        killed=_vote(reports, lambda row: row["killed"]),
        injured=_vote(reports, lambda row: row["injured"]),
        arrested=_vote(reports, lambda row: row["arrested"]),
    )


def _settle_status(reports: Sequence[Sequence[Row]]) -> str:
    """Return whether it happened as far as anybody says so; what was planned before it happened has happened."""
    votes = Counter(status for rows in reports for status in {row["status"] for row in rows})
    for settled in ((EventStatus.ACTUAL, EventStatus.NEGATED), (EventStatus.PLANNED, EventStatus.HYPOTHETICAL)):
        told = [status for status in settled if votes[status]]
        if told:
            return str(max(told, key=lambda status: votes[status]))
    raise ValueError("an event without a telling")


def name_party(role: Row) -> Party:
    """Return who a row of `roles.sql` is: the party across reports, a group without a name as its report calls it."""
    if role["key"] is None or is_group(role["key"]):
        return Party(role["key"], role["own_name"], role["own_country"], role["own_kind"])
    return Party(role["key"], role["name"], role["country"], role["kind"])


def parties_of(roles: Iterable[Row], role: str) -> tuple[Party, ...]:
    """Return the parties of one side, in order, each once."""
    return tuple(dict.fromkeys(name_party(row) for row in roles if row["role"] == role))


def _by_report(rows: Iterable[Row]) -> list[list[Row]]:
    reports: dict[int, list[Row]] = {}
    for row in rows:
        reports.setdefault(row["version"], []).append(row)
    return list(reports.values())


def _settle_sides(reports: Sequence[Sequence[Row]], roles: Roles) -> Sides:
    """Return the sides as one report has them: both known if any, then those whose parties most reports name."""
    told = [max((_sides(roles.get(row["number"], ())) for row in rows), key=_side_fullness) for rows in reports]
    support = Counter((index, _who(party)) for sides in told for index in (0, 1) for party in sides[index])

    def rank(sides: Sides) -> tuple[int, int, float]:
        named = [[support[index, _who(party)] for party in sides[index]] for index in (0, 1)]
        mean = sum(map(sum, named)) / max(1, sum(map(len, named)))
        return sum(map(bool, sides)), sum(max(counts, default=0) for counts in named), mean

    return max(told, key=rank)


def _who(party: Party) -> str:
    return party.key or party.name


def _sides(roles: Sequence[Row]) -> Sides:
    return parties_of(roles, "actor"), parties_of(roles, "recipient")


def _side_fullness(sides: Sides) -> tuple[int, int]:
    known = sum(party.key is not None for side in sides for party in side)
    return bool(sides[0]) + bool(sides[1]), known


def _fullness(row: Row, roles: Roles) -> tuple[int, int, int]:
    sides = _side_fullness(_sides(roles.get(row["number"], ())))
    values = sum(row[name] is not None for name in ("date", "place", "killed", "injured", "arrested"))
    return (*sides, values)


def _vote(
    reports: Sequence[Sequence[Row]],
    read: Callable[[Row], Value | None],
    *,
    key: Callable[[Value], object] | None = None,
    fullness: Callable[[Value], object] = lambda value: 0,
) -> Value | None:
    """Return the value most reports give, of equals the fullest, then the one known first; None where none gives one."""
    votes: Counter[object] = Counter()
    first: dict[object, Value] = {}
    for rows in reports:
        value = next((v for row in rows if (v := read(row)) is not None), None)
        if value is not None:
            name = key(value) if key else value
            first.setdefault(name, value)
            votes[name] += 1
    if not votes:
        return None
    return first[max(votes, key=lambda name: (votes[name], fullness(first[name])))]
