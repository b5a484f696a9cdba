"""Columns of a table: what each is called, what it means, and how its value is found; tables as CSV and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from dateline.errors import MissingExtra

Subject = TypeVar("Subject")
_JOINT = "; "
_ROWS_AT_ONCE = 4096
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column(Generic[Subject]):
    """One column. `kind` is text, words, integer, number, day or list; unknown values are None, in CSV empty.

    `words` is text from outside: a spreadsheet must not run it.
    """

    name: str
    kind: str
    gloss: str
    value: Callable[[Subject], Any]


def write_csv(path: Path, columns: Sequence[Column[Subject]], subjects: Iterable[Subject]) -> int:
    """Write a table as CSV (UTF-8, RFC 4180 with line feeds) and return how many rows it has.

    Lists are joined by "; ". Text from outside that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        count = 0
        for subject in subjects:
            writer.writerow([_as_cell(column, column.value(subject)) for column in columns])
            count += 1
    return count


def _as_cell(column: Column[Any], value: Any) -> str:
    if value is None:
        return ""
    text = _JOINT.join(part or "" for part in value) if column.kind == "list" else _as_text(value)
    return f"'{text}" if column.kind in ("words", "list") and text.startswith(_FORMULA) else text


def _as_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def write_parquet(
    path: Path, columns: Sequence[Column[Subject]], subjects: Iterable[Subject], *, notes: dict[str, str]
) -> int:
    """Write a table as Parquet and return how many rows it has; `notes` stand in the file's own metadata.

    Raises MissingExtra where pyarrow is not installed.
    """
    schema = arrow_schema(columns, notes)
    import pyarrow.parquet as parquet

    count = 0
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _batches(subjects):
            count += len(rows)
            writer.write_table(as_arrow(columns, rows, schema))
    return count


def as_arrow(columns: Sequence[Column[Subject]], subjects: Iterable[Subject], schema: Any = None) -> Any:
    """Return a table as a `pyarrow.Table`; raise MissingExtra where pyarrow is not installed."""
    schema = schema or arrow_schema(columns, {})
    rows = [{column.name: column.value(subject) for column in columns} for subject in subjects]
    return load_arrow().Table.from_pylist(rows, schema=schema)


def arrow_schema(columns: Sequence[Column[Any]], notes: dict[str, str]) -> Any:
    """Return the Arrow schema of columns, each with its meaning."""
    arrow = load_arrow()
    types = {
        "text": arrow.string(),
        "words": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "day": arrow.date32(),
        "list": arrow.list_(arrow.string()),
    }
    fields = [arrow.field(c.name, types[c.kind], metadata={"description": c.gloss}) for c in columns]
    return arrow.schema(fields, metadata=notes)


def load_arrow() -> Any:
    """Return pyarrow; raise MissingExtra where it is not installed."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtra("tables", "a table in Arrow's or Parquet's form") from error
    return pyarrow


def _batches(subjects: Iterable[Subject]) -> Iterator[list[Subject]]:
    rows = iter(subjects)
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        yield batch
