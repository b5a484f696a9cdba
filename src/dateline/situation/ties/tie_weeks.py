"""Ties, week by week, from the rows of who did what towards whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.errors import BadQuestion
from dateline.situation.findings.found import Found
from dateline.situation.parties.level import Level, level_number
from dateline.situation.parties.meant import Meant
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import load_parties
from dateline.situation.rows import Row
from dateline.situation.ties.tie import Flow, Tie, TieWeek
from dateline.situation.views.view import View

_NOTHING = Flow()


@dataclass(frozen=True, slots=True)
class _Side:
    party: Party
    numbers: tuple[int, ...]


def find_tie(view: View, first: str, second: str) -> Tie:
    """Return what two did and said towards each other; raise BadQuestion for nobody, or for the same twice."""
    one, other = view.meant(first), view.meant(second)
    level = Level.COUNTRY if _are_states(one, other) else Level.ACTOR
    sides = [_Side(m.parties[0], _numbers(view, m, level)) for m in (one, other)]
    if set(sides[0].numbers) & set(sides[1].numbers):
        raise BadQuestion(f"{first!r} and {second!r} are the same: {sides[0].party.name}; a tie is between two")
    return _load_tie(view, level, sides[0], sides[1])


def find_ties(view: View, level: Level, limit: int | None) -> Found[Tie]:
    """Return the ties with most events, each with its weeks."""
    edges = load_edges(view, level, view.scope.since, view.scope.until)
    edges.sort(key=lambda row: (-row["events"], row["first"], row["second"]))
    shown = edges if limit is None else edges[:limit]
    parties = load_parties(view.ask, {n for row in shown for n in (row["first"], row["second"])})
    ties = [
        _load_tie(view, level, *(_Side(parties[number], (number,)) for number in (row["first"], row["second"])))
        for row in shown
    ]
    return Found(tuple(ties), len(edges), Tie)


def find_ties_of(view: View, meant: Meant, limit: int) -> tuple[Tie, ...]:
    """Return the ties of somebody with whom they did and said most."""
    level = Level.COUNTRY if _stands_among_states(meant) else Level.ACTOR
    own = _Side(meant.parties[0], meant.numbers)
    period = {"as_of": view.as_of, "since": view.scope.since, "until": view.scope.until}
    tail = " LIMIT :limit"
    rows = view.ask("ties_of", tail, level=level_number(level), ones=list(own.numbers), limit=limit, **period)
    parties = load_parties(view.ask, [row["other"] for row in rows])
    return tuple(_load_tie(view, level, own, _Side(parties[row["other"]], (row["other"],))) for row in rows)


def load_edges(view: View, level: Level, since: date | None, until: date | None) -> list[Row]:
    """Return all ties of a period as rows: first, second, events, cooperation, conflict, score."""
    limits = view.limits()
    pairs = limits["countries"] if level is Level.COUNTRY else limits["parties"]
    of_whom: dict[str, Any] = {
        "level": level_number(level),
        "parties": [number for _, number in pairs] if pairs else None,
    }
    cut: dict[str, Any] = {
        "as_of": view.as_of,
        "since": since,
        "until": until,
        "types": limits["types"],
        "sources": limits["sources"],
    }
    if all(value is None for value in cut.values()):
        return view.ask("network_now", **of_whom)
    return view.ask("network", **of_whom, **cut)


def _are_states(one: Meant, other: Meant) -> bool:
    """Tell whether both stand among countries: at least one is a country, and neither acts for one."""
    return Level.COUNTRY in (one.level, other.level) and all(map(_stands_among_states, (one, other)))


def _stands_among_states(meant: Meant) -> bool:
    return meant.level is Level.COUNTRY or all(party.country is None for party in meant.parties)


def _numbers(view: View, meant: Meant, level: Level) -> tuple[int, ...]:
    """Return the parties of a side; among named actors a country is everybody who acts for it."""
    if level is Level.COUNTRY or meant.level is Level.ACTOR:
        return meant.numbers
    return tuple(row["number"] for row in view.ask("members", code=meant.parties[0].key))


def _load_tie(view: View, level: Level, one: _Side, other: _Side) -> Tie:
    limits = view.limits()
    rows = view.ask(
        "tie_weeks",
        level=level_number(level),
        ones=list(one.numbers),
        others=list(other.numbers),
        **{name: limits[name] for name in ("as_of", "since", "until", "types", "sources")},
    )
    dated = [row for row in rows if row["monday"]]
    return Tie(
        first=one.party,
        second=other.party,
        level=level,
        weeks=tuple(_iter_weeks(dated)),
        forth=_sum(dated, forth=1),
        back=_sum(dated, forth=0),
        undated=sum(row["cooperation"] + row["conflict"] for row in rows if not row["monday"]),
    )


def _iter_weeks(rows: Sequence[Row]) -> Iterable[TieWeek]:
    """Yield the weeks from the first to the last, those without anything too."""
    flows = {(row["monday"], row["forth"]): _flow(row) for row in rows}
    mondays = sorted({date.fromisoformat(row["monday"]) for row in rows})
    if not mondays:
        return
    monday = mondays[0]
    while monday <= mondays[-1]:
        key = monday.isoformat()
        yield TieWeek(monday, flows.get((key, 1), _NOTHING), flows.get((key, 0), _NOTHING))
        monday += timedelta(weeks=1)


def _sum(rows: Sequence[Row], *, forth: int) -> Flow:
    return sum((_flow(row) for row in rows if row["forth"] == forth), _NOTHING)


def _flow(row: Row) -> Flow:
    return Flow(row["cooperation"], row["conflict"], row["cooperation_score"], row["conflict_score"], row["said"])
