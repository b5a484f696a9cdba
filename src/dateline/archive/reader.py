"""Reading an archive: the same records again, and read-only SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.archive.copies.families import Family, iter_families
from dateline.archive.database import open_database
from dateline.archive.packing import unpack_record
from dateline.archive.versions.standing import Standing, find_standing
from dateline.errors import ArchiveError
from dateline.model import DocumentId, Record


@dataclass(frozen=True, slots=True)
class Item:
    """An event, statement or position of an archive, with the record it stands in, and whether that still counts."""

    number: int
    layer: str
    id: str
    record: Record
    standing: Standing


@dataclass(frozen=True, slots=True)
class Table:
    """The result of a query."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


class ArchiveReader:
    """Reads an archive and never writes to it; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_database(path, writable=False)

    def __enter__(self) -> ArchiveReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM version").fetchone()[0])

    def iter_records(self, *, current: bool = True) -> Iterator[Record]:
        """Yield the records in the order they were kept; where `current`, only those that count now.

        Of each document that is the latest version; copies of other reports, reports that a wire has taken back and
        those under embargo do not count.
        """
        source = "current_version" if current else "version"
        rows = self._connection.execute(f"SELECT v.record, v.text FROM {source} v ORDER BY v.number")
        for packed, text in rows:
            yield unpack_record(packed, text)

    def pick_current(self, documents: Iterable[DocumentId]) -> set[DocumentId]:
        """Return those of some document versions whose records count now."""
        rows = self._connection.execute(
            "SELECT id FROM current_version WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(documents)),),
        )
        return {DocumentId(document) for (document,) in rows}

    def record(self, document_id: DocumentId) -> Record:
        """Return the record of a document version; raise ArchiveError where there is none."""
        record = self.find_record(document_id)
        if record is None:
            raise ArchiveError(f"{self.path}: has no document {document_id}")
        return record

    def find_record(self, document_id: DocumentId) -> Record | None:
        """Return the record of a document version, None where there is none."""
        row = self._connection.execute("SELECT record, text FROM version WHERE id = ?", (document_id,)).fetchone()
        return None if row is None else unpack_record(*row)

    def item(self, number: int) -> Item:
        """Return the event, statement or position of that number; raise ArchiveError where there is none."""
        row = self._connection.execute(
            "SELECT i.layer, i.id, v.record, v.text FROM item i JOIN version v ON v.number = i.version "
            "WHERE i.number = ?",
            (number,),
        ).fetchone()
        if row is None:
            highest = self._connection.execute("SELECT max(number) FROM item").fetchone()[0]
            has = f"its numbers run from 1 to {highest}" if highest else "it is empty"
            raise ArchiveError(f"{self.path}: has no item {number}; {has}")
        layer, item_id, packed, text = row
        return Item(number, layer, item_id, unpack_record(packed, text), find_standing(self._connection, number))

    def families(self, *, publisher: str | None = None, document: DocumentId | None = None) -> Iterator[Family]:
        """Yield families of reports that repeat one another, newest first.

        All of them, those that a publisher's reports belong to, or the one that a document belongs to.
        """
        return iter_families(self._connection, publisher=publisher, document=document)

    def numbers(self, document_id: DocumentId) -> dict[str, int]:
        """Return the numbers of a document's items by their id in the record."""
        rows = self._connection.execute(
            "SELECT i.id, i.number FROM item i JOIN version v ON v.number = i.version WHERE v.id = ?", (document_id,)
        )
        return dict(rows.fetchall())

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Table:
        """Return the rows of one SELECT; raise ArchiveError where it is no valid or no reading query."""
        try:
            cursor = self._connection.execute(sql, parameters)
            columns = tuple(column[0] for column in cursor.description or ())
            return Table(columns, cursor.fetchall())
        except sqlite3.Error as error:
            message = str(error)
            if "readonly" in message or "read-only" in message or "not authorized" in message:
                message = "only queries that read are allowed"
            if message == "interrupted":
                raise KeyboardInterrupt from error
            raise ArchiveError(f"this query cannot be run: {message}") from error
