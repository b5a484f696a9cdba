"""Stories of reports, brought up to date: those that new reports can belong to are grouped again with them.

A story nobody added to for a while is over; so stories that ended long before the first new report stay as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from dateline.compare.stories import Story, StoryReport, group_reports, make_story_report
from dateline.model import (
    Actor,
    ActorId,
    ActorKind,
    Document,
    DocumentId,
    Mention,
    MentionForm,
    Place,
    PlaceKind,
    Record,
    Sector,
)
from dateline.situation.rows import Row, writing

_SILENCE = timedelta(days=15)
"""More than the days after which a story is over (dateline.compare.stories)."""
_LONGEST_NAME = 90


def write_stories(connection: sqlite3.Connection, versions: Collection[int], joined: Collection[int]) -> None:
    """Put new and changed versions into stories; `joined` are the joined events whose rows were written anew."""
    _gather(connection, sorted(versions))
    days = [date.fromisoformat(day) for day in _days_of(connection, versions) if day]
    touched = _stories_near(connection, days) if versions else []
    reports = [_as_report(row) for row in writing(connection)("stories_reports", stories=touched)]
    grouped = group_reports(reports)
    connection.executemany("DELETE FROM story WHERE number = ?", [(number,) for number in touched])
    connection.executemany(
        "UPDATE story_report SET story = ? WHERE version = ?",
        [(story.number, version) for story in grouped for version in story.reports],
    )
    again = {row["joined"] for row in writing(connection)("joined_in", versions=[r.number for r in reports])}
    connection.executemany(_PUT_EVENT, [(number,) for number in sorted(again | set(joined))])
    for story in grouped:
        _write(connection, story)


def _gather(connection: sqlite3.Connection, versions: list[int]) -> None:
    """Keep what the versions that count are about, and forget what the others are about."""
    connection.executemany("DELETE FROM story_report WHERE version = ?", [(version,) for version in versions])
    ask = writing(connection)
    actors = _group(ask("report_actors", versions=versions))
    places = _group(ask("report_places", versions=versions))
    connection.executemany(
        "INSERT INTO story_report (version, published, title, marks) VALUES (?, ?, ?, ?)",
        [
            (row["number"], row["published"], row["title"], "\n".join(sorted(_marks(row, actors, places))))
            for row in ask("story_texts", versions=versions)
        ],
    )


def _group(rows: Iterable[Row]) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row["version"], []).append(row)
    return grouped


def _marks(row: Row, actors: dict[int, list[Row]], places: dict[int, list[Row]]) -> frozenset[str]:
    """Return what a report is about; only as much of its record is made as that needs."""
    number = row["number"]
    document = Document.model_construct(
        id=DocumentId(""), source="", title=row["title"], text=row["text"], published=None, authors=()
    )
    record = Record.model_construct(
        document=document,
        actors=tuple(_actor(a) for a in actors.get(number, ())),
        places=tuple(_place(p) for p in places.get(number, ())),
    )
    return make_story_report(record, number).marks


def _actor(row: Row) -> Actor:
    form = MentionForm.NAME if row["is_named"] else MentionForm.NOMINAL
    return Actor.model_construct(
        id=ActorId(row["id"]),
        name=row["name"],
        kind=ActorKind(row["kind"]),
        country=row["country"],
        country_assumed=bool(row["country_assumed"]),
        sector=Sector(row["sector"]) if row["sector"] else None,
        wikidata=row["wikidata"],
        mentions=(Mention.model_construct(start=0, end=1, form=form),),
        reason="",
    )


def _place(row: Row) -> Place:
    return Place.model_construct(name=row["name"], kind=PlaceKind(row["kind"]))


def _days_of(connection: sqlite3.Connection, versions: Collection[int]) -> list[str | None]:
    return [
        row[0]
        for version in sorted(versions)
        for row in connection.execute("SELECT published FROM version WHERE number = ?", (version,))
    ]


def _stories_near(connection: sqlite3.Connection, days: list[date]) -> list[int]:
    """Return the stories that reports of some days can belong to, and those whose reports have no day."""
    if not days:
        return [row[0] for row in connection.execute("SELECT number FROM story")]
    first, last = (min(days) - _SILENCE).isoformat(), (max(days) + _SILENCE).isoformat()
    near = "SELECT number FROM story WHERE last_day IS NULL OR (last_day >= ? AND first_day <= ?)"
    return [row[0] for row in connection.execute(near, (first, last))]


def _as_report(row: Row) -> StoryReport:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return StoryReport(row["version"], row["title"], published, frozenset(row["marks"].split("\n")))


def _write(connection: sqlite3.Connection, story: Story) -> None:
    events = connection.execute(
        "SELECT count(*), min(since) FROM joined_event WHERE story = ?", (story.number,)
    ).fetchone()
    connection.execute(
        "INSERT OR REPLACE INTO story (number, title, first_day, last_day, events, reports, since) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            story.number,
            story.title or _name(connection, story.number),
            story.first.isoformat() if story.first else None,
            story.last.isoformat() if story.last else None,
            events[0],
            len(story.reports),
            story.first.isoformat() if story.first else None,
        ),
    )


def _name(connection: sqlite3.Connection, story: int) -> str:
    """Return a name for a story whose reports have no titles: who takes part in most of its events, and where.

    Where its events name nobody and no place, it is how its first report begins.
    """
    names = [row[0] for row in connection.execute(_NAMES, {"story": story})]
    places = [row[0] for row in connection.execute(_PLACES, {"story": story}) if row[0] not in names]
    return ", ".join([*names, *places]) or _begin(connection, story)


def _begin(connection: sqlite3.Connection, version: int) -> str:
    """Return the first words of a report, cut between words."""
    text = str(connection.execute("SELECT text FROM version WHERE number = ?", (version,)).fetchone()[0])
    words = " ".join(text[: 2 * _LONGEST_NAME].split())
    return words if len(words) <= _LONGEST_NAME else words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"


_PUT_EVENT = """
UPDATE joined_event SET story = (
  SELECT r.story FROM telling t JOIN story_report r ON r.version = t.version WHERE t.joined = joined_event.number
  GROUP BY r.story ORDER BY count(*) DESC, r.story LIMIT 1)
WHERE number = ?
"""
_NAMES = """
SELECT p.name FROM joined_event e
  CROSS JOIN joined_party j INDEXED BY joined_party_joined ON j.joined = e.number AND j.level = 1
  CROSS JOIN party p ON p.number = j.party
WHERE e.story = :story AND p.kind NOT IN ('population', 'other') AND p.reports > 1
GROUP BY p.number ORDER BY count(DISTINCT e.number) DESC, p.name LIMIT 2
"""
_PLACES = """
SELECT place FROM joined_event WHERE story = :story AND place IS NOT NULL GROUP BY place ORDER BY count(*) DESC, place LIMIT 1
"""
