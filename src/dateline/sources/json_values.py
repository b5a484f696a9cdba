"""JSON that is not one object a line: an array of objects, or one object over several lines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, TextIO

from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.rows import read_object, text_column
from dateline.sources.stream import HeadedStream
from dateline.sources.text import Item
from dateline.sources.wire.marks import is_ninjs

_CHUNK = 1 << 18
_MOST_NAMES = 20


class _BrokenJsonError(ValueError):
    """The JSON breaks off or is none; the message says why."""


def read_json_array(stream: HeadedStream, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the documents of an array of objects, numbered "table.json#7"; one object in memory at a time.

    What stands before a fault is read.
    """
    number = 0
    try:
        for number, values in enumerate(_iter_values(stream, options.max_line_bytes), start=1):
            yield from read_object(values, f"{source}#{number}", options, origin)
    except _BrokenJsonError as error:
        before = "; what stands before was read" if number else ""
        yield Unreadable(source, f"broken JSON after value {number:,} of the array: {error}{before}")
        return
    if not number:
        yield Unreadable(source, "is an empty JSON array")


def read_json_object(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the document of one object that runs over several lines."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        yield Unreadable(source, f"broken JSON: {_describe(error)}{where}")
        return
    if isinstance(values, dict) and not isinstance(values.get(text_column(options)), str) and not is_ninjs(values):
        names = ", ".join(sorted(values)[:_MOST_NAMES]) or "none"
        yield Unreadable(
            source,
            f"is JSON, but neither a table with a field {text_column(options)!r} nor a wire item (ninjs); its fields: {names}",
        )
        return
    yield from read_object(values, source, options, origin)


def _iter_values(stream: HeadedStream, longest: int) -> Iterator[Any]:
    """Yield the values of an array as they are read; raise _BrokenJsonError where it ends or breaks too early."""
    encoding = json.detect_encoding(stream.head)
    text = io.TextIOWrapper(io.BufferedReader(stream), encoding)
    try:
        rest = text.read(_CHUNK).lstrip()[1:]
        while True:
            rest = (rest.lstrip() or text.read(_CHUNK)).lstrip()
            if rest.startswith("]"):
                return
            value, rest = _take_value(rest, text, longest)
            yield value
            rest = (rest.lstrip() or text.read(_CHUNK)).lstrip()
            if not rest.startswith(("]", ",")):
                raise _BrokenJsonError("expected a comma or the end of the array" if rest else "it ends in the middle")
            rest = rest.removeprefix(",")
    except UnicodeDecodeError as error:
        raise _BrokenJsonError(f"it is not {encoding}") from error


def _take_value(rest: str, text: TextIO, longest: int) -> tuple[Any, str]:
    """Return the value `rest` begins with, and what stands after it; reads on until the value is whole."""
    while True:
        try:
            value, end = json.JSONDecoder().raw_decode(rest)
            if end < len(rest) or not (more := text.read(_CHUNK)):
                return value, rest[end:]
        except RecursionError as error:
            raise _BrokenJsonError(_describe(error)) from error
        except json.JSONDecodeError as error:
            if len(rest) > longest:
                raise _BrokenJsonError(f"a value longer than {longest / 1e6:,.0f} MB, or broken") from error
            more = text.read(max(_CHUNK, len(rest)))
            if not more:
                raise _BrokenJsonError(_describe(error)) from error
        rest += more


def _describe(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "nested too deeply"
    if isinstance(error, json.JSONDecodeError):
        return error.msg.removesuffix(" starting at")
    return "it is not text"
