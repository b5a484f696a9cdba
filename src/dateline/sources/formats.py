"""From the bytes of one file, member or answer to its documents, whatever format they are in.

The one door to all formats: who opens files, archives or addresses hands the bytes in here. A reader is loaded when
the first source of its format comes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.sources.csv_tables import read_csv
from dateline.sources.decoding import decode_head, name_binary
from dateline.sources.json_values import read_json_array, read_json_object
from dateline.sources.jsonl import read_json_lines
from dateline.sources.mail import read_mailbox, read_message
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.parquet_tables import read_parquet
from dateline.sources.sniffing import Format, name_format, name_root
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
    if (reason := _refuse(kind, stream.head)) is not None:
        yield Unreadable(name, reason)
    elif kind in _STREAMED:
        # The address of a table is none of its rows', or they would pass for versions of one report.
        address = origin.url if kind is Format.NEWSML_ITEM else None
        yield from _STREAMED[kind](stream, name, options, replace(origin, url=address))
    else:
        yield from _read_whole(kind, stream, name, options, origin)


def _refuse(kind: Format, head: bytes) -> str | None:
    """Return why bytes of this kind are not read, None where they are."""
    if kind is Format.EMPTY:
        return "is empty"
    if kind is Format.BINARY:
        return f"is {name_binary(head)}, not text"
    if kind is Format.OTHER_XML:
        return f"is XML, but no feed, NewsML-G2, NITF or page: its first element is <{name_root(decode_head(head).text) or '?'}>"
    return None


def _read_whole(kind: Format, stream: HeadedStream, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Read what has to be in memory at once, where it is not too large for that."""
    what, read = _WHOLE[kind]
    most = options.max_bytes if kind is Format.TEXT else options.max_line_bytes
    data = stream.read_all(most)
    if data is None:
        yield Unreadable(name, f"is larger than {most / 1e6:,.0f} MB, the most read as one {what}")
    else:
        yield from read(data, name, options, origin)


def _read_lines(stream: HeadedStream, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    return read_json_lines(stream.iter_lines(options.max_line_bytes), name, options, origin)


def _read_mailbox(stream: HeadedStream, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    return read_mailbox(stream.iter_lines(options.max_line_bytes), name, options, origin)


def _read_newsml_message(stream: HeadedStream, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    from dateline.sources.wire.newsml import read_newsml

    return read_newsml(io.BufferedReader(stream), name, options, origin, is_message=True)


def _read_newsml_item(stream: HeadedStream, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    from dateline.sources.wire.newsml import read_newsml

    return read_newsml(io.BufferedReader(stream), name, options, origin, is_message=False)


def _read_nitf(data: bytes, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    from dateline.sources.wire.nitf import read_nitf

    return read_nitf(data, name, options, origin)


def _read_feed(data: bytes, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    from dateline.sources.feed import read_feed

    return read_feed(data, name, options, origin)


def _read_page(data: bytes, name: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    from dateline.sources.pages import read_page

    return read_page(data, name, options, origin)


_STREAMED: dict[Format, Callable[[HeadedStream, str, ReadOptions, Origin], Iterator[Item]]] = {
    Format.JSON_LINES: _read_lines,
    Format.JSON_ARRAY: read_json_array,
    Format.CSV: read_csv,
    Format.PARQUET: read_parquet,
    Format.MAILBOX: _read_mailbox,
    Format.NEWSML_MESSAGE: _read_newsml_message,
    Format.NEWSML_ITEM: _read_newsml_item,
}
_WHOLE: dict[Format, tuple[str, Callable[[bytes, str, ReadOptions, Origin], Iterator[Item]]]] = {
    Format.TEXT: ("report", read_text),
    Format.JSON_OBJECT: ("report", read_json_object),
    Format.PAGE: ("page", _read_page),
    Format.FEED: ("feed", _read_feed),
    Format.NITF: ("report", _read_nitf),
    Format.MESSAGE: ("message", read_message),
}
