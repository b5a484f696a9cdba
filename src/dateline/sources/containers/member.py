"""A file inside a container, or the source itself where it is none, ready to be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BufferedReader

from dateline.model import FoundDate
from dateline.sources.options import Origin, Remark, Unreadable
from dateline.sources.text import Item


@dataclass(frozen=True, slots=True)
class Member:
    """The bytes of one file, under the name that leads back to them ("reports.zip/a/b.txt", "feed.warc.gz#1234").

    `stream` can be read until the next member is asked for; reading it may raise BrokenContainerError or
    TooMuchError. What was read before that is sound; `read` raises even where it has some bytes already, so that
    half a report is none, and `read1` gives them out first. `origin` is what the container knows of the bytes;
    `dates` are days that may be those of the report and need not be.
    """

    source: str
    stream: BufferedReader
    origin: Origin = field(default_factory=Origin)
    dates: tuple[FoundDate, ...] = ()


Opened = Member | Unreadable | Remark
MemberReader = Callable[[Member], Iterator[Item]]
"""Whatever makes documents of the bytes of one file."""
