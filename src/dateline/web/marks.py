"""A report's text cut where marks begin and end, so that overlapping marks never nest and no character is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import BlockKind, Position, Record, Span, Statement

INNERMOST = ("time", "place", "actor", "event", "position", "statement")
"""Of marks that share a letter the first in this order is the one a click means."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that a piece of the record stands on; `piece` is its id, `t1`, `t2`, … for times.

    `layer` is event, statement, position, actor, place or time; `part` says which of the piece's stretches it is;
    `tone` what tells it apart within its layer: a status, a voice, a kind.
    """

    piece: str
    layer: str
    part: str
    tone: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch without a mark's end in it; `opens` are the pieces whose first mark begins here."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    opens: tuple[str, ...]

    @property
    def pieces(self) -> tuple[str, ...]:
        """The ids of all pieces that are marked here, each once."""
        return tuple(dict.fromkeys(mark.piece for mark in self.marks))

    @property
    def target(self) -> str:
        """The piece a click here means: that of the narrowest layer."""
        return min(self.marks, key=lambda m: (INNERMOST.index(m.layer), m.end - m.start)).piece


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the report, cut into segments; `kind` is that of the block."""

    kind: str
    segments: tuple[Segment, ...]


def find_marks(record: Record) -> list[Mark]:
    """Return every mark of a record, in order of the text."""
    marks = [*_of_actors(record), *_of_places_and_times(record)]
    marks += [_mark(event.id, "event", "act", event.status.value, event.trigger) for event in record.events]
    for statement in record.statements:
        marks += _of_statement(statement)
    for position in record.positions:
        marks += _of_position(position)
    return sorted(marks, key=lambda m: (m.start, -m.end, INNERMOST.index(m.layer), m.piece))


def voice_of(statement: Statement) -> str:
    """Return whose voice a statement is: named, unnamed, or unknown where the text names a source nobody made out."""
    if statement.anonymous:
        return "unnamed"
    return "named" if statement.speaker or statement.speakers else "unknown"


def _of_actors(record: Record) -> Iterator[Mark]:
    for actor in record.actors:
        for mention in actor.mentions:
            yield _mark(actor.id, "actor", "mention", mention.form.value, mention.span)


def _of_places_and_times(record: Record) -> Iterator[Mark]:
    for place in record.places:
        yield _mark(place.id, "place", "name", place.kind.value, place.span)
    for number, time in enumerate(record.times, start=1):
        yield _mark(f"t{number}", "time", "expression", time.type.value.lower(), time.span)


def _of_statement(statement: Statement) -> Iterator[Mark]:
    voice = voice_of(statement)
    for span in statement.content:
        yield _mark(statement.id, "statement", "content", voice, span)
    if statement.cue:
        yield _mark(statement.id, "statement", "cue", voice, statement.cue)
    if statement.speaker_span:
        yield _mark(statement.id, "statement", "speaker", voice, statement.speaker_span)


def _of_position(position: Position) -> Iterator[Mark]:
    yield _mark(position.id, "position", "content", position.kind.value, position.content)
    if position.condition:
        yield _mark(position.id, "position", "condition", position.kind.value, position.condition.span)


def _mark(piece: str, layer: str, part: str, tone: str, span: Span) -> Mark:
    return Mark(str(piece), layer, part, tone, span.start, span.end)


def cut_text(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """Return the segments of `text[start:end]`: in order, joined they are that text; marks beyond it are left out."""
    end = len(text) if end is None else end
    inside = [m for m in marks if m.start < end and m.end > start]
    cuts = sorted({start, end, *(p for m in inside for p in (m.start, m.end) if start < p < end)})
    ordered = sorted(inside, key=lambda m: m.start)
    segments, active, coming = [], list[Mark](), 0
    for left, right in pairwise(cuts):
        while coming < len(ordered) and ordered[coming].start <= left:
            active.append(ordered[coming])
            coming += 1
        active = [m for m in active if m.end > left]
        segments.append(Segment(left, text[left:right], tuple(active), ()))
    return segments


def cut_report(record: Record, marks: Sequence[Mark], stretch: Span | None = None) -> list[Paragraph]:
    """Return the paragraphs of a report, or of the stretch of it, with their segments; opening marks are noted."""
    text = record.document.text
    first: dict[str, int] = {}
    for mark in marks:
        first[mark.piece] = min(first.get(mark.piece, mark.start), mark.start)
    paragraphs = []
    for kind, span in iter_blocks(record):
        if stretch and not stretch.covers(span):
            continue
        near = [m for m in marks if m.start < span.end and m.end > span.start]
        segments = tuple(_open_marks(cut_text(text, near, span.start, span.end), first))
        paragraphs.append(Paragraph(kind, segments))
    return paragraphs


def _open_marks(segments: Iterable[Segment], first: dict[str, int]) -> Iterator[Segment]:
    for segment in segments:
        opens = tuple(dict.fromkeys(m.piece for m in segment.marks if first.get(m.piece) == segment.start))
        for piece in opens:
            del first[piece]
        yield Segment(segment.start, segment.text, segment.marks, opens)


def iter_blocks(record: Record) -> Iterator[tuple[str, Span]]:
    """Yield kind and span of each block; what stands between blocks and is no white space is a block of its own."""
    text = record.document.text
    position = 0
    for block in sorted(record.document.blocks, key=lambda b: b.span.start):
        yield from _paragraphs_between(text, position, block.span.start)
        yield block.kind.value, block.span
        position = block.span.end
    yield from _paragraphs_between(text, position, len(text))


def _paragraphs_between(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Yield the paragraphs, parted by blank lines, of a stretch that no block covers."""
    while start < end:
        joint = text.find("\n\n", start, end)
        stop = end if joint < 0 else joint
        if text[start:stop].strip():
            yield BlockKind.PARAGRAPH.value, Span(start=start, end=stop)
        start = stop + 2 if joint >= 0 else end
