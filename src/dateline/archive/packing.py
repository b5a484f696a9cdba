"""A record as the bytes that an archive keeps, and back."""

from __future__ import annotations

import json
import zlib

from dateline.model import Record


def pack_record(record: Record) -> bytes:
    """Return a record as compressed JSON without its text, which the version's row holds; blocks and page are kept too."""
    values = record.model_dump(mode="json", exclude={"document": {"text"}})
    for name, pieces in (("blocks", record.document.blocks), ("page", record.document.page)):
        values["document"][name] = [piece.model_dump(mode="json") for piece in pieces]
    return zlib.compress(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def unpack_record(packed: bytes, text: str) -> Record:
    """Return the record that `pack_record` packed, with its text."""
    values = json.loads(zlib.decompress(packed))
    values["document"]["text"] = text
    return Record.model_validate(values)
