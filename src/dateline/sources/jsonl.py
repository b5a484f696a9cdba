"""JSON lines: one report a line, with named fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.document import Known
from dateline.sources.header.dates import read_date
from dateline.sources.options import ReadOptions, Remark, Unreadable
from dateline.sources.text import Item, check_text

_ONE_LINE = re.compile(rb"\{ *\"")
_SEVERAL_LINES = re.compile(rb"\{\s*\"|\[\s*[\[{\"\]]")


def looks_like_json_lines(head: bytes) -> bool:
    """Tell whether a file begins like a JSON object on a line."""
    return _ONE_LINE.match(_skip_blanks(head)) is not None


def looks_like_other_json(head: bytes) -> bool:
    """Tell whether a file begins like JSON that is not one object a line: an array, or an object over several."""
    start = _skip_blanks(head)
    return _ONE_LINE.match(start) is None and _SEVERAL_LINES.match(start) is not None


def _skip_blanks(head: bytes) -> bytes:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()


def read_json_lines(lines: Iterable[bytes | None], source: str, options: ReadOptions) -> Iterator[Item]:
    """Yield the documents of JSON lines; a broken line costs only itself.

    None stands for a line that is longer than any report that is read.
    """
    encodings: set[str] = set()
    for number, data in enumerate(lines, start=1):
        if data is None:
            yield Unreadable(
                source,
                f"the line is longer than {options.max_line_bytes / 1e6:,.0f} MB, the most read as one report",
                number,
            )
            continue
        if not data.strip():
            continue
        try:
            decoded = decode(data)
            if decoded.remark and decoded.encoding not in encodings:
                encodings.add(decoded.encoding)
                yield Remark(f"{source}:{number}", decoded.remark)
            values = json.loads(decoded.text)
        except UndecodableError as error:
            yield Unreadable(source, str(error), number)
        except json.JSONDecodeError as error:
            yield Unreadable(source, f"broken JSON: {error.msg} at character {error.pos + 1}", number)
        except RecursionError:
            yield Unreadable(source, "broken JSON: nested too deeply", number)
        else:
            yield from _read_values(values, source, number, options)


def _read_values(values: Any, source: str, number: int, options: ReadOptions) -> Iterator[Item]:
    if not isinstance(values, dict):
        yield Unreadable(source, "not a JSON object", number)
        return
    column = options.columns.get("text", "text")
    text = values.get(column)
    if not isinstance(text, str):
        names = ", ".join(sorted(map(str, values))) or "none"
        yield Unreadable(source, f"no text in field {column!r}; its fields: {names}", number)
        return
    published, remark = _read_published(values.get(options.columns.get("date", "date")))
    if remark:
        yield Remark(f"{source}:{number}", remark)
    known = Known(
        published=published,
        title=_text_of(values, "title", options),
        url=_text_of(values, "url", options),
        publisher=_text_of(values, "publisher", options),
    )
    yield check_text(text.replace("\x00", " "), source, options, known, number)


def _text_of(values: dict[str, Any], name: str, options: ReadOptions) -> str | None:
    value = values.get(options.columns.get(name, name))
    return value.strip() or None if isinstance(value, str) else None


def _read_published(value: Any) -> tuple[date | None, str | None]:
    """Return the day a field names, and a remark where it names none."""
    if value is None or value == "":
        return None, None
    text = str(value).strip()
    try:
        return date.fromisoformat(text[:10]), None
    except ValueError:
        read = read_date(text)
        return read, None if read else f"the date {text!r} cannot be read; taken as unknown"
