"""A page on an actor."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.situation.events.joined_event import JoinedEvent
from dateline.situation.events.timeline import choose_query, find_timeline
from dateline.situation.findings.found import Found
from dateline.situation.ledger.entries import LedgerEntry, find_ledger
from dateline.situation.parties.level import Level
from dateline.situation.parties.meant import Meant
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import make_party
from dateline.situation.rows import count
from dateline.situation.ties.tie import Tie
from dateline.situation.ties.tie_weeks import find_ties_of
from dateline.situation.views.scope import Scope
from dateline.situation.views.view import View
from dateline.situation.words.said import Wanted
from dateline.situation.words.statements import Saying, find_statements

_MEMBERS = 12
_MOST = " ORDER BY events DESC, reports DESC, number LIMIT :limit OFFSET :offset"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list: in how many reports it is named and in how many joined events it takes part."""

    party: Party
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a situation holds on an actor; of each part the first few and the number in all.

    `members` are the parties that were taken together: a country's code takes all who act for it.
    """

    party: Party
    members: tuple[Party, ...]
    offices: tuple[str, ...]
    events_total: int
    statements_total: int
    positions_total: int
    events: tuple[JoinedEvent, ...]
    statements: tuple[Saying, ...]
    positions: tuple[LedgerEntry, ...]
    ties: tuple[Tie, ...]


def find_actors(view: View, *, limit: int | None, offset: int) -> Found[ActorRow]:
    """Return the actors of a scope, those of most events first."""
    page = {"limit": -1 if limit is None else limit, "offset": offset}
    if view.scope == Scope() and view.as_of is None:
        rows, total = view.ask("all_actors", _MOST, **page), count(view.reader, "all_actors")
    else:
        limits = view.limits()
        numbers = [row["number"] for row in view.ask(choose_query(limits), **limits)]
        rows = view.ask("actors", _MOST, numbers=numbers, **page)
        total = count(view.reader, "actors", numbers=numbers)
    return Found(tuple(ActorRow(make_party(row), row["reports"], row["events"]) for row in rows), total, ActorRow)


def find_profile(view: View, name: str, limit: int) -> Profile:
    """Return what there is on an actor; raise BadQuestion with the nearest names for nobody."""
    meant = view.meant(name)
    own = replace(view, scope=replace(view.scope, actors=(name,)))
    events = find_timeline(own, limit=limit, offset=0, newest_first=True)
    statements = find_statements(view, Wanted("statement", by=name), limit=limit, offset=0)
    positions = find_ledger(view, Wanted("position", by=name), limit=limit, offset=0, later=False)
    return Profile(
        party=meant.parties[0],
        members=_find_members(view, meant),
        offices=tuple(row["office"] for row in view.ask("offices", parties=list(meant.numbers))),
        events_total=events.total,
        statements_total=statements.total,
        positions_total=positions.total,
        events=events.rows,
        statements=statements.rows,
        positions=positions.rows,
        ties=find_ties_of(view, meant, limit),
    )


def _find_members(view: View, meant: Meant) -> tuple[Party, ...]:
    if meant.level is Level.ACTOR:
        return meant.parties
    rows = view.ask("members", " LIMIT :limit", code=meant.parties[0].key, limit=_MEMBERS)
    return tuple(make_party(row) for row in rows)
