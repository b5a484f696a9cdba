"""Splitting a report into blocks and reading what its head says.

The text is never changed: every block is a span of it. Lines of the head are read one by one until the first
that can only be prose; credits, rules and notices are taken out wherever they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from dateline.model import Block, BlockKind, Span
from dateline.sources.header.lines import (
    DatedPlace,
    Line,
    is_foot,
    read_dated_place,
    read_line,
    strip_update_mark,
)

_LONGEST_TITLE = 200
_LONGEST_HEAD_LINE = 120
_LINE_IS_PARAGRAPH = 160  # a line longer than this shows that lines are not wrapped
_HEAD_LINES = 14


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of a report says, and the blocks the whole text falls into."""

    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    modified: date | None = None
    dateline: str | None = None
    day: str | None = None


@dataclass(slots=True)
class _Draft:
    """What has been read of the head so far; the first that says a thing is believed."""

    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    modified: date | None = None
    dateline: str | None = None
    day: str | None = None

    def add(self, kind: BlockKind, start: int, end: int) -> None:
        if end > start:
            self.blocks.append(Block(kind=kind, span=Span(start=start, end=end)))

    def learn(self, line: Line) -> None:
        self.authors = self.authors or line.authors
        self.agency = self.agency or line.agency
        self.publisher = self.publisher or line.publisher
        self.url = self.url or line.url
        self.published = self.published or line.published
        self.modified = self.modified or line.modified


def read_header(text: str) -> Header:
    """Split a report into blocks and read what its head says."""
    draft = _Draft()
    lines = list(_iter_lines(text))
    body = _read_head(text, lines, draft)
    _read_body(text, lines[body:], draft)
    return Header(
        tuple(draft.blocks), draft.title, draft.authors, draft.agency, draft.publisher, draft.url, draft.published,
        draft.modified, draft.dateline, draft.day,
    )  # fmt: skip


def _iter_lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each line that is not blank, and whether a blank line stands before it."""
    blank_before = True
    for match in re.finditer(r"[^\n]*", text):
        words = match[0].strip()
        if words:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield start, start + len(words), blank_before
            blank_before = False
        elif match.end() < len(text) and match.end() > match.start() - 1:
            blank_before = blank_before or text[match.start() - 1 : match.start()] == "\n"


def _read_head(text: str, lines: list[tuple[int, int, bool]], draft: _Draft) -> int:
    """Read the lines of the head; return the number of the first line of the body."""
    for number, (start, end, _) in enumerate(lines[:_HEAD_LINES]):
        words = text[start:end]
        if is_foot(words):
            draft.add(BlockKind.BOILERPLATE, start, end)
            continue
        line = read_line(words) if end - start <= _LONGEST_HEAD_LINE else None
        if line is not None:
            draft.learn(line)
            draft.add(line.kind, start, end)
        elif draft.title is None and number == 0 and _is_title(words, lines, end, text):
            draft.title = words
            draft.add(BlockKind.TITLE, end - len(strip_update_mark(words)), end)
        elif words.startswith("* ") and draft.title is not None:
            draft.add(BlockKind.PARAGRAPH, start + 2, end)
        elif draft.dateline is None and _is_bare_place(words) and number + 1 < len(lines):
            draft.dateline = words
            draft.add(BlockKind.DATELINE, start, end)
        elif _is_section(words, number, lines):
            draft.add(BlockKind.BOILERPLATE, start, end)
        else:
            return number
    return min(len(lines), _HEAD_LINES)


def _is_title(words: str, lines: list[tuple[int, int, bool]], end: int, text: str) -> bool:
    if len(words) > _LONGEST_TITLE or len(lines) == 1 or read_dated_place(words):
        return False
    if not re.search(r"[.;:,]$|\.[”\"’')]*$", words):
        return (
            len(lines) < 2 or lines[1][2] or read_line(text[lines[1][0] : lines[1][1]]) is not None or words[-1] in "?!"
        )
    return (words.endswith(".") and bool(re.search(r"\b[A-Z]\.[A-Z]\.$", words))) or (
        len(lines) > 1 and len(words) < _LONGEST_HEAD_LINE and read_line(text[lines[1][0] : lines[1][1]]) is not None
    )


def _is_bare_place(words: str) -> bool:
    return bool(re.fullmatch(r"[A-ZÀ-Ý][A-ZÀ-Ý .’'/-]{2,30}", words))


def _is_section(words: str, number: int, lines: list[tuple[int, int, bool]]) -> bool:
    """Tell whether a short line of the head names a section of the paper ("World")."""
    return (
        0 < number < 4
        and len(words.split()) <= 2
        and words.isalpha()
        and words[0].isupper()
        and number + 1 < len(lines)
    )


def _read_body(text: str, lines: list[tuple[int, int, bool]], draft: _Draft) -> None:
    wrapped = all(end - start <= _LINE_IS_PARAGRAPH for start, end, _ in lines)
    first = True
    for start, end in _join_lines(lines, wrapped=wrapped):
        words = text[start:end]
        if is_foot(words):
            draft.add(BlockKind.BOILERPLATE, start, end)
            continue
        place = read_dated_place(words) if first or draft.dateline is None else None
        if place is not None and (first or place.agency is not None):
            _learn_place(text, start, place, draft)
            start += place.length
        first = False
        draft.add(BlockKind.PARAGRAPH, start, end)


def _join_lines(lines: list[tuple[int, int, bool]], *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs: single lines, or wrapped lines up to the next blank one."""
    start = end = -1
    for line_start, line_end, blank_before in lines:
        if start >= 0 and wrapped and not blank_before:
            end = line_end
            continue
        if start >= 0:
            yield start, end
        start, end = line_start, line_end
    if start >= 0:
        yield start, end


def _learn_place(text: str, start: int, place: DatedPlace, draft: _Draft) -> None:
    draft.dateline = draft.dateline or place.place
    draft.agency = draft.agency or place.agency
    draft.published = draft.published or place.published
    draft.day = place.day
    words = text[start : start + place.length].rstrip()
    draft.add(BlockKind.DATELINE, start, start + len(words))
