"""Making a document of a plain text and of what its source says about it."""

from __future__ import annotations

from datetime import date

from dateline.model import Document, identify_document
from dateline.sources.header import read_header


def make_document(
    text: str,
    *,
    source: str = "-",
    published: date | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
) -> Document:
    """Return the document of `text`; what is given here beats what the text's head says."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    header = read_header(text)
    return Document(
        id=identify_document(publisher=publisher, url=url, text=text),
        source=source,
        url=url,
        title=title or header.title,
        publisher=publisher,
        published=published or header.published,
        modified=published or header.published,
        text=text,
        blocks=header.blocks,
    )
