"""Parquet tables: one report a row, read some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.errors import MissingExtra
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.rows import describe_missing, read_row, text_column
from dateline.sources.stream import HeadedStream
from dateline.sources.text import Item

MAGIC = b"PAR1"
_ROWS = 64


def read_parquet(stream: HeadedStream, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the documents of a table's rows, numbered "table.parquet#7"; only the columns that are used are read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield Unreadable(source, str(MissingExtra("tables", "reading a Parquet table")))
        return
    number = 0
    try:
        with stream.open_seekable() as file:
            table = pq.ParquetFile(file)
            names = table.schema_arrow.names
            if text_column(options) not in names:
                yield Unreadable(source, describe_missing(names, options))
                return
            used = [name for name in names if name in options.columns.values()]
            for batch in table.iter_batches(_ROWS, columns=used, use_threads=False):
                for values in batch.to_pylist():
                    number += 1
                    yield from read_row(_as_text(values), f"{source}#{number}", options, origin)
    except (pa.ArrowException, OSError, ValueError) as error:
        before = f"; what stands before row {number + 1:,} was read" if number else ""
        yield Unreadable(source, f"is a Parquet table that is cut off or damaged ({_first_line(error)}){before}")


def _as_text(values: dict[str, Any]) -> dict[str, Any]:
    return {name: v.decode("utf-8", "replace") if isinstance(v, bytes) else v for name, v in values.items()}


def _first_line(error: Exception) -> str:
    words = " ".join(str(error).split()).partition(". ")[0]
    return words[:100] + ("…" if len(words) > 100 else "")
