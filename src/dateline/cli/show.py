"""`dateline show NUMBER`: a line of the brief, opened to the words it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from dateline.archive import ArchiveReader, Item
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption
from dateline.cli.phrases import (
    condition_of,
    holds,
    name_actors,
    name_source,
    place_of,
    say_date,
    say_day,
    say_kind,
    say_toll,
    speaker_of,
)
from dateline.cli.terminal import clean, page
from dateline.model import Event, Position, Record, Span, Statement

_STYLES = {
    "trigger": "bold black on yellow", "content": "underline", "cue": "bold magenta", "speaker": "bold cyan",
    "condition": "bold yellow", "sentence": "",
}  # fmt: skip
_MARKS = {"trigger": "[]", "content": "«»", "cue": "<>", "speaker": "{}", "condition": "()"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog="Example: dateline show 12 --archive crisis.db")(show)


def show(
    number: Annotated[int, typer.Argument(help="The number a line of the brief begins with.", min=1)],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Open a line of the brief: the paragraph with the words marked, every field, the rule and the reason."""
    with ArchiveReader(archive) as reader:
        item = reader.item(number)
    console = page()
    for line in _render(item):
        console.print(line)


def _render(item: Item) -> Iterator[Text]:
    record = item.record
    pieces = {"event": record.events, "statement": record.statements, "position": record.positions}[item.layer]
    piece = next(p for p in pieces if p.id == item.id)
    yield Text(f"{item.layer} {item.number}", style="bold underline")
    document = record.document
    yield Text(
        f"{clean(document.title or document.source)} – {name_source(record)}, {say_day(document.published)}",
        style="dim",
    )
    yield Text()
    yield _marked_paragraph(record, _parts(piece))
    yield Text()
    for name, value in _fields(record, piece):
        if value:
            yield Text.assemble((f"{name:>10}  ", "cyan"), clean(value))


def _parts(piece: Event | Statement | Position) -> list[tuple[str, Span]]:
    if isinstance(piece, Event):
        return [("trigger", piece.trigger)]
    if isinstance(piece, Statement):
        parts = [("content", span) for span in piece.content]
        parts += [(name, span) for name, span in (("cue", piece.cue), ("speaker", piece.speaker_span)) if span]
        return parts
    return [("content", piece.content), *([("condition", piece.condition.span)] if piece.condition else [])]


def _marked_paragraph(record: Record, parts: list[tuple[str, Span]]) -> Text:
    """Return the paragraphs the parts stand in, each part marked by style and by its own brackets."""
    text = record.document.text
    first = min(span.start for _, span in parts)
    last = max(span.end for _, span in parts)
    blocks = [b.span for b in record.document.blocks if b.span.overlaps(Span(start=first, end=last))]
    start = min((b.start for b in blocks), default=text.rfind("\n", 0, first) + 1)
    end = max((b.end for b in blocks), default=_line_end(text, last))
    marked = Text()
    position = start
    for name, span in sorted(parts, key=lambda p: p[1].start):
        if span.start < position:
            continue
        marked.append(_show_words(text[position : span.start]))
        opening, closing = _MARKS[name]
        marked.append(f"{opening}{_show_words(span.of(text))}{closing}", style=_STYLES[name])
        position = span.end
    marked.append(_show_words(text[position:end]))
    return marked


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _show_words(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else " " for c in text)


def _fields(record: Record, piece: Event | Statement | Position) -> Iterator[tuple[str, str]]:
    if isinstance(piece, Event):
        yield from _event_fields(record, piece)
    elif isinstance(piece, Statement):
        yield from _statement_fields(record, piece)
    else:
        yield from _position_fields(record, piece)
    yield "rule", piece.rule
    yield "reason", piece.reason


def _event_fields(record: Record, event: Event) -> Iterator[tuple[str, str]]:
    yield "what", say_kind(event)
    yield "status", event.status.value
    yield "actors", name_actors(record, event.actors)
    yield "recipients", name_actors(record, event.recipients)
    yield "when", say_date(event.date)
    place = place_of(record, event)
    yield "where", f"{place.name} ({place.country or 'no country'}): {place.reason}" if place else ""
    yield "toll", say_toll(event)
    yield "told by", name_actors(record, [event.source]) if event.source else "the report itself"
    yield "codes", f"CAMEO {event.cameo}, quad {event.quad}, score {event.score:g}; {', '.join(event.contexts)}"
    others = [e for e in record.events if e.same_as == event.same_as and e.id != event.id]
    yield "also told", ", ".join(f"“{e.trigger.of(record.document.text)}”" for e in others)


def _statement_fields(record: Record, statement: Statement) -> Iterator[tuple[str, str]]:
    yield "speaker", speaker_of(record, statement)
    yield "directness", statement.directness.value
    yield "unnamed", statement.anonymity_reason or ("yes" if statement.anonymous else "")
    yield "to", name_actors(record, [statement.addressee]) if statement.addressee else ""
    yield "medium", statement.medium or ""
    yield "when", say_date(statement.date)


def _position_fields(record: Record, position: Position) -> Iterator[tuple[str, str]]:
    yield "holder", name_actors(record, position.holder)
    yield "kind", f"{position.kind.value} ({holds(position.kind)})"
    yield "towards", name_actors(record, position.toward)
    condition = condition_of(record, position)
    relation = position.condition.relation.value.replace("_", " ") if position.condition else ""
    yield "condition", f"{relation}: {condition}" if condition else ""
    yield "deadline", say_date(position.deadline)
    yield "topic", position.topic or ""
    yield "told by", name_actors(record, [position.source]) if position.source else "the report itself"
