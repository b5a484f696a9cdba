"""The brief: what an analyst wants to know of some reports, line by line, each with its number.

Three parts: who did or plans what towards whom; who said what; who wants, promises or refuses what. Lines that
tell the same of several reports stand once, with the number of reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from dateline.cli.phrases import (
    condition_of,
    holds,
    name_actors,
    name_source,
    place_of,
    say_date,
    say_day,
    say_kind,
    say_toll,
    speaker_of,
    status_word,
    words_of,
)
from dateline.cli.terminal import clean
from dateline.model import Event, EventStatus, Position, Record, Statement

_FEW = 12
"""Lines a part shows of many reports; all of a single one."""
_INDENT = 7
_QUOTE_LENGTH = 240


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the archive's numbers of its items; without an archive they are empty."""

    record: Record
    numbers: dict[str, int]


@dataclass(slots=True)
class _Line:
    """One line of the brief: its number, its text, a second line, and what it is sorted and joined by."""

    number: int | None
    text: Text
    below: Text | None
    order: tuple[object, ...]
    key: tuple[object, ...]
    sources: list[str] = field(default_factory=list)


class BriefPage:
    """Renders the brief of some reports, for any width."""

    def __init__(self, readings: Sequence[Reading], *, full: bool = False) -> None:
        self._readings = readings
        self._limit = None if full or len(readings) == 1 else _FEW

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._headline()
        parts = (
            ("What happened, and what is planned", [line for r in self._readings for line in _event_lines(r)]),
            ("Who said what", [line for r in self._readings for line in _statement_lines(r)]),
            ("Who wants, promises or refuses what", [line for r in self._readings for line in _position_lines(r)]),
        )
        for title, lines in parts:
            yield Text()
            yield Text(title, style="bold")
            yield from self._part(lines)
        if any(r.numbers for r in self._readings):
            yield Text()
            yield Text("dateline show NUMBER opens a line to the words it stands on.", style="dim")

    def _headline(self) -> Text:
        documents = [r.record.document for r in self._readings]
        if len(documents) == 1:
            document = documents[0]
            head = Text(clean(document.title or document.source), style="bold underline")
            head.append(
                f"\n{name_source(self._readings[0].record)}, {say_day(document.published)}",
                style="dim not bold not underline",
            )
            return head
        days = sorted(d.published for d in documents if d.published)
        period = f", {say_day(days[0])} to {say_day(days[-1])}" if days else ""
        return Text(f"{len(documents)} reports{period}", style="bold underline")

    def _part(self, lines: list[_Line]) -> Iterator[RenderableType]:
        joined = _join(lines)
        shown = joined[: self._limit]
        if not shown:
            yield Padding(Text("nothing found", style="dim"), (0, 0, 0, _INDENT))
        for line in shown:
            number = f"{line.number:>5}" if line.number is not None else "    –"
            yield _hang(number, line)
        if len(joined) > len(shown):
            more = Text(f"… {len(joined) - len(shown)} more; --all shows them", style="dim")
            yield Padding(more, (0, 0, 0, _INDENT))


def _hang(number: str, line: _Line) -> _Hanging:
    """Return a line with its number hanging to the left of all its rows."""
    body = line.text.copy()
    reports = len(set(line.sources))
    if reports > 1:
        body.append(f"  ({reports} reports)", style="dim")
    if line.below is not None:
        body.append("\n")
        body.append_text(line.below)
    return _Hanging(Text(number, style="cyan"), body)


class _Hanging:
    """A number and a body whose rows all begin right of it."""

    def __init__(self, number: Text, body: Text) -> None:
        self._number = number
        self._body = body

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(20, options.max_width - _INDENT)
        rows = self._body.wrap(console, width)
        for index, row in enumerate(rows):
            head = self._number if index == 0 else Text(" " * 5)
            yield Text.assemble(head, "  ", row)


def _join(lines: list[_Line]) -> list[_Line]:
    """Return the lines in order, those that say the same as one."""
    joined: dict[tuple[object, ...], _Line] = {}
    for line in lines:
        first = joined.setdefault(line.key, line)
        if first is not line:
            first.sources.extend(line.sources)
    return sorted(
        joined.values(), key=lambda line: (-len(set(line.sources)), *line.order) if len(lines) > 60 else line.order
    )


def _event_lines(reading: Reading) -> Iterator[_Line]:
    record = reading.record
    told: set[str] = set()
    for event in record.events:
        if event.same_as in told:
            continue
        told.add(event.same_as)
        yield _event_line(reading, event, record)


def _event_line(reading: Reading, event: Event, record: Record) -> _Line:
    text = Text()
    day = say_date(event.date)
    if day:
        text.append(f"{day}: ", style="green")
    word = status_word(event.status)
    if word:
        text.append(f"{word}: ", style="yellow" if event.status is not EventStatus.NEGATED else "red")
    actors, recipients = name_actors(record, event.actors), name_actors(record, event.recipients)
    text.append(actors or "somebody", style="bold" if actors else "dim")
    text.append(f" – {clean(event.trigger.of(record.document.text))}")
    if recipients:
        text.append(" → ")
        text.append(recipients, style="bold")
    below = _below_event(record, event)
    key = (
        (event.type, event.status, event.date, _countries(record, event), event.mode)
        if event.date
        else (reading.record.document.id, event.id)
    )
    order = (event.date or "9999", event.trigger.start)
    return _Line(reading.numbers.get(event.id), text, below, order, ("event", *key), [record.document.id])


def _countries(record: Record, event: Event) -> tuple[tuple[str, ...], tuple[str, ...]]:
    def of(ids: Sequence[object]) -> tuple[str, ...]:
        actors = [record.actor(i) for i in ids]  # type: ignore[arg-type]
        return tuple(sorted({a.country or a.name for a in actors}))

    return of(event.actors), of(event.recipients)


def _below_event(record: Record, event: Event) -> Text:
    parts = [say_kind(event), say_toll(event)]
    place = place_of(record, event)
    if place is not None:
        parts.append(clean(place.span.of(record.document.text)))
    parts.append(f"says {name_actors(record, [event.source])}" if event.source else "")
    parts.append(name_source(record))
    return Text(" · ".join(p for p in parts if p), style="dim")


def _statement_lines(reading: Reading) -> Iterator[_Line]:
    record = reading.record
    for statement in record.statements:
        yield _statement_line(reading, statement, record)


def _statement_line(reading: Reading, statement: Statement, record: Record) -> _Line:
    text = Text()
    text.append(speaker_of(record, statement), style="bold")
    words = words_of(record, statement)
    quoted = words if len(words) <= _QUOTE_LENGTH else words[: _QUOTE_LENGTH - 1].rsplit(" ", 1)[0] + " …"
    marks = ("“", "”") if statement.directness == "direct" else ("", "")
    text.append(f": {marks[0]}{quoted.strip('“”')}{marks[1]}" if marks[0] else f": {quoted}")
    parts = [statement.medium or "", say_date(statement.date), "unnamed" if statement.anonymous else ""]
    parts += [(statement.anonymity_reason and clean(statement.anonymity_reason)) or "", name_source(record)]
    below = Text(" · ".join(p for p in parts if p), style="dim")
    order = (str(record.document.published or ""), record.document.id, statement.content[0].start)
    return _Line(reading.numbers.get(statement.id), text, below, order, ("statement", words), [record.document.id])


def _position_lines(reading: Reading) -> Iterator[_Line]:
    record = reading.record
    for position in record.positions:
        yield _position_line(reading, position, record)


def _position_line(reading: Reading, position: Position, record: Record) -> _Line:
    text = Text()
    holder = name_actors(record, position.holder)
    text.append(holder or "somebody", style="bold" if holder else "dim")
    text.append(f" {holds(position.kind)}: ", style="magenta")
    words = clean(position.content.of(record.document.text))
    text.append(words)
    below = Text()
    condition = condition_of(record, position)
    if condition:
        below.append(f"condition: {condition}\n", style="yellow")
    toward = name_actors(record, position.toward)
    parts = [f"towards {toward}" if toward else "", f"by {say_date(position.deadline)}" if position.deadline else ""]
    parts += [f"says {name_actors(record, [position.source])}" if position.source else "", name_source(record)]
    below.append(" · ".join(p for p in parts if p), style="dim")
    order = (str(record.document.published or ""), record.document.id, position.content.start)
    return _Line(
        reading.numbers.get(position.id), text, below, order, ("position", holder, words), [record.document.id]
    )
