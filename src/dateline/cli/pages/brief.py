"""The brief: what an analyst wants to know of some reports, line by line, each with its number.

Four parts: what happened; what is planned or possible; who said what; who wants, promises or refuses what. What
several reports tell stands once, with their number: events are joined as everywhere else, what is said by its words.
Of many reports each part shows what most of them tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from dateline.cli.lines.events import event_key, is_to_come, iter_event_lines
from dateline.cli.lines.joining import EventJoiner
from dateline.cli.lines.phrases import name_source, say_day
from dateline.cli.lines.positions import iter_position_lines
from dateline.cli.lines.ranking import Line, choose_lines, group_lines, join_lines, merge_lines, say_sources, say_toll
from dateline.cli.lines.statements import iter_statement_lines
from dateline.cli.pages.layout import indented, numbered
from dateline.cli.terminal import clean
from dateline.model import DocumentId, Record
from dateline.model.wording import say_weekday

_NEWS = timedelta(days=7)
_FEW = 12
"""Lines a part shows of many reports; all of a single one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the archive's numbers of its items; without an archive they are empty."""

    record: Record
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Head:
    """What a brief says of a report itself."""

    title: str
    source: str
    published: date | None


class Brief:
    """Gathers the lines of reports, one after the other, and keeps no record."""

    def __init__(self) -> None:
        self._heads: dict[DocumentId, Head] = {}
        self.has_numbers = False
        self._joiner = EventJoiner()
        self._events: list[Line] = []
        self._statements: list[Line] = []
        self._positions: list[Line] = []

    def add(self, reading: Reading) -> None:
        """Add the lines of a report."""
        record, numbers = reading.record, reading.numbers
        document = record.document
        self._heads[document.id] = Head(document.title or document.source, name_source(record), document.published)
        self.has_numbers = self.has_numbers or bool(numbers)
        self._joiner.add(record)
        self._events += iter_event_lines(record, numbers)
        self._statements += iter_statement_lines(record, numbers)
        self._positions += iter_position_lines(record, numbers)

    def keep_only(self, documents: Collection[DocumentId]) -> None:
        """Drop the reports that are not among `documents`, and what they tell."""
        self._heads = {name: head for name, head in self._heads.items() if name in documents}
        for lines in (self._events, self._statements, self._positions):
            lines[:] = [line for line in lines if not line.sources.keys().isdisjoint(self._heads)]

    @property
    def documents(self) -> tuple[DocumentId, ...]:
        """The reports it tells of."""
        return tuple(self._heads)

    @property
    def reports(self) -> int:
        """How many reports it tells of."""
        return len(self._heads)

    @property
    def only(self) -> Head | None:
        """The report where it is only one."""
        return next(iter(self._heads.values())) if len(self._heads) == 1 else None

    @property
    def days(self) -> list[date]:
        """The days the reports were published, as far as they say so."""
        return [head.published for head in self._heads.values() if head.published]

    @property
    def since(self) -> str | None:
        """The day from which things are news: a week before the first report."""
        return (min(self.days) - _NEWS).isoformat() if self.days else None

    def complete(self, line: Line) -> Line:
        """Return a line as it is shown; here all lines are whole from the beginning."""
        return line

    def parts(self) -> Iterator[tuple[str, list[Line]]]:
        """Yield the title and the joined lines of each part."""
        events = merge_lines(self._joined_events())
        yield "What happened", [line for line in events if not is_to_come(line)]
        yield "What is planned, or may happen", [line for line in events if is_to_come(line)]
        yield "Who said what", join_lines(self._statements)
        yield "Who wants, promises or refuses what", join_lines(self._positions)

    def _joined_events(self) -> Iterator[Line]:
        """Yield the lines of events, those of one event under one key."""
        joined: Mapping[Any, int] = self._joiner.join()
        for line in self._events:
            _, status, told = line.key
            yield replace(line, key=event_key(str(status), joined[told]))


class BriefPage:
    """Renders a brief for any width."""

    def __init__(self, brief: Brief, *, full: bool = False) -> None:
        self._brief = brief
        self._limit = None if full or brief.reports == 1 else _FEW

    @classmethod
    def of(cls, readings: Iterable[Reading], *, full: bool = False) -> BriefPage:
        """Return the page of some readings."""
        brief = Brief()
        for reading in readings:
            brief.add(reading)
        return cls(brief, full=full)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._headline()
        for title, lines in self._brief.parts():
            yield Text()
            yield Text(title, style="bold")
            yield from self._part(lines)
        if self._brief.has_numbers:
            yield Text()
            yield Text("dateline show NUMBER opens a line to the words it stands on.", style="dim")

    def _headline(self) -> Iterator[Text]:
        brief = self._brief
        if brief.only:
            yield Text(clean(brief.only.title), style="bold underline")
            yield Text(f"{brief.only.source}, {say_day(brief.only.published)}", style="dim")
            return
        period = f", {say_day(min(brief.days))} to {say_day(max(brief.days))}" if brief.days else ""
        yield Text(f"{brief.reports} reports{period}", style="bold underline")

    def _part(self, lines: list[Line]) -> Iterator[RenderableType]:
        shown = [self._brief.complete(line) for line in choose_lines(lines, self._limit, since=self._brief.since)]
        if not shown:
            yield indented(Text("nothing found", style="dim"))
        days = group_lines(shown)
        for day, group in days:
            if not self._is_own_day(day, len(days)):
                yield Text(f"  {say_weekday(day)}", style="green")
            yield from (numbered(line.number, self._body(line)) for line in group)
        if len(lines) > len(shown):
            yield indented(Text(f"… {len(lines) - len(shown)} more; --all shows them", style="dim"))

    def _is_own_day(self, day: str | None, days: int) -> bool:
        """Tell whether all lines stand under the day of the one report there is, which its headline says."""
        only = self._brief.only
        if only is None or days != 1:
            return False
        return day == (only.published.isoformat() if only.published else None)

    def _body(self, line: Line) -> Text:
        body = line.text.copy()
        if line.condition:
            body.append("\n").append(f"on condition: {line.condition}", style="yellow")
        sources = "" if self._brief.only else say_sources(line.sources)
        details = [part for part in (*line.details[:1], say_toll(line.toll), *line.details[1:], sources) if part]
        return body.append("\n" + " · ".join(details), style="dim") if details else body
