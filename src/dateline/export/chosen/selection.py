"""What is exported: the reports, events, statements and positions of a situation, each report once.

All formats read from here, so that one scope and one day mean the same in every file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dateline.compare.days import Days, read_days
from dateline.export.chosen.known import known_reports
from dateline.export.chosen.place_kinds import Point, own_point
from dateline.model import Actor, ActorId, Event, Place, Position, Record, Statement
from dateline.situation import JoinedEvent, LedgerEntry, Saying, Scope, Situation


@dataclass(frozen=True, slots=True)
class Joining:
    """The joined event a telling belongs to: its number, how many reports tell it, and how many of them by themselves."""

    number: int
    reports: int
    independent: int


@dataclass(frozen=True, slots=True)
class Told:
    """One report's telling of an event, with what a row about it needs."""

    record: Record
    event: Event
    number: int
    joining: Joining

    @property
    def days(self) -> Days | None:
        """First and last day it can have happened on, None where nothing is told of that."""
        return read_days(self.event.date)

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Who did it."""
        return tuple(self.record.actor(a) for a in self.event.actors)

    @property
    def recipients(self) -> tuple[Actor, ...]:
        """Who had it done to them."""
        return tuple(self.record.actor(a) for a in self.event.recipients)

    @property
    def place(self) -> Place | None:
        """Where it happened."""
        return next((p for p in self.record.places if p.id == self.event.place), None)

    @property
    def point(self) -> Point | None:
        """Latitude and longitude of the place itself; None where only a country, a border or a sea is told."""
        place = self.place
        return own_point(place.kind, place.country, place.latitude, place.longitude) if place else None

    @property
    def teller(self) -> Actor | None:
        """On whose word the report tells it, None for its own."""
        return self.record.actor(self.event.source) if self.event.source else None

    @property
    def trigger(self) -> str:
        """The words that name the act."""
        return self.event.trigger.of(self.record.document.text)

    @property
    def sentence(self) -> str:
        """The sentence it is told in."""
        return self.event.evidence.of(self.record.document.text)


@dataclass(frozen=True, slots=True)
class ChosenReport:
    """A report and those of its pieces that are asked for; `numbers` are the archive's, by the id in the record."""

    record: Record
    numbers: Mapping[str, int]
    told: tuple[Told, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]

    def whole(self) -> Record:
        """Return the record with only these events, statements and positions.

        What others of the record refer to is kept with them: the first telling of an event, the statement a position
        or another statement stands in.
        """
        events = {t.event.id for t in self.told} | {t.event.same_as for t in self.told}
        statements = {s.id for s in self.statements} | {p.statement for p in self.positions}
        statements |= _within(self.record, statements)
        return self.record.model_copy(
            update={
                "events": tuple(e for e in self.record.events if e.id in events),
                "statements": tuple(s for s in self.record.statements if s.id in statements),
                "positions": self.positions,
            }
        )

    def actor(self, actor_id: ActorId) -> Actor:
        """Return an actor of the report."""
        return self.record.actor(actor_id)


def _within(record: Record, inner: set[Any]) -> set[Any]:
    """Return the statements that hold any of `inner`."""
    outer = {s.id: s.within for s in record.statements}
    found: set[Any] = set()
    todo = list(inner)
    while todo:
        around = outer.get(todo.pop())
        if around is not None and around not in found:
            found.add(around)
            todo.append(around)
    return found


class Selection:
    """Gives what a situation holds, report by report or event by event; holds numbers in memory, never all records."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation

    def iter_reports(self) -> Iterator[ChosenReport]:
        """Yield the reports that tell anything asked for, in the order they were kept; all of them where nothing limits."""
        everything = self.situation.scope == Scope()
        for report in known_reports(self.situation):
            if everything or report.id in self._documents:
                yield self._choose(self.situation.seen_record(report.id))

    def iter_told(self) -> Iterator[Told]:
        """Yield every telling of every event asked for, in the order of reports."""
        for report in self.iter_reports():
            yield from report.told

    def iter_joined(self) -> Iterator[JoinedEvent]:
        """Yield the joined events in order of their days."""
        yield from self.situation.iter_events()

    def iter_sayings(self) -> Iterator[Saying]:
        """Yield what was said, newest first; nothing where a limit asks for events alone."""
        if not self._asks_for_events:
            yield from self.situation.statements(limit=None)

    def iter_entries(self) -> Iterator[LedgerEntry]:
        """Yield the positions, newest first; nothing where a limit asks for events alone."""
        if not self._asks_for_events:
            yield from self.situation.ledger(limit=None, later=False)

    @property
    def _asks_for_events(self) -> bool:
        """Tell whether the scope has a limit that only events can meet: a type, a status or a place."""
        scope = self.situation.scope
        return bool(scope.types or scope.statuses or scope.places)

    @cached_property
    def _joinings(self) -> dict[int, Joining]:
        found = {}
        for event in self.situation.iter_events():
            held = event.corroboration
            joining = Joining(event.number, held.reports, held.independent)
            for telling in event.tellings:
                found[telling.citation.number] = joining
                self._seen.add(telling.citation.document)
        return found

    @cached_property
    def _seen(self) -> set[str]:
        return set()

    @cached_property
    def _words(self) -> frozenset[int]:
        """The numbers of all statements and positions asked for."""
        numbers = set()
        said_or_held: list[Saying | LedgerEntry] = [*self.iter_sayings(), *self.iter_entries()]
        for said in said_or_held:
            for citation in (said.citation, *said.also):
                numbers.add(citation.number)
                self._seen.add(citation.document)
        return frozenset(numbers)

    @cached_property
    def _documents(self) -> set[str]:
        """The reports that tell anything asked for."""
        _ = self._joinings, self._words
        return self._seen

    def _choose(self, record: Record) -> ChosenReport:
        numbers = self._numbers(record)
        told = tuple(
            Told(record, event, number, self._joinings[number])
            for event in record.events
            if (number := numbers[event.id]) in self._joinings
        )
        return ChosenReport(
            record,
            numbers,
            told,
            tuple(s for s in record.statements if numbers[s.id] in self._words),
            tuple(p for p in record.positions if numbers[p.id] in self._words),
        )

    def _numbers(self, record: Record) -> dict[str, int]:
        rows = self.situation.query(
            "SELECT i.id, i.number FROM item i JOIN version v ON v.number = i.version WHERE v.id = ?",
            (record.document.id,),
        ).rows
        return dict(rows)
