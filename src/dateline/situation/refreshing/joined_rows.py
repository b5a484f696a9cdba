"""The rows that joined events are found by: what each is told as, who takes part, who did what to whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, product

from dateline.compare.corroboration import corroborate
from dateline.compare.days import read_days
from dateline.model import EventStatus
from dateline.situation.events.mentions import group_roles, make_mention
from dateline.situation.events.settling import Roles, Settled, settle
from dateline.situation.parties.level import Level
from dateline.situation.refreshing.parties import ensure_country
from dateline.situation.rows import UNKNOWN_DAY, Row, writing

LEVELS = {Level.COUNTRY: 0, Level.ACTOR: 1}
Deed = tuple[str | None, int, float, object, object, int]
"""Day, quad class, score, known since, known until, number of the item."""
_WEEK = 7  # days a date may cover and still say the week


def write_joined(connection: sqlite3.Connection, numbers: Collection[int]) -> None:
    """Write the rows of some joined events anew; one that has no telling any more has none."""
    asked = sorted(numbers)
    _delete(connection, asked)
    ask = writing(connection)
    rows = ask("tellings", joined=asked, as_of=None, all=1)
    roles = group_roles(ask("roles", events=[row["number"] for row in rows]))
    countries: dict[str, int] = {}
    for number, told in groupby(rows, key=lambda row: row["joined"]):
        _write_one(connection, number, list(told), roles, countries)


def _delete(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    each = [(number,) for number in numbers]
    connection.executemany("DELETE FROM joined_event WHERE number = ?", each)
    connection.executemany("DELETE FROM joined_party WHERE joined = ?", each)
    connection.executemany("DELETE FROM tie WHERE item = ?", each)


def _write_one(
    connection: sqlite3.Connection, number: int, rows: list[Row], roles: Roles, countries: dict[str, int]
) -> None:
    counting = [row for row in rows if row["until"] is None]
    until = None if counting else max(row["until"] for row in rows)
    told = counting or rows
    settled = settle(told, roles)
    since = min((row["since"] for row in rows if row["since"]), default=None)
    days = read_days(settled.date)
    first = days.first.isoformat() if days else UNKNOWN_DAY
    last = days.last.isoformat() if days else None
    attested = corroborate(make_mention(row, roles.get(row["number"], ())) for row in told)
    reports = len(attested.reports) + sum({row["version"]: row["copies"] for row in told}.values())
    place = settled.place
    best = settled.best
    connection.execute(
        "INSERT INTO joined_event (number, type, status, quad, score, date, first_day, last_day, place, country, "
        "since, until, reports, sources) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number, settled.type, settled.status, best["quad"], best["score"], settled.date, first, last,
            place["place"] if place else None, place["place_country"] if place else None,
            since, until, reports, attested.independent,
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO joined_party (level, party, first_day, joined, role) VALUES (?, ?, ?, ?, ?)",
        [
            (level, party, first, number, role)
            for level, party, role in _taking_part(connection, told, roles, countries)
        ],
    )
    if settled.status == EventStatus.ACTUAL:
        day = first if days and days.length <= _WEEK else None
        deed = (day, best["quad"], best["score"], since, until, number)
        add_ties(connection, _iter_pairs(settled, connection, countries), deed)


def _taking_part(
    connection: sqlite3.Connection, told: Sequence[Row], roles: Roles, countries: dict[str, int]
) -> list[tuple[int, int, str]]:
    """Return level, party and role of everybody whom a telling has taking part."""
    found = set()
    for role in (role for row in told for role in roles.get(row["number"], ())):
        if role["party"]:
            found.add((LEVELS[Level.ACTOR], role["party"], role["role"]))
        if role["own_country"]:
            state = country_number(connection, role["own_country"], countries)
            found.add((LEVELS[Level.COUNTRY], state, role["role"]))
    return sorted(found)


def add_ties(
    connection: sqlite3.Connection,
    pairs: Iterable[tuple[int, int, int]],
    deed: Deed,
) -> None:
    """Write a deed, or words, of one party towards another for each pair of level, party and the one it is towards."""
    connection.executemany(
        "INSERT INTO tie (level, party, toward, day, quad, score, since, until, item) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*pair, *deed) for pair in pairs],
    )


def _iter_pairs(
    settled: Settled, connection: sqlite3.Connection, countries: dict[str, int]
) -> Iterator[tuple[int, int, int]]:
    """Yield level, party and the one it acts towards; two who act with each other are a pair in the order told."""
    sides = [[(p, find_party_number(connection, p.key)) for p in side] for side in (settled.actors, settled.recipients)]
    named = [[number for _, number in side if number] for side in sides]
    states = [
        [number for p, own in side if (number := stand_in(connection, p.country, own, countries))] for side in sides
    ]
    for level, (actors, recipients) in ((LEVELS[Level.COUNTRY], states), (LEVELS[Level.ACTOR], named)):
        yield from ((level, one, other) for one, other in pair_sides(actors, recipients))


def stand_in(
    connection: sqlite3.Connection, country: str | None, party: int | None, known: dict[str, int]
) -> int | None:
    """Return who stands for a party among countries: its country, itself where it has none ("NATO")."""
    return country_number(connection, country, known) if country else party


def pair_sides(actors: Sequence[int], recipients: Sequence[int]) -> list[tuple[int, int]]:
    """Return who acts towards whom, each pair once; without recipients, those who act act with each other.

    >>> pair_sides([1, 2], [3]), pair_sides([1, 2, 3], []), pair_sides([1], [1])
    ([(1, 3), (2, 3)], [(1, 2), (1, 3), (2, 3)], [])
    """
    ones, others = list(dict.fromkeys(actors)), list(dict.fromkeys(recipients))
    if others:
        return [(one, other) for one, other in product(ones, others) if one != other]
    return [(one, other) for index, one in enumerate(ones) for other in ones[index + 1 :]]


def find_party_number(connection: sqlite3.Connection, key: str | None) -> int | None:
    """Return the number of a party, None for somebody nothing tells from others."""
    if key is None:
        return None
    row = connection.execute("SELECT number FROM party WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else None


def country_number(connection: sqlite3.Connection, code: str, known: dict[str, int]) -> int:
    """Return the number of the party that stands for a country."""
    if code not in known:
        known[code] = ensure_country(connection, code)
    return known[code]
