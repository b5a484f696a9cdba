"""Whether what was read still counts: the words of a report stand until a later version, a notice or a fuller copy."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from dateline.archive.query_files import load_query


class StandingKind(StrEnum):
    """Whether a version's record counts now; the first of these that holds."""

    WITHDRAWN = "withdrawn"  # the wire has taken the report back
    EMBARGO = "embargo"  # it may not be printed yet
    SUPERSEDED = "superseded"  # a later version stands in its place
    COPY = "copy"  # another report's record speaks for it
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Standing:
    """How an item stands.

    `since` is when it ceased to count (ISO, as far as known), for an embargo when it begins to. `other` is the id of the
    document that stands in its place, and `number` that of the item there which is the same, None where there is none.
    """

    kind: StandingKind
    since: str | None = None
    other: str | None = None
    number: int | None = None


def find_standing(connection: sqlite3.Connection, item: int) -> Standing:
    """Return how the item of that number stands."""
    version, document, embargo, copy_of = connection.execute(
        "SELECT v.number, v.document, v.embargo, m.copy_of FROM item i JOIN version v ON v.number = i.version "
        "LEFT JOIN member m ON m.version = v.number WHERE i.number = ?",
        (item,),
    ).fetchone()
    notice = connection.execute("SELECT added FROM withdrawn_document WHERE document = ?", (document,)).fetchone()
    if notice is not None:
        return Standing(StandingKind.WITHDRAWN, since=notice[0])
    latest = connection.execute(
        "SELECT number, id, coalesce(modified, published, added) FROM latest_version WHERE document = ?", (document,)
    ).fetchone()
    if _is_to_come(connection, version):
        return Standing(StandingKind.EMBARGO, since=embargo)
    if latest is not None and latest[0] != version:
        return Standing(StandingKind.SUPERSEDED, latest[2], latest[1], _find_same(connection, item, latest[0]))
    if copy_of is not None and not _is_to_come(connection, copy_of):
        other = connection.execute("SELECT id FROM version WHERE number = ?", (copy_of,)).fetchone()[0]
        return Standing(StandingKind.COPY, None, other, _find_same(connection, item, copy_of))
    return Standing(StandingKind.CURRENT)


def _is_to_come(connection: sqlite3.Connection, version: int) -> bool:
    row = connection.execute(
        "SELECT embargo > strftime('%Y-%m-%dT%H:%M:%SZ', 'now') FROM version WHERE number = ?", (version,)
    ).fetchone()
    return bool(row[0])


def _find_same(connection: sqlite3.Connection, item: int, version: int) -> int | None:
    """Return the item of a version that tells the same in the same words."""
    row = connection.execute(load_query("same_item"), {"item": item, "version": version}).fetchone()
    return None if row is None else int(row[0])
