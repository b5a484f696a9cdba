"""The ways of packing one stream of bytes, all with one face: gzip, bzip2, xz."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from dateline.sources.containers.kinds import ContainerKind

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_XZ_MEMORY = 256 << 20  # bytes; what the strongest setting needs is 65 MB


class Unpacker(Protocol):
    """What unpacks one part of a stream, as the classes of `bz2` and `lzma` do."""

    @property
    def eof(self) -> bool:
        """Tell whether the part has ended."""
        ...

    @property
    def needs_input(self) -> bool:
        """Tell whether nothing more comes without more bytes."""
        ...

    @property
    def unused_data(self) -> bytes:
        """Return what was given beyond the end of the part."""
        ...

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Return at most so many bytes; the rest waits for the next call."""
        ...


class _Gunzip:
    """zlib's unpacker with the face of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(_GZIP_WINDOW)
        self._is_full = False

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not (self._inner.unconsumed_tail or self._is_full or self.eof)

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out = self._inner.decompress(self._inner.unconsumed_tail + data, max_length)
        self._is_full = len(out) == max_length  # more may wait inside, though all bytes were taken
        return out


@dataclass(frozen=True, slots=True)
class Packing:
    """A way of packing: how its parts begin, how one is unpacked, and what that raises for damaged ones."""

    name: str
    magic: bytes
    begin: Callable[[], Unpacker]
    faults: tuple[type[Exception], ...]


PACKINGS: Mapping[ContainerKind, Packing] = {
    ContainerKind.GZIP: Packing("gzip", b"\x1f\x8b\x08", _Gunzip, (zlib.error,)),
    ContainerKind.BZIP2: Packing("bzip2", b"BZh", bz2.BZ2Decompressor, (OSError, ValueError)),
    ContainerKind.XZ: Packing(
        "xz",
        b"\xfd7zXZ\x00",
        lambda: lzma.LZMADecompressor(format=lzma.FORMAT_XZ, memlimit=_XZ_MEMORY),
        (lzma.LZMAError,),
    ),
}
