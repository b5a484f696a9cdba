"""Opening an archive: the SQLite file, its settings, its schema version and migrations."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

from dateline.errors import ArchiveError, ArchiveLocked, ArchiveTooNew

APPLICATION_ID = 0x646C696E  # "dlin", so that other tools can tell the file
BUSY_MILLISECONDS = 5_000
_STEPS = 1_000_000  # of SQLite's machine between two looks at the keyboard


def open_database(path: Path, *, writable: bool = True) -> sqlite3.Connection:
    """Open an archive, make it where there is none, and bring its schema up to date.

    Raises ArchiveTooNew for one that a newer dateline made, ArchiveLocked where another process is writing, and
    ArchiveError where the file is no archive or cannot be opened.
    """
    try:
        return _open_for_writing(path) if writable else _open_for_reading(path)
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise ArchiveLocked(
                f"{path}: another process is writing to this archive; try again when it is done"
            ) from error
        reason = "is a folder" if path.is_dir() else str(error)
        raise ArchiveError(f"{path}: the archive cannot be opened ({reason})") from error
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{path}: is no dateline archive ({error})") from error
    except (FileExistsError, NotADirectoryError) as error:
        raise ArchiveError(f"{path}: the archive cannot be opened ({path.parent} is no folder)") from error
    except OSError as error:
        raise ArchiveError(f"{path}: the archive cannot be opened ({error.strerror or error})") from error


def is_busy(error: sqlite3.OperationalError) -> bool:
    """Tell whether an operation failed because another process holds the write lock."""
    return "locked" in str(error) or "busy" in str(error)


def _open_for_writing(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
    try:
        _check_kind(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        # A commit is on the disk when it returns: what was reported as kept survives a power cut too.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _open_for_reading(path: Path) -> sqlite3.Connection:
    if not path.exists():
        raise ArchiveError(f"{path}: no such archive; `dateline read REPORTS --archive {path}` makes one")
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        _check_kind(connection, path)
        connection.execute("PRAGMA query_only = ON")
        connection.set_authorizer(_allow_reading)
        connection.set_progress_handler(_look_up, _STEPS)
        if connection.execute("PRAGMA user_version").fetchone()[0] < len(_migrations()):
            raise ArchiveError(
                f"{path}: made by an older dateline; `dateline timeline --archive {path}` brings it up to date"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def _allow_reading(action: int, *_: object) -> int:
    """Refuse ATTACH, which would make a file; `query_only` refuses all other writing."""
    return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_ATTACH else sqlite3.SQLITE_OK


def _look_up() -> int:
    """Let Python notice a Ctrl-C in the middle of a long query."""
    return 0


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if kind != APPLICATION_ID and tables:
        raise ArchiveError(f"{path}: is a database, but no dateline archive")
    if version > len(_migrations()):
        raise ArchiveTooNew(f"{path}: made by a newer dateline (schema {version}); this one knows {len(_migrations())}")


def _migrations() -> list[str]:
    folder = files("dateline.archive") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def _migrate(connection: sqlite3.Connection) -> None:
    migrations = _migrations()
    if connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = connection.execute("PRAGMA user_version").fetchone()[0]
        for number, script in enumerate(migrations[done:], start=done + 1):
            for statement in _split_script(script):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number:d}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _split_script(script: str) -> list[str]:
    """Return the statements of a script; `executescript` would commit between them."""
    statements, draft = [], ""
    for line in script.splitlines(keepends=True):
        draft += line
        if sqlite3.complete_statement(draft):
            statements.append(draft)
            draft = ""
    return [s for s in statements if s.strip()]
