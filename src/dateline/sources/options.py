"""How sources are read: what the user says of them, and the limits they are held to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

STANDARD_COLUMNS = {
    "id": "id", "date": "date", "title": "title", "url": "url", "publisher": "publisher", "text": "text",
}  # fmt: skip
_OTHER_FIELDS = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of one reading.

    `published` is the day of reports that do not say it themselves; `columns` maps our names of a table's
    columns to the table's; `max_characters` is the length of the longest report read, and `max_bytes` that of a
    plain-text file; `any_language` reads texts that do not look like English too; `allow_loopback` lets addresses on
    this machine be fetched.
    """

    published: date | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: dict(STANDARD_COLUMNS))
    max_characters: int = 1_000_000
    any_language: bool = False
    allow_loopback: bool = False

    @property
    def max_bytes(self) -> int:
        """No report of `max_characters` takes more bytes than this in UTF-8."""
        return 4 * self.max_characters

    @property
    def max_line_bytes(self) -> int:
        """No report of `max_characters` takes more bytes than this as a line of JSON, with escapes and other fields."""
        return 12 * self.max_characters + _OTHER_FIELDS


@dataclass(frozen=True, slots=True)
class Origin:
    """Where some bytes come from, as who fetched or unpacked them knows it.

    `charset` is the one the answer's header named, `retrieved` the day it was fetched: nothing in it is younger.
    """

    url: str | None = None
    charset: str | None = None
    retrieved: date | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source, or one record of it, that could not be read; `line` counts from 1."""

    source: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader should know of a source that was read all the same."""

    source: str
    message: str

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"
