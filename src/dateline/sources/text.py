"""Plain-text reports: one file, one report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from dateline.model import Document, FoundDate
from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.document import Known, make_document
from dateline.sources.language_check import foreign_language
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable

Item = Document | Unreadable | Remark
_DAY_IN_NAME = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)(?!\d)")
_SAMPLE = 8192
_FEWEST_CHARACTERS = 200
_MOST_CODE = 0.02


def read_text(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the one document of a plain-text file, or why it cannot be read."""
    try:
        decoded = decode(data)
    except UndecodableError as error:
        yield Unreadable(source, str(error))
        return
    if _looks_like_code(decoded.text):
        yield Unreadable(source, "looks like a program or a style sheet, no report")
        return
    if decoded.remark:
        yield Remark(source, decoded.remark)
    yield check_text(decoded.text, source, options, Known(url=origin.url))


def date_in_name(source: str) -> date | None:
    """Return the day with which the name of a file begins, None where there is none.

    >>> date_in_name("reports/2015-11-16-versailles.txt"), date_in_name("reports/16.txt")
    (datetime.date(2015, 11, 16), None)
    """
    match = _DAY_IN_NAME.match(PurePath(source).name)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _looks_like_code(text: str) -> bool:
    """Tell whether a text has as many braces, equals signs and semicolons as only code has.

    None of 20,851 reports has more than 2 % of them; nine of ten of 356 JavaScript files have.
    """
    sample = text[:_SAMPLE]
    return len(sample) >= _FEWEST_CHARACTERS and sum(map(sample.count, "{}=;")) > _MOST_CODE * len(sample)


def check_text(
    text: str, source: str, options: ReadOptions, known: Known, line: int | None = None
) -> Document | Unreadable:
    """Return the document of a text, or why it is none: empty, too long, or not English."""
    where = source if line is None else f"{source}:{line}"
    if not text.strip():
        return Unreadable(source, "is empty", line)
    if len(text) > options.max_characters:
        return Unreadable(
            source, f"has {len(text):,} characters; the most read as one report is {options.max_characters:,}", line
        )
    language = None if options.any_language else foreign_language(text)
    if language is not None:
        return Unreadable(
            source, f"looks like {language}; only English is read (--any-language reads it all the same)", line
        )
    document = make_document(text, source=where, known=known)
    if document.published is None and options.published is not None:
        document = make_document(text, source=where, known=known, published=options.published)
    elif document.published is None and (named := date_in_name(source)) is not None:
        found = FoundDate(value=named.isoformat(), origin="name of the file", used=True)
        known = replace(known, dates=(*known.dates, found))
        document = make_document(text, source=where, known=known, published=named)
    if not document.prose:
        return Unreadable(source, "has a head but no prose", line)
    return document
