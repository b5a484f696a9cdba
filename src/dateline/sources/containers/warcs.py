"""Web archives: the answers of servers with pages, feeds and JSON in them, one after the other."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from dateline.errors import MissingExtra
from dateline.model import FoundDate
from dateline.sources.containers.http_bodies import UndecodableBodyError, decode_body, join_chunks, parse_media_type
from dateline.sources.containers.limits import BrokenContainerError, Budget, Limits, describe_size
from dateline.sources.containers.member import Member, Opened
from dateline.sources.containers.streams import as_peekable
from dateline.sources.options import Origin, Unreadable

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_READ = frozenset(
    "text/html application/xhtml+xml application/xml text/xml application/rss+xml application/atom+xml "
    "application/rdf+xml application/json application/ld+json application/feed+json application/x-ndjson "
    "text/json application/newsml+xml".split()
)
_LONGEST_HEADER = 1 << 16
_OK = 200
_PANIC = (
    "PanicException"  # what a fault inside fastwarc is raised as; it stands outside Exception and has no public name
)


def iter_warc(
    stream: io.BufferedReader, source: str, limits: Limits, budget: Budget, place: Callable[[int], int | None]
) -> Iterator[Opened]:
    """Yield the pages, feeds and JSON of a web archive in their order, and why any cannot be read.

    `place` says where in the file stands what is at a position of `stream`, None where that is the same.
    Raises BrokenContainerError where no further record can be found, MissingExtra where fastwarc is not installed.
    """
    is_empty = True
    packed = _ToTheFault(stream)
    for record in _iter_responses(packed):
        position = record.stream_pos
        offset = place(position)
        try:
            opened = _open_response(record, f"{source}#{position if offset is None else offset}", limits, budget)
        except _CutRecordError as error:
            opened = Unreadable(str(error), "the record is cut off") if packed.fault is None else None
        if opened is not None:
            is_empty = False
            yield opened
    if packed.fault is not None:
        raise packed.fault
    if is_empty:
        yield Unreadable(source, "is a web archive without a page, feed or JSON")


class _CutRecordError(Exception):
    """A record ends before its length; the message names it."""


class _ToTheFault:
    """A stream that ends where a fault is, and keeps the fault.

    fastwarc reads ahead: what is raised while it reads would cost the records before.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.fault: BrokenContainerError | None = None

    def read(self, size: int = -1) -> bytes:
        if self.fault is not None:
            return b""
        try:
            return self._stream.read1(size)  # `read` would lose what it has when the fault comes
        except BrokenContainerError as fault:
            self.fault = fault
            return b""

    def tell(self) -> int:
        return 0


def _iter_responses(stream: _ToTheFault) -> Iterator[WarcRecord]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtra("warc", "reading web archives") from error
    records = ArchiveIterator(
        stream,  # type: ignore[arg-type]  # it neither seeks nor closes what it is given
        record_types=WarcRecordType.response,
        parse_http=False,
        max_header_len=_LONGEST_HEADER,
        stream_detect=False,
    )
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except OSError as error:
            raise stream.fault or BrokenContainerError(f"the web archive is broken here ({error})") from error
        except BaseException as error:
            if type(error).__name__ != _PANIC:
                raise
            raise BrokenContainerError("the web archive cannot be read on from here") from error
        yield record


def _open_response(record: WarcRecord, source: str, limits: Limits, budget: Budget) -> Opened | None:
    """Return a page, feed or JSON; None for any other answer of a server. Raises _CutRecordError."""
    try:
        record.parse_http()  # only now, so that a header that is too long costs this record and not the rest
    except OSError as error:
        return Unreadable(source, f"its HTTP header cannot be read ({error})")
    headers = record.http_headers
    if headers is None:
        if record.content_length == 0:
            raise _CutRecordError(source)
        return None
    media_type, charset = parse_media_type(headers.get("Content-Type"))
    if headers.status_code != _OK or media_type not in _READ:
        return None
    length = record.content_length
    if length > limits.record_bytes:
        return Unreadable(
            source, f"is larger than {describe_size(limits.record_bytes)}, the most read of a web archive as one page"
        )
    body = record.reader.read(length)
    if len(body) < length:
        raise _CutRecordError(source)
    budget.spend(len(body))
    try:
        body = _decode(body, headers, limits, budget)
    except UndecodableBodyError as error:
        return Unreadable(source, str(error))
    fetched = record.record_date.date() if record.record_date is not None else None
    # The day of fetching is at best near the day it appeared on, so it is one date among others and never the one used.
    dates = (FoundDate(value=fetched.isoformat(), origin="WARC-Date"),) if fetched else ()
    return Member(source, as_peekable(io.BytesIO(body)), Origin(_target(record), charset, fetched), dates)


def _decode(body: bytes, headers: Any, limits: Limits, budget: Budget) -> bytes:
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        body = join_chunks(body)
    return decode_body(body, headers.get("Content-Encoding"), most=limits.record_bytes, budget=budget)


def _target(record: WarcRecord) -> str | None:
    target = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
    return target if target.startswith(("http://", "https://")) and target.isprintable() else None
