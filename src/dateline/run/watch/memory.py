"""What a watch remembers: a small SQLite file beside the archive, so that a stopped watch goes on where it was.

An entry counts as seen only after its record is kept in the archive, or when it is certain that it can never be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path

from dateline.errors import ArchiveError, ArchiveLocked
from dateline.run.watch.entries import Entry

_APPLICATION_ID = 0x646C7774  # "dlwt"
_FORGOTTEN = 90 * 24 * 3600.0
"""Seconds after which an entry that its feed has no more is forgotten."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where the watch is with a feed."""

    etag: str | None = None
    modified: str | None = None
    next: float = 0.0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry whose page is still to be fetched, not before `next`."""

    feed: str
    key: str
    digest: str
    link: str
    day: date | None
    failures: int
    next: float


def memory_path(archive: Path) -> Path:
    """Return the file beside an archive: `crisis.watch.db` for `crisis.db`."""
    return archive.with_name(f"{archive.stem}.watch.db")


class WatchMemory:
    """The file of one watch, which no other watch can open meanwhile; use it as a context manager.

    Every method that changes something has it on the disk when it returns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=0)
            self._open()
        except sqlite3.Error as error:
            if "locked" in str(error):
                raise ArchiveLocked(f"{path}: another watch is at work with this archive") from error
            raise ArchiveError(f"{path}: the watch's memory cannot be opened ({error})") from error

    def __enter__(self) -> WatchMemory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let another watch have it."""
        self._connection.close()

    def feed(self, url: str) -> FeedState:
        """Return where the watch is with a feed."""
        row = self._connection.execute(
            "SELECT etag, modified, next, failures FROM feed WHERE url = ?", (url,)
        ).fetchone()
        return FeedState(*row) if row else FeedState()

    def keep_feed(self, url: str, state: FeedState) -> None:
        """Remember where the watch is with a feed."""
        self._put_feed(url, state)

    def is_settled(self, feed: str, entry: Entry) -> bool:
        """Tell whether an entry, as it is now, was seen or waits for its page already."""
        row = self._connection.execute(
            "SELECT 1 FROM seen WHERE feed = :feed AND key = :key AND digest = :digest "
            "UNION SELECT 1 FROM waiting WHERE feed = :feed AND key = :key AND digest = :digest",
            {"feed": feed, "key": entry.key, "digest": entry.digest},
        ).fetchone()
        return row is not None

    def settle_feed(
        self, url: str, state: FeedState, entries: Iterable[Entry], waiting: Iterable[Entry], now: float
    ) -> None:
        """Remember in one go that a feed's answer is worked off, which entries it had, and which pages are to be fetched."""
        with self._transaction():
            self._put_feed(url, state)
            self._connection.executemany(
                "UPDATE seen SET last = ? WHERE feed = ? AND key = ?", [(now, url, entry.key) for entry in entries]
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO waiting VALUES (?, ?, ?, ?, ?, 0, ?)",
                [(url, e.key, e.digest, e.link, e.day.isoformat() if e.day else None, now) for e in waiting],
            )
            self._connection.execute("DELETE FROM seen WHERE feed = ? AND last < ?", (url, now - _FORGOTTEN))

    def mark_seen(self, feed: str, entry: Entry | Waiting, now: float) -> None:
        """Remember that an entry needs no more work."""
        with self._transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)", (feed, entry.key, entry.digest, now)
            )
            self._connection.execute(
                "DELETE FROM waiting WHERE feed = ? AND key = ? AND digest = ?", (feed, entry.key, entry.digest)
            )

    def put_off(self, page: Waiting, next_: float, *, failures: int) -> None:
        """Remember when a page is to be tried again."""
        self._connection.execute(
            "UPDATE waiting SET next = ?, failures = ? WHERE feed = ? AND key = ? AND digest = ?",
            (next_, failures, page.feed, page.key, page.digest),
        )

    def iter_waiting(self, feeds: Iterable[str]) -> Iterator[Waiting]:
        """Yield the pages that are still to be fetched for these feeds, the longest waiting first."""
        for feed in feeds:
            rows = self._connection.execute(
                "SELECT feed, key, digest, link, day, failures, next FROM waiting WHERE feed = ? ORDER BY next, key",
                (feed,),
            ).fetchall()
            for feed_, key, digest, link, day, failures, next_ in rows:
                yield Waiting(feed_, key, digest, link, date.fromisoformat(day) if day else None, failures, next_)

    def _put_feed(self, url: str, state: FeedState) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)",
            (url, state.etag, state.modified, state.next, state.failures),
        )

    def _open(self) -> None:
        kind = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if kind != _APPLICATION_ID and self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            self._connection.close()
            raise ArchiveError(f"{self.path}: is a database, but no watch's memory")
        # Held from the first writing on until the file is closed, whatever ends the process.
        self._connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        self._connection.execute("PRAGMA synchronous = FULL")
        with self._transaction():
            schema = (files("dateline.run.watch") / "memory.sql").read_text(encoding="utf-8")
            for statement in schema.split(";\n"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {_APPLICATION_ID:d}")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")
