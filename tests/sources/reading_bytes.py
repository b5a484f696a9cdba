"""Reading bytes in tests: what came of them, as documents and as lines."""

from __future__ import annotations

from dateline.sources import Document, Origin, ReadOptions, Remark, iter_documents
from dateline.sources.text import Item

PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."


def read_items(data: bytes | str, name: str = "file", origin: Origin | None = None, **options) -> list[Item]:
    """Return what is read from some bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return list(iter_documents(raw, name, ReadOptions(**options), origin))


def read_document(data: bytes | str, **options) -> Document:
    """Return the one document of some bytes; what is said of it beside is passed over."""
    (document,) = (item for item in read_items(data, **options) if not isinstance(item, Remark))
    assert isinstance(document, Document), document
    return document


def read_lines(data: bytes | str, **options) -> list[str]:
    """Return what is said of some bytes, one line for each thing; a document is its source and its first words."""
    return [
        f"{item.source} | {item.text[:20]}" if isinstance(item, Document) else str(item)
        for item in read_items(data, **options)
    ]
