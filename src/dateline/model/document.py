"""One version of one report: its text, and what is known of it without reading it."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum

from pydantic import Field

from dateline.model.found_date import FoundDate
from dateline.model.identifiers import DocumentId
from dateline.model.page_stretch import PageStretch
from dateline.model.span import Piece, Span
from dateline.model.wire import Wire


class BlockKind(StrEnum):
    """What a stretch of a report's text is; `title` and `paragraph` are prose and are parsed."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"
    PARAGRAPH = "paragraph"

    @property
    def is_prose(self) -> bool:
        return self in (BlockKind.TITLE, BlockKind.PARAGRAPH)


class Block(Piece):
    """A stretch of the text of one kind; blocks follow each other and never overlap."""

    kind: BlockKind
    span: Span


class Document(Piece):
    """A report as read. Offsets anywhere in a record count into `text`.

    `wire` is what a wire service says of the item, `dates` every day a source gave for it. `blocks` says which
    stretches are prose and which are header, `page` where the text stands in the page it was read from; these two
    are kept in an archive but are not part of the published format and left out when a record is printed.
    """

    id: DocumentId
    source: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    dateline: str | None = None
    language: str | None = "en"
    wire: Wire | None = None
    dates: tuple[FoundDate, ...] = ()
    text: str
    blocks: tuple[Block, ...] = Field(default=(), exclude=True)
    page: tuple[PageStretch, ...] = Field(default=(), exclude=True)

    @property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that are parsed, in order."""
        return tuple(block for block in self.blocks if block.kind.is_prose)


def identify_document(*, publisher: str | None, url: str | None, text: str) -> DocumentId:
    """Name a document version by what it says and where: the first 16 hex digits of a SHA-256."""
    parts = "\x1f".join((publisher or "", url or "", text))
    return DocumentId(hashlib.sha256(parts.encode("utf-8")).hexdigest()[:16])
