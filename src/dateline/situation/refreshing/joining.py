"""New tellings of events are linked with those known, and what a new link touches is grouped again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dateline.compare.days import read_days
from dateline.compare.mentions import EventMention
from dateline.compare.same_event import Link, group_events, link_events
from dateline.compare.words import stems_of
from dateline.situation.events.mentions import load_mentions
from dateline.situation.rows import Row, writing

_NEAR = 4
"""Days around a telling's day in which other tellings of its event are looked for."""
_LOOK_BACK = 21
"""Days before a report in which it may tell again, without a date, what was told."""
_LONGEST = 31
"""Days a date may cover and still count as a day; "2013" says too little to look around it."""


def join_events(connection: sqlite3.Connection, versions: Sequence[int]) -> set[int]:
    """Join the events of new versions with each other and those known; return the joined events that are now others.

    A joined event that was merged into another is among them too, and has no telling any more.
    """
    rows = writing(connection)("new_events", versions=versions)
    if not rows:
        return set()
    _add_tellings(connection, rows)
    ask = writing(connection)
    fresh = load_mentions(ask, [row["number"] for row in rows])
    near = ask("near_events", days=sorted(_days_around(rows)), versions=versions)
    known = load_mentions(ask, [row["joined"] for row in near])
    links = list(link_events(fresh, known))
    connection.executemany(
        "INSERT OR REPLACE INTO telling_link (event, other, score, reason) VALUES (?, ?, ?, ?)",
        [(link.first, link.second, link.strength, link.reason) for link in links],
    )
    return _regroup(connection, fresh, known, links)


def _add_tellings(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Let every new event be a joined event of its own for now."""
    tellings = []
    for row in rows:
        days = read_days(row["date"])
        near = days and days.length <= _LONGEST
        first = days.first.isoformat() if days and near else row["published"]
        last = days.last.isoformat() if days and near else row["published"]
        sentence = row["words"] or row["act"] or ""
        stems = " ".join(sorted(stems_of(row["act"] or ""))), " ".join(sorted(stems_of(sentence)))
        tellings.append((row["number"], row["number"], row["version"], row["type"], first, last, *stems))
    connection.executemany(
        "INSERT INTO telling (event, joined, version, type, first_day, last_day, acts, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        tellings,
    )


def _days_around(rows: Iterable[Row]) -> set[str]:
    """Return the days on which tellings are looked for that new ones may repeat."""
    days: set[date] = set()
    for row in rows:
        told = read_days(row["date"])
        published = date.fromisoformat(row["published"]) if row["published"] else None
        if told and told.length <= _LONGEST:
            days.update(_iter_days(_moved(told.first, -_NEAR), _moved(told.last, _NEAR)))
        if published:
            days.update(_iter_days(_moved(published, -_LOOK_BACK), _moved(published, _NEAR)))
    return {day.isoformat() for day in days}


def _moved(day: date, days: int) -> date:
    """Return a day so many days later; the calendar's own ends where it ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _iter_days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _regroup(
    connection: sqlite3.Connection, fresh: list[EventMention], known: list[EventMention], links: list[Link]
) -> set[int]:
    """Group again the new mentions and the joined events that links touch."""
    ask = writing(connection)
    linked = {link.first for link in links} | {link.second for link in links}
    joined = {row["event"]: row["joined"] for row in ask("joined_of", events=[m.number for m in known])}
    touched = {joined[number] for number in linked & joined.keys()}
    again = [mention for mention in known if joined[mention.number] in touched]
    before = [Link(**row) for row in ask("links", joined=touched)]
    clusters = group_events([*again, *fresh], [*before, *links])
    connection.executemany(
        "UPDATE telling SET joined = ? WHERE event = ?",
        [(cluster.number, number) for cluster in clusters for number in cluster.mentions],
    )
    return touched | {cluster.number for cluster in clusters}
