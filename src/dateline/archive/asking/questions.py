"""Questions an archive answers: who said what, and who wants, promises or refuses what.

The queries stand in `queries/*.sql`; everything a person types goes into them as a parameter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.archive.asking.names import MeantActors
from dateline.archive.query_files import load_query
from dateline.archive.reader import ArchiveReader


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; None asks for no limit.

    `about` holds the words looked for, each with its other forms: all words must stand there, in any one form.
    """

    by: MeantActors | None = None
    toward: MeantActors | None = None
    kinds: tuple[str, ...] | None = None
    about: tuple[tuple[str, ...], ...] | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The report something was read in."""

    published: str | None
    publisher: str | None
    agency: str | None
    title: str | None
    url: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A statement of an archive; `day` is when it was said or, where that is not told, published.

    `pieces` are the stretches it was said in, each with the character before and after it in the report;
    `opening_cue` the words that announce it, where they stand before it, `by_person` who changed it.
    """

    number: int
    speakers: tuple[str, ...]
    speaker_words: str | None
    words: str
    pieces: tuple[tuple[str, str, str], ...]
    opening_cue: str | None
    directness: str
    anonymous: bool
    anonymous_at_least: int | None
    anonymous_exactly: int | None
    anonymity_reason: str | None
    medium: str | None
    day: str | None
    by_person: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Stand:
    """A position of an archive; `day` is when the report that tells it was published."""

    number: int
    holders: tuple[str, ...]
    kind: str
    words: str
    toward: tuple[str, ...]
    condition: str | None
    relation: str | None
    deadline: str | None
    topic: str | None
    told_by: str | None
    day: str | None
    origin: Origin


def find_quotes(reader: ArchiveReader, question: Question) -> list[Quote]:
    """Return the statements a question asks for, newest first."""
    by = question.by
    rows = _ask(
        reader,
        "statements",
        names=_as_json(by.names if by else None),
        country=by.country if by else None,
        words=by.asked.lower() if by else None,
        about=match_words(question.about),
        since=_as_day(question.since),
        until=_as_day(question.until),
    )
    return [
        Quote(
            number=row["number"],
            speakers=tuple(json.loads(row["speakers"])),
            speaker_words=row["speaker_words"],
            words=row["words"],
            pieces=tuple((before, piece, after) for before, piece, after in json.loads(row["pieces"])),
            opening_cue=row["opening_cue"],
            directness=row["directness"],
            anonymous=bool(row["anonymous"]),
            anonymous_at_least=row["anonymous_at_least"],
            anonymous_exactly=row["anonymous_exactly"],
            anonymity_reason=row["anonymity_reason"],
            medium=row["medium"],
            day=row["day"],
            by_person=row["by_person"],
            origin=_origin(row),
        )
        for row in rows
    ]


def find_stands(reader: ArchiveReader, question: Question) -> list[Stand]:
    """Return the positions a question asks for, newest first."""
    by, toward = question.by, question.toward
    rows = _ask(
        reader,
        "positions",
        by=_as_json(by.names if by else None),
        by_country=by.country if by else None,
        toward=_as_json(toward.names if toward else None),
        toward_country=toward.country if toward else None,
        kinds=_as_json(question.kinds),
        about=match_words(question.about),
        since=_as_day(question.since),
        until=_as_day(question.until),
    )
    return [
        Stand(
            number=row["number"],
            holders=tuple(json.loads(row["holders"])),
            kind=row["kind"],
            words=row["words"],
            toward=tuple(json.loads(row["toward"])),
            condition=row["condition"],
            relation=row["relation"],
            deadline=row["deadline"],
            topic=row["topic"],
            told_by=row["told_by"],
            day=row["day"],
            origin=_origin(row),
        )
        for row in rows
    ]


def match_words(words: Sequence[Iterable[str]] | None) -> str | None:
    """Return a full-text query for texts that hold every word in one of its forms; None where no word is given.

    Every form is quoted, so that nothing in it is taken for the query language of FTS5.

    >>> match_words([("Syria", "Syrian"), ("peace",)])
    '("Syria" OR "Syrian") AND ("peace")'
    """
    groups = []
    for forms in words or ():
        quoted = ['"' + form.replace('"', '""') + '"' for form in forms if re.search(r"\w", form)]
        if quoted:
            groups.append(f"({' OR '.join(quoted)})")
    return " AND ".join(groups) or None


def _ask(reader: ArchiveReader, query: str, **parameters: object) -> list[dict[str, Any]]:
    table = reader.query(load_query(query), parameters)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _origin(row: dict[str, Any]) -> Origin:
    return Origin(row["published"], row["publisher"], row["agency"], row["title"], row["url"], row["source"])


def _as_json(values: Iterable[str] | None) -> str | None:
    return None if values is None else json.dumps(list(values), ensure_ascii=False)


def _as_day(day: date | None) -> str | None:
    return day.isoformat() if day else None
