"""Streams between a container and what reads it: one that counts, one that unpacks."""

from __future__ import annotations

import io
from collections import deque
from typing import IO, TYPE_CHECKING, BinaryIO

from dateline.sources.containers.limits import BrokenContainerError, Budget, TooMuchError
from dateline.sources.containers.packing import PACKINGS
from dateline.sources.options import Remark

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

    from dateline.sources.containers.kinds import ContainerKind

CHUNK = 1 << 16
_REMEMBERED = 4096  # beginnings of parts; a reader that looks ahead by a few chunks has far fewer behind it


def as_peekable(stream: BinaryIO | io.RawIOBase) -> io.BufferedReader:
    """Return a stream that can be looked into without reading on."""
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(stream, CHUNK)  # type: ignore[arg-type]  # all it asks for is readinto or read


class Counted(io.RawIOBase):
    """A source that cannot be sought: the budget learns how long it is as it is read."""

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._stream.read(len(view))
        view[: len(data)] = data
        self._budget.count_packed(len(data))
        return len(data)


def as_counted(stream: BinaryIO, budget: Budget) -> io.BufferedReader:
    """Return a source as a stream that can be looked into, whose length the budget knows."""
    if not stream.seekable():
        return as_peekable(Counted(stream, budget))
    position = stream.tell()
    budget.count_packed(stream.seek(0, io.SEEK_END) - position)
    stream.seek(position)
    return as_peekable(stream)


class Spending(io.RawIOBase):
    """A member that the container's own library unpacks; what is read of it is spent from the budget.

    The errors in `faults`, with which that library tells of damage, become BrokenContainerError.
    """

    def __init__(self, stream: BinaryIO | IO[bytes], budget: Budget, faults: tuple[type[Exception], ...]) -> None:
        self._stream = stream
        self._budget = budget
        self._faults = faults

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._stream.read(len(view))
        except self._faults as error:
            raise BrokenContainerError(
                f"it is damaged here ({error})" if str(error) else "it is cut off here"
            ) from error
        view[: len(data)] = data
        self._budget.spend(len(data))
        return len(data)


class Unpacking(io.RawIOBase):
    """What a stream packed with gzip, bzip2 or xz holds, all its parts one after the other.

    Reading raises BrokenContainerError where the packed stream is cut off or damaged, after all before that place
    was given out, and TooMuchError where it is a bomb. What follows the last part is left out and told in `remarks`.
    """

    def __init__(self, packed: BinaryIO, kind: ContainerKind, source: str, budget: Budget) -> None:
        self._packed = packed
        self._packing = PACKINGS[kind]
        self._source = source
        self._budget = budget
        self._unpacker = self._packing.begin()
        self._waiting = b""
        self._read = 0
        self._given = 0
        self._is_ended = False
        self._fault: Exception | None = None
        self._parts: deque[tuple[int, int]] = deque([(0, 0)], maxlen=_REMEMBERED)
        self.remarks: list[Remark] = []

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        filled = 0
        try:
            while filled < len(view) and (data := self._unpack(len(view) - filled)):
                view[filled : filled + len(data)] = data
                filled += len(data)
        except (BrokenContainerError, TooMuchError) as fault:
            self._fault = fault
            if not filled:
                raise
        return filled

    def packed_position(self, position: int) -> int | None:
        """Return where in the packed stream the part begins that begins at `position`; None where none does."""
        while self._parts and self._parts[0][0] < position:
            self._parts.popleft()
        if self._parts and self._parts[0][0] == position:
            return self._parts[0][1]
        return None

    def _unpack(self, most: int) -> bytes:
        """Return the next bytes, at least one; none only at the end."""
        if self._fault is not None:
            raise self._fault
        while not self._is_ended:
            if self._unpacker.eof:
                self._begin_next_part()
                continue
            try:
                data = self._unpacker.decompress(self._feed(), most)
            except self._packing.faults as error:
                raise BrokenContainerError(f"the {self._packing.name} in it is broken here ({error})") from error
            if data:
                self._given += len(data)
                self._budget.spend(len(data))
                return data
        return b""

    def _feed(self) -> bytes:
        if not self._unpacker.needs_input:
            return b""
        chunk, self._waiting = self._waiting or self._read_on(), b""
        if not chunk:
            raise BrokenContainerError("it is cut off here")
        return chunk

    def _read_on(self) -> bytes:
        chunk = self._packed.read(CHUNK)
        self._read += len(chunk)
        return chunk

    def _begin_next_part(self) -> None:
        rest = self._unpacker.unused_data.lstrip(b"\0")  # tapes and blocks are filled up with zeros
        while len(rest) < len(self._packing.magic) and (chunk := self._read_on()):
            rest = (rest + chunk).lstrip(b"\0")
        if rest.startswith(self._packing.magic):
            self._parts.append((self._given, self._read - len(rest)))
            self._unpacker = self._packing.begin()
            self._waiting = rest
            return
        self._is_ended = True
        if rest:
            self.remarks.append(Remark(self._source, f"what follows its end is no {self._packing.name}; left out"))
