"""Keeping records: one transaction a batch, nothing overwritten."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path

from dateline.archive.copies.register import CopyRegister
from dateline.archive.database import is_busy, open_database
from dateline.archive.keeping.readings import Note, Recipe, find_or_add_reading, keep_note, load_readings
from dateline.archive.keeping.recoding import KeptVersion, find_all, find_touched, iter_kept
from dateline.archive.keeping.revising import carry_numbers, clear_version
from dateline.archive.keeping.rows import (
    actor_rows,
    diagnostic_rows,
    event_row,
    evidence_rows,
    mention_rows,
    place_rows,
    position_row,
    role_rows,
    speaker_rows,
    stance_rows,
    statement_row,
    time_rows,
)
from dateline.archive.keeping.setting_aside import add_set_aside, find_set_aside, forget_set_aside
from dateline.archive.packing import pack_record, unpack_record
from dateline.archive.paragraphs import paragraph_around
from dateline.archive.versions.addresses import as_moment, find_or_add_document
from dateline.archive.versions.notices import add_notice, is_notice, takes_back
from dateline.errors import ArchiveError, ArchiveLocked
from dateline.model import (
    Diagnostic,
    Document,
    DocumentId,
    Event,
    Position,
    Record,
    Span,
    Statement,
)


class Kept(StrEnum):
    """What became of a record that was to be kept."""

    NEW = "new"
    VERSION = "version"
    KNOWN = "known"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Keeping:
    """A kept record: what became of it, and the numbers of its items by their id in the record."""

    record: Record
    kept: Kept
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Revision:
    """A newer record of a version, with what it was made with, and what is to be kept beside it where that is new."""

    version: int
    record: Record
    recipe: Recipe
    note: Note | None = None


class ArchiveWriter:
    """Writes records into an archive; use it as a context manager.

    Other processes go on reading while it writes. What `keep` has returned is on the disk. `recipe` says what records
    are made with, where that is known.
    """

    def __init__(self, path: Path, recipe: Recipe | None = None) -> None:
        self.path = path
        self.recipe = recipe
        self.added = 0
        """Versions this writer has added: on the disk, whatever happens next."""
        self._connection = open_database(path)
        self._reading: int | None = None
        self.copies = CopyRegister(self._connection)
        """Which reports repeat one another; filled as records are kept."""
        self._register_old()

    def __enter__(self) -> ArchiveWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def has(self, document: Document) -> bool:
        """Tell whether this very text of this address and publisher is in the archive."""
        return self._connection.execute("SELECT 1 FROM version WHERE id = ?", (document.id,)).fetchone() is not None

    def keep(
        self,
        records: Sequence[Record],
        notes: Sequence[Note | None] = (),
        aside: Sequence[tuple[Document, str]] = (),
    ) -> list[Keeping]:
        """Keep records, all or none, and return what became of each.

        `notes` are what is kept beside each record, and `aside` the reports that were not read, with the reasons.
        """
        with self._transaction():
            paired = zip_longest(records, notes)
            kept = [self._keep_one(record, note) for record, note in paired if record is not None]
            add_set_aside(self._connection, aside)
        self.added += sum(keeping.kept is not Kept.KNOWN for keeping in kept)
        return kept

    def revise(self, revisions: Sequence[Revision]) -> list[bool]:
        """Put newer records in the place of older ones, all or none; tell of each whether it differs and was written.

        Items keep their numbers where the new record has the same piece; see `revising`.
        """
        with self._transaction():
            return [self._revise_one(revision) for revision in revisions]

    def load_readings(self) -> dict[int | None, Recipe | None]:
        """Return how the versions were made: recipes by number, and None for versions of which nobody noted it."""
        found: dict[int | None, Recipe | None] = {None: None} if find_all(self._connection, None) else {}
        found.update(load_readings(self._connection).items())
        return found

    def find_versions(self, reading: int | None, newer: Recipe) -> list[int]:
        """Return the versions of a reading that may come out otherwise with a newer recipe, in order."""
        older = load_readings(self._connection)[reading] if reading is not None else None
        changed = older.find_changed(newer) if older else None
        if reading is None or changed is None:
            return find_all(self._connection, reading)
        return find_touched(self._connection, reading, changed)

    def count_versions(self, reading: int | None) -> int:
        """Return how many versions a reading made."""
        return len(find_all(self._connection, reading))

    def iter_kept(self, versions: Sequence[int]) -> Iterator[KeptVersion]:
        """Yield versions with their records and what is kept beside them."""
        return iter_kept(self._connection, versions)

    def settle_reading(self, reading: int | None, newer: Recipe) -> None:
        """Note that all versions of a reading are now as the newer recipe makes them."""
        with self._transaction():
            number = find_or_add_reading(self._connection, newer)
            if reading is not None and reading != number:
                self._connection.execute("UPDATE version_reading SET reading = ? WHERE reading = ?", (number, reading))
                self._connection.execute("DELETE FROM reading WHERE number = ?", (reading,))

    def keep_copies(self, copies: Sequence[tuple[Document, DocumentId]]) -> list[Keeping]:
        """Keep reports that were not read, each with the id of the kept report whose record speaks for it.

        A copy has a record without pieces, and a diagnostic that says whose copy it is.
        """
        if not copies:
            return []
        with self._transaction():
            kept = [self._keep_one(_make_copy(document, original), None, original) for document, original in copies]
        self.added += sum(keeping.kept is not Kept.KNOWN for keeping in kept)
        return kept

    def take_notice(self, document: Document) -> bool:
        """Keep what a wire says of whether and when a report may be printed.

        True where it takes the report back: what it comes with is no news then, and is not to be read.
        """
        if is_notice(self._connection, document):
            with self._transaction():
                add_notice(self._connection, document)
        return takes_back(document)

    def why_set_aside(self, document: Document) -> str | None:
        """Return why an earlier run set a report aside, None where none did."""
        return find_set_aside(self._connection, document)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Make everything in here one change, on the disk at the end or not made at all."""
        self._begin()
        try:
            yield
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise ArchiveError(f"{self.path}: cannot be written ({error})") from error
        except BaseException:
            self._roll_back()
            raise

    def numbers(self, document: Document) -> dict[str, int]:
        """Return the numbers of a kept document's items by their id in the record."""
        rows = self._connection.execute(
            "SELECT i.id, i.number FROM item i JOIN version v ON v.number = i.version WHERE v.id = ?", (document.id,)
        )
        return dict(rows.fetchall())

    def _begin(self) -> None:
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if is_busy(error):
                raise ArchiveLocked(f"{self.path}: another process is writing to this archive") from error
            raise ArchiveError(f"{self.path}: cannot be written ({error})") from error

    def _roll_back(self) -> None:
        self._reading = None  # its row may be gone
        self.copies = CopyRegister(self._connection)  # what it remembers of rows may be wrong now
        if self._connection.in_transaction:  # a full disk has rolled back already
            self._connection.execute("ROLLBACK")

    def _register_old(self) -> None:
        """Enter reports that an older dateline kept into the register of copies."""
        if self.copies.is_complete:
            return
        numbers = [number for (number,) in self._connection.execute("SELECT number FROM version ORDER BY number")]
        with self._transaction():
            self.copies.renew((number, self._load_document(number)) for number in numbers)

    def _load_document(self, version: int) -> Document:
        row = self._connection.execute("SELECT record, text FROM version WHERE number = ?", (version,)).fetchone()
        return unpack_record(*row).document

    def _keep_one(self, record: Record, note: Note | None, original: DocumentId | None = None) -> Keeping:
        if self.has(record.document):
            return Keeping(record, Kept.KNOWN, self.numbers(record.document))
        version, ordinal = self._add_version(record)
        forget_set_aside(self._connection, record.document)
        if note is not None and self.recipe is not None:
            self._reading = self._reading or find_or_add_reading(self._connection, self.recipe)
            keep_note(self._connection, version, note, self._reading, self.recipe.model)
        numbers = self._add_pieces(version, record, {})
        self.copies.add(version, record.document, original)
        if original is not None:
            return Keeping(record, Kept.COPY, numbers)
        return Keeping(record, Kept.NEW if ordinal == 1 else Kept.VERSION, numbers)

    def _revise_one(self, revision: Revision) -> bool:
        version, new = revision.version, revision.record
        packed, text = self._connection.execute(
            "SELECT record, text FROM version WHERE number = ?", (version,)
        ).fetchone()
        old = unpack_record(packed, text)
        if revision.note is not None:
            reading = find_or_add_reading(self._connection, revision.recipe)
            keep_note(self._connection, version, revision.note, reading, revision.recipe.model)
        if old == new:
            return False
        numbers = self.numbers(old.document)
        clear_version(self._connection, version, old, numbers)
        self._connection.execute("UPDATE version SET record = ? WHERE number = ?", (pack_record(new), version))
        self._add_pieces(version, new, carry_numbers(old, numbers, new))
        return True

    def _add_pieces(self, version: int, record: Record, carried: Mapping[str, int]) -> dict[str, int]:
        """Add the rows of a record's pieces; return the numbers of its items, which are those `carried` where there are."""
        self._many("actor", actor_rows(version, record))
        self._many("mention", mention_rows(version, record))
        self._many("place", place_rows(version, record))
        self._many("time", time_rows(version, record))
        self._many("diagnostic", diagnostic_rows(version, record))
        return self._add_items(version, record, carried)

    def _add_version(self, record: Record) -> tuple[int, int]:
        document = record.document
        number = find_or_add_document(self._connection, document)
        ordinal = (
            self._connection.execute("SELECT count(*) FROM version WHERE document = ?", (number,)).fetchone()[0] + 1
        )
        version = self._insert("version", _version_row(record, number, ordinal))
        self._connection.execute(
            "INSERT INTO version_words (rowid, title, text) VALUES (?, ?, ?)", (version, document.title, document.text)
        )
        return version, ordinal

    def _add_items(self, version: int, record: Record, carried: Mapping[str, int]) -> dict[str, int]:
        numbers: dict[str, int] = {}
        for layer, pieces in (
            ("event", record.events),
            ("statement", record.statements),
            ("position", record.positions),
        ):
            for piece in pieces:
                row: dict[str, object] = {"version": version, "layer": layer, "id": piece.id}
                if piece.id in carried:
                    row = {"number": carried[piece.id], **row}
                numbers[piece.id] = self._insert("item", row)
        for event in record.events:
            self._add_event(numbers[event.id], version, event)
        for statement in record.statements:
            self._add_statement(numbers[statement.id], version, statement, record.document.text)
        for position in record.positions:
            self._add_position(numbers[position.id], version, position, record.document.text)
        self._many("evidence", evidence_rows(numbers, record))
        return numbers

    def _add_event(self, number: int, version: int, event: Event) -> None:
        self._insert("event", event_row(number, version, event))
        self._many("role", role_rows(number, version, event))

    def _add_statement(self, number: int, version: int, statement: Statement, text: str) -> None:
        row = statement_row(number, version, statement, text)
        self._insert("statement", row)
        self._insert("statement_words", {"rowid": number, "words": row["words"]})
        said = Span(start=statement.content[0].start, end=max(span.end for span in statement.content))
        self._insert("statement_around", {"rowid": number, "paragraph": paragraph_around(text, said).of(text)})
        self._many("speaker", speaker_rows(number, version, statement))

    def _add_position(self, number: int, version: int, position: Position, text: str) -> None:
        row = position_row(number, version, position, text)
        self._insert("position", row)
        self._insert(
            "position_words", {"rowid": number, **{name: row[name] for name in ("words", "condition", "topic")}}
        )
        self._many("stance", stance_rows(number, version, position))

    def _insert(self, table: str, row: dict[str, object]) -> int:
        cursor = self._connection.execute(_insertion(table, row), tuple(row.values()))
        return int(cursor.lastrowid or 0)

    def _many(self, table: str, rows: Iterable[dict[str, object]]) -> None:
        found = list(rows)
        if found:
            self._connection.executemany(_insertion(table, found[0]), [tuple(row.values()) for row in found])


def _make_copy(document: Document, original: DocumentId) -> Record:
    """Return the record of a report that was not read since another's record speaks for it."""
    message = f"a copy of {original}, whose record speaks for it"
    return Record(document=document, diagnostics=(Diagnostic(stage="copies", message=message),))


def _insertion(table: str, row: dict[str, object]) -> str:
    """Return the INSERT of a row; table and columns are names of ours, never text from outside."""
    columns = ", ".join(f'"{name}"' for name in row)
    return f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})"


def _version_row(record: Record, document_number: int, ordinal: int) -> dict[str, object]:
    document = record.document
    return {
        "id": document.id,
        "document": document_number,
        "ordinal": ordinal,
        "source": document.source,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "agency": document.agency,
        "authors": json.dumps(document.authors, ensure_ascii=False),
        "published": document.published.isoformat() if document.published else None,
        "modified": document.modified.isoformat() if document.modified else None,
        "dateline": document.dateline,
        "language": document.language,
        "wire": document.wire.id if document.wire else None,
        "wire_version": document.wire.version if document.wire else None,
        "embargo": as_moment(document.wire.embargo) if document.wire else None,
        "text": document.text,
        "added": datetime.now(UTC).isoformat(timespec="seconds"),
        "record": pack_record(record),
    }
