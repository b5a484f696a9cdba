"""Families of copies, as they are read from an archive."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from dateline.archive.query_files import load_query
from dateline.model import DocumentId


@dataclass(frozen=True, slots=True)
class Member:
    """One report of a family.

    `similarity` with the origin goes from 0 to 1: the share of the shorter text's words, three in a row, that the longer
    has. `differences` says in short notes what was changed in the origin. `copy_of` is the report whose record speaks for
    this one too, None where its own counts. `is_current` is false where a later version stands in its place or the wire
    has taken it back.
    """

    document: DocumentId
    title: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    url: str | None
    source: str
    similarity: float
    differences: tuple[str, ...]
    copy_of: DocumentId | None
    is_current: bool
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that repeat one another: the origin the others seem to be made from, why this one, and the others.

    `copies` come by day, then by publisher.
    """

    number: int
    agency: str | None
    reason: str
    origin: Member
    copies: tuple[Member, ...]


def iter_families(
    connection: sqlite3.Connection, *, publisher: str | None = None, document: DocumentId | None = None
) -> Iterator[Family]:
    """Yield families of two reports or more, newest first: all, those a publisher takes part in, or that of a document.

    Of each report the version that stands now is a member, and the origin as it was when it was copied.
    """
    rows = connection.execute(load_query("family_members"), {"publisher": publisher, "document": document})
    for number, members in groupby(rows, key=lambda row: row[0]):
        family = _make_family(number, list(members))
        if family.copies:
            yield family


def _make_family(number: int, rows: list[tuple[object, ...]]) -> Family:
    origin = next(_make_member(row) for row in rows if row[3])
    own = next(row[4] for row in rows if row[3])
    copies = tuple(_make_member(row) for row in rows if not row[3] and row[4] != own)
    return Family(number, _text(rows[0][1]), str(rows[0][2]), origin, copies)


def _make_member(row: tuple[object, ...]) -> Member:
    document, title, publisher, agency, published, url, source, similarity, differences, copy_of, latest, withdrawn = (
        row[5:]
    )
    return Member(
        document=DocumentId(str(document)),
        title=_text(title),
        publisher=_text(publisher),
        agency=_text(agency),
        published=_text(published),
        url=_text(url),
        source=str(source),
        similarity=float(str(similarity)),
        differences=tuple(json.loads(str(differences))),
        copy_of=DocumentId(str(copy_of)) if copy_of else None,
        is_current=bool(latest) and not withdrawn,
        is_withdrawn=bool(withdrawn),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
