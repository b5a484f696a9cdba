"""CSV tables: one report a row, with columns named in the first line."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from dateline.sources.decoding import UndecodableError, decode_head
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.rows import describe_missing, read_row, text_column
from dateline.sources.stream import HeadedStream
from dateline.sources.text import Item

_DELIMITERS = ",;\t|"
_COLUMN_NAME = re.compile(r"[^\W\d][\w .:/()#-]{0,39}")
_END = "\x00end of the table"
"""A line after the last: it is a row of its own unless a quotation mark before it was never closed."""
_FEWEST_ROWS = 2
"""Lines that have to agree on the number of columns before a file without a text column is called a table."""


@dataclass(frozen=True, slots=True)
class CsvHead:
    """The first line of a table."""

    delimiter: str
    columns: tuple[str, ...]


def find_csv_head(head: bytes, options: ReadOptions) -> CsvHead | None:
    """Return the first line of a table, None where the bytes do not begin one.

    No field of a first line has blanks around it, as a headline with commas has. One that names the text column is a
    table's; otherwise it has to look like names, and the next row has to have as many fields.
    """
    try:
        text = decode_head(head).text
    except UndecodableError:
        return None
    first = text.lstrip().partition("\n")[0]
    for delimiter in sorted(_DELIMITERS, key=first.count, reverse=True):
        if delimiter not in first:
            return None
        rows = _read_rows(text, delimiter)
        if rows and all(name == name.strip() for name in rows[0]) and (text_column(options) in rows[0] or _agree(rows)):
            return CsvHead(delimiter, tuple(rows[0]))
    return None


def _read_rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the first rows; the last one of a text that was cut short may be broken and is left out."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text.lstrip()), delimiter=delimiter, strict=True):
            rows.append(row)
            if len(rows) > _FEWEST_ROWS:
                break
    except csv.Error:
        pass
    return rows


def _agree(rows: Sequence[Sequence[str]]) -> bool:
    columns = rows[0]
    return (
        len(columns) > 1
        and len(set(columns)) == len(columns)
        and all(_COLUMN_NAME.fullmatch(name) for name in columns)
        and len(rows) >= _FEWEST_ROWS
        and all(len(row) == len(columns) for row in rows[:_FEWEST_ROWS])
    )


def read_csv(stream: HeadedStream, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the documents of a table's rows ("table.csv:7", the line a row begins on); a broken row costs only itself."""
    head = find_csv_head(stream.head, options)
    if head is None:
        raise ValueError(f"{source} does not begin like a table")
    if text_column(options) not in head.columns:
        yield Unreadable(source, describe_missing(head.columns, options))
        return
    decoded = decode_head(stream.head)
    if decoded.remark:
        yield Remark(source, decoded.remark)
    encoding = "utf-8-sig" if decoded.encoding in ("utf-8", "ascii") else decoded.encoding
    text = io.TextIOWrapper(io.BufferedReader(stream), encoding, errors="replace", newline="")
    before = csv.field_size_limit(options.max_line_bytes)
    try:
        yield from _read_rows_of(text, source, options, origin, head)
    finally:
        csv.field_size_limit(before)


def _read_rows_of(
    text: io.TextIOWrapper, source: str, options: ReadOptions, origin: Origin, head: CsvHead
) -> Iterator[Item]:
    rows = csv.reader(chain(text, [_END]), delimiter=head.delimiter)
    line = 0
    try:
        for row in rows:
            begins, line = line + 1, rows.line_num
            if not any(row) or tuple(row) == head.columns or row == [_END]:
                continue
            if row[-1].endswith(_END):
                yield Unreadable(source, "a quotation mark in this row is never closed; the rest is lost in it", begins)
                continue
            if len(row) > len(head.columns):
                yield Unreadable(source, f"has {len(row)} fields, the first line {len(head.columns)}", begins)
                continue
            yield from read_row(dict(zip(head.columns, row, strict=False)), source, options, origin, begins)
    except csv.Error as error:
        yield Unreadable(source, f"broken CSV: {error}; the rows before were read", line + 1)
