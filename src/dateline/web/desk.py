"""The archive as one request sees it: opened for it, closed after it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import dateline
from dateline.archive import ArchiveReader
from dateline.errors import DatelineError
from dateline.model import DocumentId
from dateline.situation import Situation
from dateline.web.asking import Ask

PATIENCE = 0.25
"""Seconds a request waits for what was read since the last one to be joined; then it answers with what is joined."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A situation within the filters and as of the day an address asks for, and the archive's reader beside it."""

    situation: Situation
    reader: ArchiveReader
    whole: Situation
    """The same as of the same day without filters."""

    def numbers(self, document: DocumentId) -> dict[str, int]:
        """Return the numbers of a report's items by their id in the record."""
        return self.reader.numbers(document)


class Office:
    """Opens an archive for each request.

    What another process adds is joined in a thread beside, one at a time, so that no page waits long for it: records
    are only read, and what is written are tables that can be made from them again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._joining = threading.Lock()
        self._seen: tuple[int, ...] | None = None

    @contextmanager
    def desk(self, ask: Ask) -> Iterator[Desk]:
        """Open the archive for one request."""
        self._catch_up()
        with ArchiveReader(self.path) as reader:
            whole = Situation(reader, as_of=ask.as_of)
            yield Desk(whole.with_scope(ask.scope()), reader, whole)

    def _catch_up(self) -> None:
        if self._state() == self._seen or not self._joining.acquire(blocking=False):
            return
        worker = threading.Thread(target=self._join, daemon=True)
        worker.start()
        worker.join(PATIENCE)

    def _join(self) -> None:
        try:
            dateline.open(self.path).close()
            self._seen = self._state()
        except DatelineError:
            self._seen = None  # somebody is writing: the next request tries again
        finally:
            self._joining.release()

    def _state(self) -> tuple[int, ...]:
        """Return what changes whenever something is written: sizes and times of the archive's files."""
        found: list[int] = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                stat = path.stat()
                found += [stat.st_size, stat.st_mtime_ns]
            except OSError:
                found += [0, 0]
        return tuple(found)
