"""What wires say of reports they have sent: not to be printed, to be printed again, not before a moment."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from dateline.archive.versions.addresses import as_moment, find_document, find_or_add_document
from dateline.model import Document, WireStatus


def takes_back(document: Document) -> bool:
    """Tell whether a report says of itself that it may not be printed: withheld without an end, or canceled.

    One that is withheld until a moment is under embargo: it is news from then on.
    """
    wire = document.wire
    if wire is None or wire.status is WireStatus.USABLE:
        return False
    return wire.status is WireStatus.CANCELED or as_moment(wire.embargo) is None


def is_notice(connection: sqlite3.Connection, document: Document) -> bool:
    """Tell whether a report says something new of itself: that it is taken back, or may be printed again or earlier."""
    wire = document.wire
    if wire is None:
        return False
    if takes_back(document):
        return True
    number = find_document(connection, document)
    return number is not None and (
        _has_notices(connection, number) or _tells_other_embargo(connection, document, as_moment(wire.embargo))
    )


def add_notice(connection: sqlite3.Connection, document: Document) -> None:
    """Keep what the wire says of a report: whether it may be printed, and when.

    A notice that takes a report back may come before the report.
    """
    wire = document.wire
    if wire is None:
        return
    number = find_or_add_document(connection, document)
    status = wire.status if takes_back(document) else WireStatus.USABLE
    if status is not WireStatus.USABLE or _has_notices(connection, number):
        connection.execute(
            "INSERT INTO notice (document, wire_version, status, source, text, added) VALUES (?, ?, ?, ?, ?, ?)",
            (number, wire.version, status.value, document.source, document.text, _now()),
        )
    if status is WireStatus.USABLE:
        connection.execute("UPDATE version SET embargo = ? WHERE id = ?", (as_moment(wire.embargo), document.id))


def _has_notices(connection: sqlite3.Connection, number: int) -> bool:
    return connection.execute("SELECT 1 FROM notice WHERE document = ?", (number,)).fetchone() is not None


def _tells_other_embargo(connection: sqlite3.Connection, document: Document, embargo: str | None) -> bool:
    row = connection.execute("SELECT embargo FROM version WHERE id = ?", (document.id,)).fetchone()
    return row is not None and row[0] != embargo


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
