"""From the bytes of a source, packed or not, to the documents in it: containers first, then formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from dateline.model import Document
from dateline.sources.containers import Limits, Member, read_opened
from dateline.sources.formats import iter_documents
from dateline.sources.options import Origin, ReadOptions
from dateline.sources.text import Item

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def iter_unpacked(
    stream: BinaryIO, source: str, options: ReadOptions, origin: Origin | None = None, limits: Limits | None = None
) -> Iterator[Item]:
    """Yield the documents of a source, through as many containers as it is in, and what of it is unreadable and why.

    A member's documents are called by the container and their place in it ("reports.zip/a/b.txt", "feed.warc.gz#1234").
    """

    def read(member: Member) -> Iterator[Item]:
        is_packed = member.stream is not stream
        raw = _AsItComes(member.stream) if is_packed else member.stream
        for item in iter_documents(raw, member.source, options, member.origin):  # type: ignore[arg-type]
            yield _add_dates(item, member)

    yield from read_opened(stream, source, read, origin=origin, limits=limits)


class _AsItComes(io.RawIOBase):
    """A member's bytes as they come, so that a fault does not take along the lines before it."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer).cast("B")
        data = self._stream.read1(len(view))
        view[: len(data)] = data
        return len(data)


def _add_dates(item: Item, member: Member) -> Item:
    """Return a document with the days its container gives beside its own."""
    if not member.dates or not isinstance(item, Document):
        return item
    return item.model_copy(update={"dates": (*item.dates, *member.dates)})
