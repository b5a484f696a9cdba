"""The text of a page: in the charset its bytes, its answer or the page itself names, in that order."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from dateline.sources.decoding import Decoded, decode
from dateline.sources.markup import drop_controls

_DECLARED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 4096
# What browsers read where these are named: the declared set with the characters that were really meant.
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def decode_page(data: bytes, charset: str | None = None) -> Decoded:
    """Return the text of a page; `charset` is what the answer's header said. Raises UndecodableError for binary files.

    Characters that no markup can hold are replaced by blanks, one for one.
    """
    if not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        declared = _DECLARED.search(data[:_HEAD])
        for name in (charset, declared[1].decode("ascii") if declared else None):
            decoded = _decode_as(data, name) if name else None
            if decoded is not None:
                return decoded
    decoded = decode(data)
    return replace(decoded, text=drop_controls(decoded.text))


def _decode_as(data: bytes, name: str) -> Decoded | None:
    """Return the text where all of it is in that charset, else None: many pages name one they are not in."""
    try:
        known = codecs.lookup(name).name
        if known.startswith("utf-16"):  # a page whose declaration can be read byte by byte is not in it
            return None
        text = data.decode(_READ_AS.get(known, known))
    except (LookupError, UnicodeError, ValueError):
        return None
    return Decoded(drop_controls(text), known)
