"""Actors: the list of all, one of them, and the tie between two."""

from __future__ import annotations

from collections import defaultdict

from dateline.errors import BadQuestion
from dateline.situation import ActorRow, Found, JoinedEvent, LedgerEntry, Level, Party, Situation, Tie
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import MOST_DRAWN, Order, Page, sort_list
from dateline.web.tables import Table, table_of_events
from dateline.web.weeks import count_weeks, weeks_of_tie

FEW = 12


ORDERS: tuple[Order[ActorRow], ...] = (
    Order("events", "most events"),
    Order("reports", "most reports", lambda row: (-row.reports, row.party.name.lower())),
    Order("name", "by name", lambda row: row.party.name.lower()),
    Order("country", "by country", lambda row: (row.party.country or "~", -row.events)),
)


def build_actors(desk: Desk, ask: Ask) -> Page:
    """Return the actors of the scope, those of most events first, and the busiest ties between countries."""
    listed = sort_list(ask, ORDERS, lambda limit, offset: desk.situation.actors(limit=limit, offset=offset))
    values = {"listed": listed, "ties": desk.situation.ties(limit=FEW)}
    return Page("Actors", "actors.html", values, listed.found, _table_of_actors(listed.found), needs=("parts",))


def _table_of_actors(found: Found[ActorRow]) -> Table:
    columns = ("key", "name", "kind", "country", "reports", "events")
    return Table(
        columns, [(r.party.key, r.party.name, r.party.kind, r.party.country, r.reports, r.events) for r in found]
    )


def build_actor(desk: Desk, ask: Ask) -> Page:
    """Return what there is on an actor: ties, events, statements, positions by matter."""
    profile = desk.situation.profile(ask.part("key"), limit=FEW)
    values = {"profile": profile, "matters": group_matters(profile.positions)}
    return Page(profile.party.name, "actor.html", values, profile, table_of_events(profile.events), needs=("charts",))


def build_actor_weeks(desk: Desk, ask: Ask) -> Page:
    """Return what an actor's chart draws: its events a week."""
    party = desk.situation.find_party(ask.part("key"))
    found = desk.situation.with_scope(actors=(party.key or party.name,)).timeline(limit=MOST_DRAWN, newest_first=True)
    data = {"weeks": count_weeks(found), "drawn": len(found), "total": found.total}
    return Page(party.name, None, {}, data)


def group_matters(entries: tuple[LedgerEntry, ...]) -> list[tuple[str, list[LedgerEntry]]]:
    """Return positions under the matter most of them share, each once; those of no shared matter last."""
    counts: dict[str, int] = defaultdict(int)
    for entry in entries:
        for topic in entry.topics:
            counts[topic] += 1
    groups: dict[str, list[LedgerEntry]] = defaultdict(list)
    for entry in entries:
        shared = [topic for topic in entry.topics if counts[topic] > 1]
        groups[max(shared, key=lambda t: (counts[t], t)) if shared else ""].append(entry)
    return sorted(groups.items(), key=lambda group: (group[0] == "", -len(group[1]), group[0]))


TIE_ORDERS: tuple[Order[JoinedEvent], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first", lambda e: (e.date or "9999", e.number)),
    Order("score", "gravest", lambda e: (e.score, -e.corroboration.reports)),
)


def build_tie(desk: Desk, ask: Ask) -> Page:
    """Return what two did and said towards each other: week by week, and event by event."""
    first, second = ask.one("first"), ask.one("second")
    if not first or not second:
        raise BadQuestion("a tie is between two: ?first=TUR&second=RUS")
    tie = desk.situation.tie(first, second)
    between = events_between(desk, tie)

    def fetch(limit: int, offset: int) -> Found[JoinedEvent]:
        return Found(tuple(between[offset : offset + limit]), len(between), JoinedEvent)

    listed = sort_list(ask, TIE_ORDERS, fetch)
    values = {"tie": tie, "listed": listed, "weeks": [week for week in tie.weeks if week.both.events or week.both.said]}
    data = {"tie": tie, "weeks": weeks_of_tie(tie), "events": listed.found}
    title = f"{tie.first.name} and {tie.second.name}"
    return Page(title, "tie.html", values, data, table_of_events(listed.found), needs=("charts",))


def events_between(desk: Desk, tie: Tie) -> list[JoinedEvent]:
    """Return the newest events in which one of a tie acts towards the other, of at most the last `MOST_DRAWN` of the first."""
    events = _limit_to(desk.situation, tie.first, tie.level).timeline(limit=MOST_DRAWN, newest_first=True)
    return [e for e in events if _between(e, tie)]


def _limit_to(situation: Situation, party: Party, level: str) -> Situation:
    if level == Level.COUNTRY and party.country:
        return situation.with_scope(countries=(party.country,))
    return situation.with_scope(actors=(party.key or party.name,))


def _between(event: JoinedEvent, tie: Tie) -> bool:
    ways = ((tie.first, tie.second), (tie.second, tie.first))
    return any(_has(event.actors, a, tie.level) and _has(event.recipients, b, tie.level) for a, b in ways)


def _has(parties: tuple[Party, ...], asked: Party, level: str) -> bool:
    if level == Level.COUNTRY and asked.country:
        return any(p.country == asked.country for p in parties)
    return any(p.key == asked.key for p in parties)
