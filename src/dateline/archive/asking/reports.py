"""The reports of an archive as a list, and the versions of one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.query_files import load_query
from dateline.archive.reader import ArchiveReader
from dateline.model import DocumentId


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in a list, in the version that stands; `length` counts characters.

    `versions` is how many there are of it, `copy_of` the report whose record speaks for this one too; `withdrawn`
    says that its wire has taken it back.
    """

    document: DocumentId
    ordinal: int
    versions: int
    title: str | None
    publisher: str | None
    agency: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    url: str | None
    source: str
    length: int
    events: int
    statements: int
    positions: int
    copy_of: DocumentId | None
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a report; `ordinal` counts from 1 in the order they were kept, `added` is when, UTC."""

    document: DocumentId
    ordinal: int
    title: str | None
    published: str | None
    modified: str | None
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuestion:
    """Which reports are asked for; None asks for no limit. `words` must all stand in title or text."""

    as_of: date | None = None
    source: str | None = None
    since: date | None = None
    until: date | None = None
    words: str | None = None


def find_reports(
    reader: ArchiveReader, question: ReportQuestion, *, limit: int, offset: int = 0
) -> tuple[list[ReportRow], int]:
    """Return a page of the reports asked for, newest first, and how many there are in all."""
    rows = _ask(
        reader,
        "reports",
        as_of=_as_text(question.as_of),
        source=question.source,
        since=_as_text(question.since),
        until=_as_text(question.until),
        words=_as_match(question.words),
        limit=limit,
        offset=offset,
    )
    total = int(rows[0]["total"]) if rows else 0
    return [_make_report(row) for row in rows], total


def find_versions(reader: ArchiveReader, document: DocumentId) -> list[VersionRow]:
    """Return every version of the report that `document` is a version of, the first kept first."""
    rows = _ask(reader, "versions", document=document)
    return [VersionRow(DocumentId(row.pop("id")), **row) for row in rows]


def _ask(reader: ArchiveReader, name: str, **parameters: Any) -> list[dict[str, Any]]:
    table = reader.query(load_query(name), parameters)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _make_report(row: dict[str, Any]) -> ReportRow:
    values = {name: value for name, value in row.items() if name not in ("id", "total")}
    values["authors"] = tuple(json.loads(row["authors"]))
    values["withdrawn"] = bool(row["withdrawn"])
    return ReportRow(document=DocumentId(row["id"]), **values)


def _as_text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_match(words: str | None) -> str | None:
    """Return a full-text query for all words; what a person types is quoted, so that it is never syntax."""
    found = "".join(c if c.isalnum() else " " for c in words or "").split()
    return " ".join(f'"{word}"' for word in found) or None
