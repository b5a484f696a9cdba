"""The head of a wire report: title, byline, agency, dates and dateline, told apart from its prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dateline.model import Block, BlockKind, Span


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a report says, and the blocks the whole text falls into."""

    blocks: tuple[Block, ...]
    title: str | None = None
    published: date | None = None


def read_header(text: str) -> Header:
    """Split a report into blocks and read what its head says."""
    blocks: list[Block] = []
    title = None
    published = None
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        span = Span(start=match.start(), end=match.start() + len(match[0].rstrip()))
        words = span.of(text)
        kind = BlockKind.PARAGRAPH
        if not blocks and len(words) < 200 and words[-1] not in ".!?”\"" and span.end < len(text.rstrip()):
            kind, title = BlockKind.TITLE, words
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            kind, published = BlockKind.DATE, date.fromisoformat(words)
        blocks.append(Block(kind=kind, span=span))
    return Header(tuple(blocks), title, published)
