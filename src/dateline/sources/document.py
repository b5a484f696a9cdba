"""Making a document of a plain text and of what its source says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import Document, identify_document
from dateline.sources.header import read_header
from dateline.sources.header.dates import read_month_and_day

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Known:
    """What a source says of a report beside its text; it beats what the text's head says."""

    published: date | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = "en"


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
    known = known or Known()
    text = _storable(text.replace("\r\n", "\n").replace("\r", "\n"))
    header = read_header(text)
    given = published or known.published
    day = given or header.published
    if day is None and header.day and header.modified:
        day = read_month_and_day(header.day.replace(".", ""), header.modified.year)
    publisher = _storable(known.publisher) if known.publisher else header.publisher
    url = _storable(known.url) if known.url else header.url
    return Document(
        id=identify_document(publisher=publisher, url=url, text=text),
        source=_storable(source),
        url=url,
        title=_storable(known.title) if known.title else header.title,
        publisher=publisher,
        agency=header.agency,
        authors=header.authors,
        published=day,
        modified=header.modified or day,
        dateline=header.dateline,
        language=known.language,
        text=text,
        blocks=header.blocks,
    )


def _storable(words: str) -> str:
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", words)
