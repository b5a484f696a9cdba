"""Which document of an archive a report is a version of: the one of its wire's id, or else of its address."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from dateline.model import Document


def find_document(connection: sqlite3.Connection, document: Document) -> int | None:
    """Return the number of the document that a report is a version of, None where the archive has none yet.

    A wire's id says it better than an address: items of a wire move from address to address.
    """
    wire = document.wire.id if document.wire else None
    row = connection.execute(
        "SELECT number FROM document WHERE wire = :wire OR address = :address ORDER BY wire IS :wire DESC LIMIT 1",
        {"wire": wire, "address": _address(document)},
    ).fetchone()
    return int(row[0]) if row else None


def find_or_add_document(connection: sqlite3.Connection, document: Document) -> int:
    """Return the number of a report's document, which is in the archive afterwards with the wire's id it came with."""
    number = find_document(connection, document)
    wire = document.wire.id if document.wire else None
    if number is None:
        added = connection.execute(
            "INSERT INTO document (address, wire) VALUES (?, ?)", (_address(document), wire)
        ).lastrowid
        return int(added or 0)
    if wire is not None:
        connection.execute("UPDATE document SET wire = ? WHERE number = ? AND wire IS NULL", (wire, number))
    return number


def _address(document: Document) -> str:
    if document.url:
        return document.url
    return f"wire:{document.wire.id}" if document.wire else f"text:{document.id}"


def as_moment(told: str | None) -> str | None:
    """Return an ISO date-time as moments are kept, in UTC and to the second; one without a zone is taken for UTC.

    None for none, and for words that are no date-time.

    >>> as_moment("2015-11-26T18:00:00+01:00"), as_moment("2015-11-26"), as_moment("soon")
    ('2015-11-26T17:00:00Z', '2015-11-26T00:00:00Z', None)
    """
    try:
        moment = datetime.fromisoformat(told) if told else None
    except ValueError:
        return None
    if moment is None:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
