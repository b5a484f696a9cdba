"""From bytes to text: UTF-8 first, else what the file declares or what its bytes look like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MAGIC = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture", b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "a gzip archive",
    b"\x00\x00\x00": "a film or another binary file", b"SQLite format 3": "a database", b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office file", b"7z\xbc\xaf": "a 7z archive", b"{\\rtf": "an RTF file",
}  # fmt: skip
# A report may begin with these letters too ("RIFFA, Bahrain"); only with control characters after them are they a mark.
_LETTERS = {
    b"RIFF": "a picture, sound or film", b"MZ": "a program", b"ID3": "a sound file", b"OggS": "a sound file",
    b"PAR1": "a Parquet table", b"Rar!": "a RAR archive", b"BZh": "a bzip2 archive",
}  # fmt: skip
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CONTROL = bytes(sorted(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D}))
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_UNUSED_IN_CP1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")
_FEW = 0.05
# Shares of control characters from which bytes are no text: valid UTF-8 may be a text that a NUL or two strayed into.
_BINARY = 0.02
_BINARY_UTF8 = 0.2


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in; `remark` says so where it was not UTF-8."""

    text: str
    encoding: str
    remark: str | None = None


class UndecodableError(ValueError):
    """The bytes are no text; the message says what they are."""


def name_binary(head: bytes) -> str | None:
    """Return what kind of binary file `head` begins, None where it may be text."""
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            return name
    is_text = not set(_CONTROL).intersection(head[:64])
    return None if is_text else next((name for letters, name in _LETTERS.items() if head.startswith(letters)), None)


def decode(data: bytes) -> Decoded:
    """Return the text of `data`; raise UndecodableError where it is none.

    NUL characters are replaced by blanks, one for one, so that every offset stays what it was.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _clean(_decode_as(data, encoding), encoding.removesuffix("-sig"))
    if (kind := name_binary(data[:64])) is not None:
        raise UndecodableError(f"is {kind}, not text")
    sample = data[:65536]
    share = 1 - len(sample.translate(None, _CONTROL)) / max(1, len(sample))
    try:
        if share < _BINARY_UTF8:
            return _clean(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if share > _BINARY:
        raise UndecodableError("is a binary file, not text")
    encoding = _guess_encoding(sample)
    return _clean(_decode_as(data, encoding), encoding)


def _guess_encoding(sample: bytes) -> str:
    """Return the encoding that bytes look like; with few letters beyond ASCII, as in English, the one of Western Europe."""
    beyond = len(sample) - len(sample.translate(None, _BEYOND_ASCII))
    if beyond < _FEW * len(sample) and not set(sample) & _UNUSED_IN_CP1252:
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def decode_head(head: bytes) -> Decoded:
    """Return the text of the first bytes of a source, which may end within a character; raise UndecodableError."""
    incomplete = re.search(rb"[\xc2-\xf4][\x80-\xbf]{0,2}\Z", head[-3:])
    return decode(head[: -len(incomplete[0])] if incomplete else head)


def _decode_as(data: bytes, encoding: str) -> str:
    return data.decode(encoding, errors="replace")


def _clean(text: str, encoding: str) -> Decoded:
    remarks = []
    if encoding not in ("utf-8", "ascii"):
        remarks.append(f"is not UTF-8; read as {encoding}")
    if "\x00" in text:
        count = text.count("\x00")
        remarks.append(f"{count} NUL characters read as blanks")
        text = text.replace("\x00", " ")
    return Decoded(text, encoding, "; ".join(remarks) or None)
