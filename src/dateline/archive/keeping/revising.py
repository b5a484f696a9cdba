"""Putting a newer record in the place of an older one of the same version: rows go and come, numbers of items stay.

An item keeps its number where the new record has a piece of that sort at the same words: the number is what people cite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from dateline.archive.keeping.rows import position_row, statement_row
from dateline.archive.paragraphs import paragraph_around
from dateline.model import Record, Span

Content = tuple[object, ...]


def carry_numbers(old: Record, numbers: Mapping[str, int], new: Record) -> dict[str, int]:
    """Return the numbers that pieces of `new` have from pieces of `old` at the same words, by their new ids."""
    free: dict[Content, list[int]] = {}
    for piece, content in _iter_contents(old):
        free.setdefault(content, []).append(numbers[piece])
    carried: dict[str, int] = {}
    for piece, content in _iter_contents(new):
        if free.get(content):
            carried[piece] = free[content].pop(0)
    return carried


def _iter_contents(record: Record) -> Iterator[tuple[str, Content]]:
    """Yield each item's id and what makes it the same item in another reading."""
    for event in record.events:
        yield event.id, ("event", event.trigger.start, event.trigger.end, event.type)
    for statement in record.statements:
        yield statement.id, ("statement", *((span.start, span.end) for span in statement.content))
    for position in record.positions:
        yield position.id, ("position", position.content.start, position.content.end, position.kind)


def clear_version(connection: sqlite3.Connection, version: int, record: Record, numbers: Mapping[str, int]) -> None:
    """Delete every row of a version's record but the version's own; `record` is the one that was kept."""
    text = record.document.text
    for statement in record.statements:
        number = numbers[statement.id]
        words = statement_row(number, version, statement, text)["words"]
        _unindex(connection, "statement_words", number, {"words": words})
        said = Span(start=statement.content[0].start, end=max(span.end for span in statement.content))
        _unindex(connection, "statement_around", number, {"paragraph": paragraph_around(text, said).of(text)})
    for position in record.positions:
        number = numbers[position.id]
        row = position_row(number, version, position, text)
        _unindex(connection, "position_words", number, {name: row[name] for name in ("words", "condition", "topic")})
    for table in ("item", "actor", "place", "time", "diagnostic"):  # the rest goes with them
        connection.execute(f"DELETE FROM {table} WHERE version = ?", (version,))


def _unindex(connection: sqlite3.Connection, index: str, number: int, row: Mapping[str, object]) -> None:
    """Take a row out of a full-text index, which must be told what it was."""
    columns = ", ".join((index, "rowid", *row))
    marks = ", ".join("?" * (2 + len(row)))
    connection.execute(f"INSERT INTO {index} ({columns}) VALUES ({marks})", ("delete", number, *row.values()))
