"""Which versions of an archive have to be read anew, and what is at hand for that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.archive.keeping.readings import Ingredient, match_phrases
from dateline.archive.packing import unpack_record
from dateline.model import Record

_AT_ONCE: Final = 50
"""Phrases in one full-text query."""


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version as the archive has it: its record, and its parse where that was kept by the parser `model`."""

    version: int
    record: Record
    parse: bytes | None = None
    model: str | None = None


def find_all(connection: sqlite3.Connection, reading: int | None) -> list[int]:
    """Return the versions made by a reading; with None those of which nobody noted how they were made."""
    if reading is None:
        rows = connection.execute(
            "SELECT v.number FROM version v "
            "WHERE NOT EXISTS (SELECT 1 FROM version_reading r WHERE r.version = v.number) "
            "AND NOT EXISTS (SELECT 1 FROM member m WHERE m.version = v.number AND m.copy_of IS NOT NULL) "
            "ORDER BY v.number"
        )
    else:
        rows = connection.execute("SELECT version FROM version_reading WHERE reading = ? ORDER BY version", (reading,))
    return [number for (number,) in rows]


def find_touched(connection: sqlite3.Connection, reading: int, changed: Sequence[Ingredient]) -> list[int]:
    """Return the versions made by a reading on which one of the changed ingredients bears."""
    phrases = sorted({phrase for ingredient in changed for phrase in ingredient.phrases})
    touched: set[int] = set()
    for first in range(0, len(phrases), _AT_ONCE):
        query = match_phrases(phrases[first : first + _AT_ONCE])
        if query is not None:
            rows = connection.execute("SELECT rowid FROM version_lemmas WHERE version_lemmas MATCH ?", (query,))
            touched.update(number for (number,) in rows)
    for country in sorted({ingredient.country for ingredient in changed if ingredient.country}):
        for table in ("actor", "place"):
            rows = connection.execute(f"SELECT DISTINCT version FROM {table} WHERE country = ?", (country,))
            touched.update(number for (number,) in rows)
    return [number for number in find_all(connection, reading) if number in touched]


def iter_kept(connection: sqlite3.Connection, versions: Sequence[int]) -> Iterator[KeptVersion]:
    """Yield versions with what is kept of them."""
    for version in versions:
        packed, text, parse, model = connection.execute(
            "SELECT v.record, v.text, p.packed, p.model FROM version v LEFT JOIN parse p ON p.version = v.number "
            "WHERE v.number = ?",
            (version,),
        ).fetchone()
        yield KeptVersion(version, unpack_record(packed, text), parse, model)
