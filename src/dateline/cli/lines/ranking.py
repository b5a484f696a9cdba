"""Lines of a brief: what one says, what tells two lines apart, which of many are shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from rich.text import Text

from dateline.cli.lines.phrases import first_day, name_source
from dateline.model import DocumentId, Record

Toll = dict[str, set[int]]


@dataclass(frozen=True, slots=True)
class Source:
    """A report that tells something: its publisher, and whose report it is where the publisher took it over."""

    name: str
    origin: str

    @classmethod
    def of(cls, record: Record) -> dict[DocumentId, Source]:
        """Return the source of a record by its id."""
        document = record.document
        return {document.id: cls(name_source(record), document.agency or document.publisher or document.source)}


@dataclass(slots=True)
class Line:
    """One line of a brief.

    `day` is the date it stands under; lines of different reports with equal `key` tell the same and are joined;
    `weight` says how much is known, so that of two mentions of one thing the fuller one is shown.
    """

    number: int | None
    day: str | None
    text: Text
    key: tuple[object, ...]
    condition: str | None = None
    details: tuple[str, ...] = ()
    toll: Toll = field(default_factory=dict)
    weight: int = 0
    sources: dict[DocumentId, Source] = field(default_factory=dict)

    def take(self, other: Line) -> None:
        """Let this line tell what `other` tells too."""
        if other.weight > self.weight:
            self.number, self.text, self.details = other.number, other.text, other.details
            self.condition, self.weight = other.condition, other.weight
            self.day = other.day or self.day
        self.sources |= other.sources
        for what, numbers in other.toll.items():
            self.toll.setdefault(what, set()).update(numbers)


def join_lines(lines: Iterable[Line]) -> list[Line]:
    """Return the lines in order, those of different reports that tell the same as one."""
    joined: dict[tuple[object, ...], list[Line]] = {}
    for line in lines:
        same = joined.setdefault(line.key, [])
        others = [first for first in same if not first.sources.keys() & line.sources.keys()]
        if others:
            max(others, key=lambda first: _shared_words(first, line)).take(line)
        else:
            same.append(line)
    return [line for same in joined.values() for line in same]


def merge_lines(lines: Iterable[Line]) -> list[Line]:
    """Return the lines in order, all of one key as one: what they tell is known to be the same."""
    merged: dict[tuple[object, ...], Line] = {}
    for line in lines:
        first = merged.setdefault(line.key, line)
        if first is not line:
            first.take(line)
    return list(merged.values())


def _shared_words(first: Line, second: Line) -> int:
    return len(set(first.text.plain.split()) & set(second.text.plain.split()))


def choose_lines(lines: Sequence[Line], limit: int | None, *, since: str | None = None) -> list[Line]:
    """Return at most `limit` lines: those that most sources tell, then those of which most is known, then the first.

    A report that several papers took over from one agency counts as one source. What happened before `since` is
    background, of which one thing less is known.
    """
    if limit is None or len(lines) <= limit:
        return list(lines)

    def rank(line: Line) -> tuple[int, int, int, str]:
        origins, weight, reports = _rank(line)
        day = first_day(line.day)
        return origins, weight + bool(since and day < since), reports, day

    return sorted(lines, key=rank)[:limit]


def _rank(line: Line) -> tuple[int, int, int]:
    return -len({source.origin for source in line.sources.values()}), -line.weight, -len(line.sources)


def group_lines(lines: Iterable[Line]) -> list[tuple[str | None, list[Line]]]:
    """Return lines by day, days in order and the unknown one last; of a day, what most sources tell comes first."""
    ordered = sorted(lines, key=lambda line: (first_day(line.day), line.day or "", *_rank(line)))
    return [(day, list(group)) for day, group in groupby(ordered, key=lambda line: line.day)]


def say_toll(toll: Toll) -> str:
    """Return counts as words, a range where reports disagree: "129–130 killed".

    >>> say_toll({"killed": {129, 130}, "injured": {352}})
    '129–130 killed, 352 injured'
    """
    return ", ".join(
        f"{min(numbers):,}–{max(numbers):,} {what}" if len(numbers) > 1 else f"{min(numbers):,} {what}"
        for what, numbers in toll.items()
    )


def say_sources(sources: dict[DocumentId, Source]) -> str:
    """Return who tells it: "Reuters", or "6 reports: Reuters, dpa and others"."""
    names = list(dict.fromkeys(source.name for source in sources.values()))
    if len(sources) == 1:
        return names[0]
    listed = " and ".join(names) if len(names) < 3 else f"{names[0]}, {names[1]} and others"
    return f"{len(sources)} reports: {listed}"
