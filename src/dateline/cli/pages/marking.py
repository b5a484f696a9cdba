"""The paragraph a piece stands in, with its parts marked: by colour, and by brackets for those who see none."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dateline.archive import paragraph_around
from dateline.model import Event, Position, Record, Span, Statement

_STYLES = {"act": "black on yellow", "said": "underline", "cue": "magenta", "speaker": "cyan", "condition": "yellow"}
_BRACKETS = {"act": "[]", "said": "«»", "cue": "<>", "speaker": "{}", "condition": "()"}
Part = tuple[str, Span]


def mark_parts(record: Record, piece: Event | Statement | Position) -> Text:
    """Return the paragraphs a piece stands in, its parts marked, and below them what the marks mean."""
    parts = sorted(_parts(piece), key=lambda part: (part[1].start, -part[1].end))
    text = record.document.text
    paragraph = _paragraph_of(record, parts)
    marked = Text()
    position = paragraph.start
    for name, span in _apart(parts):
        brackets = _BRACKETS[name]
        marked.append(_readable(text[position : span.start]))
        marked.append(f"{brackets[0]}{_readable(span.of(text))}{brackets[1]}", style=_STYLES[name])
        position = span.end
    marked.append(_readable(text[position : paragraph.end]).rstrip())
    names = dict.fromkeys(name for name, _ in parts)
    legend = ", ".join(f"{_BRACKETS[name][0]}{name}{_BRACKETS[name][1]}" for name in names)
    return marked.append(f"\n{legend}", style="dim")


def _parts(piece: Event | Statement | Position) -> list[Part]:
    if isinstance(piece, Event):
        return [("act", piece.trigger)]
    if isinstance(piece, Statement):
        parts = [("said", span) for span in piece.content]
        found = (("cue", piece.cue), ("speaker", piece.speaker_span))
        return parts + [(name, span) for name, span in found if span is not None]
    condition = [("condition", piece.condition.span)] if piece.condition else []
    return [("said", piece.content), *condition]


def _apart(parts: Sequence[Part]) -> list[Part]:
    """Return the parts without overlaps: a part that begins within another begins where that ends, or is left out."""
    kept: list[Part] = []
    position = 0
    for name, span in parts:
        start = max(span.start, position)
        if start < span.end:
            kept.append((name, Span(start=start, end=span.end)))
            position = span.end
    return kept


def _paragraph_of(record: Record, parts: Sequence[Part]) -> Span:
    first, last = min(span.start for _, span in parts), max(span.end for _, span in parts)
    return paragraph_around(record.document.text, Span(start=first, end=last))


def _readable(words: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else " " if c.isspace() else "�" for c in words)
