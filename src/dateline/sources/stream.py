"""A source's bytes: its beginning can be looked at before anything is read, whatever the bytes come from."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

HEAD = 1 << 16
"""Bytes that are looked at to tell a format."""
_CHUNK = 1 << 20


class HeadedStream(io.RawIOBase):
    """A readable stream with its first bytes in `head`; reading it gives them again. It cannot be rewound."""

    def __init__(self, raw: bytes | BinaryIO) -> None:
        super().__init__()
        self._raw = io.BytesIO(raw) if isinstance(raw, bytes) else raw
        self.head = read_up_to(self._raw, HEAD)
        self._unread = self.head

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]  # as in io: anything that can be written into
        """Fill `buffer` as far as one read goes; return how many bytes, 0 at the end."""
        data = self._unread[: len(buffer)] or self._raw.read(len(buffer))
        self._unread = self._unread[len(data) :]
        buffer[: len(data)] = data
        return len(data)

    def open_seekable(self) -> BinaryIO:
        """Return the same bytes from the beginning in a file that can be read in any order; close it after use.

        A file on the disk is that file; anything else is copied to a temporary one.
        """
        if isinstance(self._raw, io.BufferedReader) and isinstance(self._raw.raw, io.FileIO) and self._raw.seekable():
            return open(self._raw.raw.name, "rb")  # who asked for it closes it
        copy = tempfile.TemporaryFile()  # noqa: SIM115
        shutil.copyfileobj(self, copy, _CHUNK)
        copy.seek(0)
        return copy

    def read_all(self, limit: int) -> bytes | None:
        """Return all bytes, None where there are more than `limit`."""
        data = read_up_to(io.BufferedReader(self, _CHUNK), limit + 1)
        return None if len(data) > limit else data

    def iter_lines(self, longest: int) -> Iterator[bytes | None]:
        """Yield the lines without their line feeds; None for one of more than `longest` bytes.

        Memory stays bounded whatever the stream holds.
        """
        rest, is_too_long = b"", False
        while chunk := self.read(_CHUNK):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                yield None if is_too_long else line
                is_too_long = False
            if is_too_long or len(rest) > longest:
                rest, is_too_long = b"", True
        if rest or is_too_long:
            yield None if is_too_long else rest


def read_up_to(raw: BinaryIO | io.BufferedReader, size: int) -> bytes:
    """Return the next `size` bytes, fewer only at the end; a pipe gives what it has, so it is asked again."""
    parts, missing = [], size
    while missing and (part := raw.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
