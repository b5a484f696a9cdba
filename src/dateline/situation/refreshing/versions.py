"""Which version of each report counts, from which day to which."""

from __future__ import annotations

import sqlite3

from dateline.situation.rows import Row, writing

_COLUMNS = ("version", "document", "family", "copies", "since", "until", "publisher", "agency")


def settle_versions(connection: sqlite3.Connection, after: int, now: str) -> set[int]:
    """Bring `known_version` up to date and return the versions joined before for which it is another now.

    Looked at are documents with versions after number `after`, and those that copies, notices or embargoes touch.
    """
    documents = [row[0] for row in connection.execute(_TOUCHED, {"after": after})]
    ask = writing(connection)
    fresh = {row["version"]: row for row in ask("known_versions", documents=documents, now=now)}
    known = {row["version"]: row for row in ask("known_before", documents=documents)}
    changed = {number for number in known.keys() | fresh.keys() if known.get(number) != fresh.get(number)}
    connection.executemany("DELETE FROM known_version WHERE version = ?", [(n,) for n in changed & known.keys()])
    connection.executemany(
        f"INSERT INTO known_version ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [_values(fresh[number]) for number in sorted(changed & fresh.keys())],
    )
    return {number for number in changed if number <= after}


def _values(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in _COLUMNS)


_TOUCHED = """
SELECT document FROM version WHERE number > :after
UNION SELECT document FROM notice
UNION SELECT v.document FROM member m JOIN version v ON v.number = m.version
UNION SELECT document FROM version WHERE embargo IS NOT NULL
"""
