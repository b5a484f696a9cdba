"""Making a document of a plain text and of what its source says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from dateline.model import Document, FoundDate, Wire, identify_document
from dateline.sources.header import read_header
from dateline.sources.header.dates import read_month_and_day

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says of a report beside its text; it beats what the text's head says.

    `dates` are all days it gives, of which `published` and `modified` are believed.
    """

    published: date | None = None
    modified: date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    language: str | None = "en"
    wire: Wire | None = None
    dates: tuple[FoundDate, ...] = ()


def make_document(
    text: str,
    *,
    source: str = "-",
    published: date | None = None,
    known: Known | None = None,
) -> Document:
    """Return the document of `text`; carriage returns are read as line feeds, nothing else is changed.

    Half a surrogate pair, which JSON and names of files can carry and no UTF-8 can hold, becomes the replacement
    character.
    """
    known = _make_storable(known or Known())
    text = _storable(text.replace("\r\n", "\n").replace("\r", "\n"))
    header = read_header(text)
    given = published or known.published
    day = given or header.published
    if day is None and header.day and header.modified:
        day = read_month_and_day(header.day.replace(".", ""), header.modified.year)
    publisher = known.publisher or header.publisher
    url = known.url or header.url
    return Document(
        id=identify_document(publisher=publisher, url=url, text=text),
        source=_storable(source),
        url=url,
        title=known.title or header.title,
        publisher=publisher,
        agency=known.agency or header.agency,
        authors=known.authors or header.authors,
        published=day,
        modified=known.modified or header.modified or day,
        dateline=header.dateline or known.dateline,
        language=known.language,
        wire=known.wire,
        dates=known.dates,
        text=text,
        blocks=header.blocks,
    )


def _make_storable(known: Known) -> Known:
    changes: dict[str, Any] = {
        field.name: _storable(value) for field in fields(known) if isinstance(value := getattr(known, field.name), str)
    }
    return replace(known, authors=tuple(map(_storable, known.authors)), **changes)


def _storable(words: str) -> str:
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", words)
