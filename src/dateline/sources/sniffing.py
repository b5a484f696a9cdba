"""What format some bytes are in, told by how they begin and never by a name."""

from __future__ import annotations

from enum import StrEnum

from dateline.sources.decoding import name_binary
from dateline.sources.jsonl import looks_like_json_lines, looks_like_other_json
from dateline.sources.options import ReadOptions


class Format(StrEnum):
    """The formats that are read, as messages call them."""

    EMPTY = "an empty file"
    BINARY = "a binary file"
    JSON_LINES = "JSON lines"
    OTHER_JSON = "JSON"
    TEXT = "plain text"


def name_format(head: bytes, options: ReadOptions) -> Format:
    """Return the format of bytes that begin with `head`."""
    if not head:
        return Format.EMPTY
    if name_binary(head) is not None:
        return Format.BINARY
    if looks_like_json_lines(head):
        return Format.JSON_LINES
    if looks_like_other_json(head):
        return Format.OTHER_JSON
    return Format.TEXT
