"""Who wants, promises, demands, refuses, denies or warns of what, in lines."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dateline.cli.lines.excerpts import plain_words, shorten
from dateline.cli.lines.phrases import are_many, by_person, condition_of, content_of, name_actors, open_line
from dateline.cli.lines.ranking import Line, Source
from dateline.cli.lines.statements import day_of
from dateline.model import Position, Record
from dateline.model.wording import holds, say_date

_LONGEST = 240


def iter_position_lines(record: Record, numbers: dict[str, int]) -> Iterator[Line]:
    """Yield one line for each position of a record."""
    for position in record.positions:
        yield _line(record, position, numbers.get(position.id))


def _line(record: Record, position: Position, number: int | None) -> Line:
    holder = name_actors(record, position.holder)
    words = content_of(record, position.content)
    text = Text().append(open_line(holder) or "somebody", style="bold" if holder else "dim")
    verb = holds(position.kind, many=are_many(record, position.holder))
    text.append(f" {verb}: ", style="magenta").append(shorten(words, _LONGEST))
    return Line(
        number=number,
        day=day_of(record, None),
        text=text,
        key=position_key(holder, position.kind, words),
        condition=condition_of(record, position),
        details=_details(record, position),
        weight=bool(holder) + bool(position.toward) + 2 * bool(position.condition),
        sources=Source.of(record),
    )


def position_key(holder: str, kind: str, words: str) -> tuple[object, ...]:
    """Return what positions of one holder in the same words have in common."""
    return "position", holder, kind, plain_words(words)


def _details(record: Record, position: Position) -> tuple[str, ...]:
    toward = name_actors(record, position.toward)
    is_relayed = position.source is not None and position.source not in position.holder
    teller = name_actors(record, [position.source]) if position.source and is_relayed else ""
    return (
        f"towards {toward}" if toward else "",
        f"by {say_date(position.deadline)}" if position.deadline else "",
        f"according to {teller}" if teller else "",
        by_person(position),
    )
