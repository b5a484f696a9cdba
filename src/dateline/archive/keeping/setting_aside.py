"""Reports that were set aside unread: which, why, and that they need not be looked at again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime

from dateline.model import Document

Reason = str


def add_set_aside(connection: sqlite3.Connection, documents: Iterable[tuple[Document, Reason]]) -> None:
    """Note that reports were set aside, each with its reason."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.executemany(
        "INSERT OR REPLACE INTO set_aside (id, source, url, title, publisher, published, reason, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                document.id,
                document.source,
                document.url,
                document.title,
                document.publisher,
                document.published.isoformat() if document.published else None,
                reason,
                now,
            )
            for document, reason in documents
        ],
    )


def find_set_aside(connection: sqlite3.Connection, document: Document) -> Reason | None:
    """Return why a report was set aside, None where it was not."""
    row = connection.execute("SELECT reason FROM set_aside WHERE id = ?", (document.id,)).fetchone()
    return None if row is None else str(row[0])


def forget_set_aside(connection: sqlite3.Connection, document: Document) -> None:
    """Take a report off the list, since it has been read after all."""
    connection.execute("DELETE FROM set_aside WHERE id = ?", (document.id,))
