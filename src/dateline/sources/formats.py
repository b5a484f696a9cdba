"""From the bytes of one file, member or answer to its documents, whatever format they are in.

The one door to all formats: who opens files, archives or addresses hands the bytes in here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.sources.decoding import name_binary
from dateline.sources.jsonl import read_json_lines
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.sniffing import Format, name_format
from dateline.sources.stream import HeadedStream
from dateline.sources.text import Item, read_text


def iter_documents(
    raw: bytes | BinaryIO, name: str, options: ReadOptions, origin: Origin | None = None
) -> Iterator[Item]:
    """Yield the documents of `raw`, remarks on them, and what of it is unreadable and why.

    `name` is what messages and `Document.source` call it; a report among several has its line or number added
    ("table.jsonl:7", "feed.xml#3"). `origin` says where the bytes come from, which a page does not say itself.
    Errors of reading `raw` (OSError, zlib.error, EOFError) are raised as they come: who opened it knows what they
    mean.
    """
    origin = origin or Origin()
    stream = HeadedStream(raw)
    kind = name_format(stream.head, options)
    if kind is Format.EMPTY:
        yield Unreadable(name, "is empty")
    elif kind is Format.BINARY:
        yield Unreadable(name, f"is {name_binary(stream.head)}, not text")
    elif kind is Format.JSON_LINES:
        yield from read_json_lines(stream.iter_lines(options.max_line_bytes), name, options)
    elif kind is Format.OTHER_JSON:
        yield Unreadable(name, "is JSON, but not one object a line (JSON lines)")
    else:
        data = stream.read_all(options.max_bytes)
        if data is None:
            megabytes = options.max_bytes / 1e6
            yield Unreadable(name, f"is larger than {megabytes:,.0f} MB, the most read as one report")
            return
        yield from read_text(data, name, options)
