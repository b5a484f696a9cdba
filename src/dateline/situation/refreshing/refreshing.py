"""Bringing what is derived from the records up to date: only what is new is looked at, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.archive import ArchiveReader
from dateline.archive.database import is_busy, open_database
from dateline.errors import ArchiveError, ArchiveLocked
from dateline.situation.decided import write_decided
from dateline.situation.refreshing.joined_rows import write_joined
from dateline.situation.refreshing.joining import join_events
from dateline.situation.refreshing.parties import add_parties
from dateline.situation.refreshing.stories import write_stories
from dateline.situation.refreshing.utterances import write_utterances
from dateline.situation.refreshing.versions import settle_versions
from dateline.situation.refreshing.words import index_words

RULES = 4
"""The version of the rules of joining: an archive joined by others is joined again from the beginning."""
_TOGETHER = 400
"""Versions that are joined at once: enough to share the look at what is known, few enough to stay small."""
_DERIVED = (
    "known_version", "party_of", "party_key", "party_name", "party", "joined_event", "telling_link", "telling",
    "joined_party", "tie_total", "tie", "voice", "utterance", "topic", "stem", "story_report", "story",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    rules: int
    stale: int
    item: int
    version: int
    turns: str | None


def needs_refresh(reader: ArchiveReader) -> bool:
    """Tell whether records came, went or changed since the archive was joined, or an embargo has ended."""
    state = _State(*reader.query(_READ_STATE).rows[0])
    return bool(state.stale) or state.rules != RULES or bool(state.turns and state.turns <= _now())


def refresh(path: Path, *, rebuild: bool = False) -> int:
    """Bring the derived tables of an archive up to date, and return how many versions were joined.

    Cheap where nothing changed. `rebuild` makes everything again. Raises ArchiveLocked where another process is
    writing, and ArchiveError where the file cannot be written.
    """
    connection = open_database(path)
    try:
        connection.execute("PRAGMA synchronous = NORMAL")  # what is derived can be made again
        connection.execute("BEGIN IMMEDIATE")
        joined = _refresh(connection, rebuild=rebuild)
        connection.execute("COMMIT")
        return joined
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise ArchiveLocked(f"{path}: another process is writing to this archive") from error
        raise ArchiveError(f"{path}: cannot be written ({error})") from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.close()


def _refresh(connection: sqlite3.Connection, *, rebuild: bool) -> int:
    state = _State(*connection.execute(_READ_STATE).fetchone())
    if rebuild or state.rules != RULES or _is_read_again(connection, state):
        _clear(connection)
        state = _State(RULES, 1, 0, 0, None)
    now = _now()
    if not state.stale and not (state.turns and state.turns <= now):
        return 0
    write_decided(connection)
    new = [
        row[0]
        for row in connection.execute("SELECT number FROM version WHERE number > ? ORDER BY number", (state.version,))
    ]
    changed = settle_versions(connection, state.version, now)
    touched: set[int] = set()
    for versions in _iter_parts(new):
        moved = add_parties(connection, versions)
        touched |= _joined_by_keys(connection, moved)
        changed |= _versions_by_keys(connection, moved) - set(versions)
        touched |= join_events(connection, versions)
        write_utterances(connection, versions)
        index_words(connection, versions)
    touched |= _joined_in(connection, changed)
    for numbers in _iter_parts(sorted(touched)):
        write_joined(connection, numbers)
    for versions in _iter_parts(sorted(changed)):
        write_utterances(connection, versions)
    write_stories(connection, {*new, *changed}, touched)
    _count_events(connection, touched)
    connection.execute(_WRITE_STATE, {"rules": RULES, "now": now})
    return len(new)


def _is_read_again(connection: sqlite3.Connection, state: _State) -> bool:
    """Tell whether versions joined before have new items: a new reading of old reports."""
    again = "SELECT 1 FROM item WHERE number > ? AND version <= ? LIMIT 1"
    return connection.execute(again, (state.item, state.version)).fetchone() is not None


def _clear(connection: sqlite3.Connection) -> None:
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table}")
    for words in ("party_words", "event_words", "utterance_words"):
        connection.execute(f"INSERT INTO {words} ({words}) VALUES ('delete-all')")


def _iter_parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _TOGETHER):
        yield numbers[start : start + _TOGETHER]


def _joined_by_keys(connection: sqlite3.Connection, keys: set[int]) -> set[int]:
    """Return the joined events that actors of some keys take part in."""
    found = """
        SELECT t.joined FROM party_of o JOIN role r ON r.version = o.version AND r.actor = o.actor
        JOIN telling t ON t.event = r.event WHERE o.key = ?
    """
    return {row[0] for key in sorted(keys) for row in connection.execute(found, (key,))}


def _versions_by_keys(connection: sqlite3.Connection, keys: set[int]) -> set[int]:
    found = "SELECT DISTINCT version FROM party_of WHERE key = ?"
    return {row[0] for key in sorted(keys) for row in connection.execute(found, (key,))}


def _joined_in(connection: sqlite3.Connection, versions: set[int]) -> set[int]:
    found = "SELECT joined FROM telling WHERE version = ?"
    return {row[0] for version in sorted(versions) for row in connection.execute(found, (version,))}


def _count_events(connection: sqlite3.Connection, joined: set[int]) -> None:
    """Count anew in how many joined events each party takes part that has part in some."""
    found = "SELECT DISTINCT party FROM joined_party WHERE joined = ? AND level = 1"
    parties = {row[0] for number in sorted(joined) for row in connection.execute(found, (number,))}
    connection.executemany(_COUNT_EVENTS, [(party,) for party in sorted(parties)])


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_READ_STATE = "SELECT rules, stale, item, version, turns FROM joining"
_COUNT_EVENTS = """
UPDATE party SET events = (SELECT count(DISTINCT joined) FROM joined_party WHERE level = 1 AND party = number) WHERE number = ?
"""
_WRITE_STATE = """
UPDATE joining SET rules = :rules, stale = 0,
  item = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'item'), 0),
  version = coalesce((SELECT max(number) FROM version), 0),
  turns = (SELECT min(embargo) FROM version WHERE embargo > :now)
"""
