"""From a source to the files in it, through containers in containers, with nothing ever written anywhere."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.errors import MissingExtra
from dateline.sources.containers.kinds import HEAD_BYTES, ContainerKind, is_tar, name_container
from dateline.sources.containers.limits import BrokenContainerError, Budget, Limits, TooMuchError
from dateline.sources.containers.member import Member, MemberReader, Opened
from dateline.sources.containers.streams import Unpacking, as_counted, as_peekable
from dateline.sources.containers.warcs import iter_warc
from dateline.sources.containers.zips import iter_zip
from dateline.sources.options import Origin, Unreadable
from dateline.sources.text import Item


def read_opened(
    stream: BinaryIO, source: str, read: MemberReader, *, origin: Origin | None = None, limits: Limits | None = None
) -> Iterator[Item]:
    """Yield what `read` makes of each file in a source: of the source itself where it is no container.

    What cannot be opened yields why, and the rest is read. Memory holds one page of a web archive, or one zip that
    is no file of its own, and never a whole archive.
    """
    limits = limits or Limits()
    budget = Budget(limits)
    outside = Member(source, as_counted(stream, budget), origin or Origin())
    try:
        yield from _Opening(read, limits, budget).open(outside, depth=0)
    except TooMuchError as error:
        yield Unreadable(source, str(error))


class _Opening:
    def __init__(self, read: MemberReader, limits: Limits, budget: Budget) -> None:
        self._read = read
        self._limits = limits
        self._budget = budget

    def open(self, member: Member, depth: int) -> Iterator[Item]:
        """Yield the documents in a file; a fault in it becomes one line after what was sound."""
        try:
            yield from self._open(member, depth)
        except (BrokenContainerError, MissingExtra) as error:
            yield Unreadable(member.source, str(error))

    def _open(self, member: Member, depth: int) -> Iterator[Item]:
        stream = member.stream
        head = stream.peek(HEAD_BYTES)
        kind = name_container(head)
        if kind is None and is_tar(head):
            yield Unreadable(member.source, "is a tar archive, which is not opened; unpack it or make a zip of it")
        elif kind is None:
            yield from self._read(member)
        elif depth == self._limits.depth:
            yield Unreadable(member.source, f"stands {depth} containers deep; none is opened further in")
        elif kind is ContainerKind.ZIP:
            yield from self._open_all(iter_zip(stream, member.source, self._limits, self._budget), depth)
        elif kind is ContainerKind.WARC:
            yield from self._open_warc(stream, member, depth)
        else:
            unpacking = Unpacking(stream, kind, member.source, self._budget)
            yield from self._open(replace(member, stream=as_peekable(unpacking)), depth + 1)
            yield from unpacking.remarks

    def _open_warc(self, stream: io.BufferedReader, member: Member, depth: int) -> Iterator[Item]:
        around = stream.raw
        place = around.packed_position if isinstance(around, Unpacking) else _stay
        yield from self._open_all(iter_warc(stream, member.source, self._limits, self._budget, place), depth)

    def _open_all(self, opened: Iterator[Opened], depth: int) -> Iterator[Item]:
        for item in opened:
            if isinstance(item, Member):
                yield from self.open(item, depth + 1)
            else:
                yield item


def _stay(position: int) -> int:
    return position
