"""Opening an archive to ask it: first what has been read since is joined."""

from __future__ import annotations

from pathlib import Path

from dateline.archive import ArchiveReader
from dateline.errors import ArchiveError, ArchiveLocked
from dateline.situation.refreshing import needs_refresh, refresh


def open_refreshed(path: Path) -> ArchiveReader:
    """Return a reader of an archive whose derived tables are up to date.

    While another process is writing, or where the file cannot be written, what was joined before is used; ArchiveError
    says so where nothing was.
    """
    if not path.exists():
        return ArchiveReader(path)  # says that there is none
    reader = _open_current(path)
    if not needs_refresh(reader):
        return reader
    try:
        refresh(path)
    except ArchiveError as error:
        if not _has_joined(reader):
            reader.close()
            raise error
    return reader


def _open_current(path: Path) -> ArchiveReader:
    """Return a reader of an archive, brought up to the schema of today where an older dateline made it."""
    try:
        return ArchiveReader(path)
    except ArchiveLocked:
        raise
    except ArchiveError as error:
        if "older dateline" not in str(error):
            raise
        refresh(path)
        return ArchiveReader(path)


def count_behind(reader: ArchiveReader) -> int:
    """Return how many versions are not joined yet."""
    return int(reader.query("SELECT count(*) FROM version WHERE number > (SELECT version FROM joining)").rows[0][0])


def _has_joined(reader: ArchiveReader) -> bool:
    return bool(reader.query("SELECT version FROM joining").rows[0][0])
