"""JSON lines: one object a line, a report with named fields or an item of a wire."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.rows import read_object
from dateline.sources.text import Item


def read_json_lines(lines: Iterable[bytes | None], source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
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
            yield from read_object(values, source, options, origin, number)
