"""Putting the actor files together: every name with whom it means and when it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from dateline.errors import BadKnowledge
from dateline.knowledge.actors.cased_names import CasedNames
from dateline.knowledge.actors.entries import FormerName, NamedEntry, NounEntry, Part, StateEntry, TitleEntry, Words
from dateline.knowledge.actors.known import KnownActor, KnownName, NameSort, Noun, Title
from dateline.knowledge.actors.offices import Officer
from dateline.model import ActorKind, Sector

NounIndex = Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]

# Words that show a seat to be a building, which stands for the government and never for the state.
_BUILDING = frozenset(
    {
        "10",
        "Block",
        "Castle",
        "Hall",
        "Hill",
        "House",
        "No.",
        "Number",
        "Palace",
        "Rock",
        "Street",
        "Villa",
        "Whitehall",
    }
)
_PART_KINDS = {"breakaway": ActorKind.STATE, "nation": ActorKind.STATE}


class NameBook:
    """Collects the names of states and of named actors."""

    def __init__(self) -> None:
        self.names: CasedNames[KnownName] = CasedNames()
        self.states: dict[str, KnownActor] = {}
        self.governments: dict[str, KnownActor] = {}

    def add_state(self, entry: StateEntry) -> None:
        """Enter a state with its government, its former names and its parts."""
        later = tuple(_bare(n) for n in entry.later)
        state = KnownActor(f"state.{entry.id}", entry.name, ActorKind.STATE, None, entry.id, later)
        adjective = entry.adjectives[0] if entry.adjectives else entry.name
        government = KnownActor(
            f"government.{entry.id}", f"{adjective} government", ActorKind.GOVERNMENT, Sector.GOV, entry.id
        )
        self.states[entry.id], self.governments[entry.id] = state, government
        marks = _Marks(
            entry.ambiguous, entry.local, entry.headline, entry.not_in_capitals, entry.also_means, entry.seats
        )
        self._add(state, NameSort.NAME, (entry.name, *entry.also, *entry.headline), marks)
        self._add(state, NameSort.ADJECTIVE, entry.adjectives, marks)
        self._add(state, NameSort.PEOPLE, _but(entry.people, entry.adjectives), marks)
        self._add(state, NameSort.CAPITAL, (entry.capital,) if entry.capital else (), marks)
        for seat in _but(entry.seats, (entry.capital,)):
            building = _is_building(seat)
            self._add(
                government if building else state, NameSort.SEAT if building else NameSort.CAPITAL, (seat,), marks
            )
        self._add(government, NameSort.GOVERNMENT, entry.government, marks)
        for former in (*entry.former, *entry.former_capitals):
            self._add_former(state, former, capital=former in entry.former_capitals)
        for part in entry.parts:
            self._add_part(entry.id, part, marks)

    def _add_former(self, state: KnownActor, entry: FormerName, *, capital: bool) -> None:
        former = KnownActor(
            state.id, entry.name, ActorKind.STATE, None, state.country, since=entry.from_, until=entry.until
        )
        marks = _Marks()
        self._add(former, NameSort.CAPITAL if capital else NameSort.NAME, (entry.name, *entry.also), marks)
        self._add(former, NameSort.ADJECTIVE, entry.adjectives, marks)
        self._add(former, NameSort.PEOPLE, _but(entry.people, entry.adjectives), marks)
        self._add(former, NameSort.CAPITAL, (entry.capital,) if entry.capital else (), marks)
        self._add(former, NameSort.CAPITAL, entry.seats, marks)

    def _add_part(self, country: str, entry: Part, marks: _Marks) -> None:
        kind = _PART_KINDS.get(entry.kind, ActorKind.GOVERNMENT)
        sector = None if kind is ActorKind.STATE else Sector.GOV
        part = KnownActor(f"part.{country}.{entry.name}", entry.name, kind, sector, country, part=entry.kind)
        sort = NameSort.NAME if kind is ActorKind.STATE else NameSort.REGION
        self._add(part, sort, (entry.name, *entry.also), marks)
        self._add(part, NameSort.ADJECTIVE, entry.adjectives, marks)
        self._add(part, NameSort.PEOPLE, _but(entry.people, entry.adjectives), marks)
        self._add(part, NameSort.CAPITAL, _but((entry.capital or "", *entry.seats), ("",)), marks)

    def add_named(self, entry: NamedEntry) -> KnownActor:
        """Enter a named actor; a state of a user's own is entered like a shipped one."""
        if entry.kind is ActorKind.STATE and entry.country and entry.country not in self.states:
            kept = ("name", "also", "adjectives", "people", "capital", "seats", "ambiguous", "later")
            self.add_state(StateEntry(id=entry.country, **{key: getattr(entry, key) for key in kept}))
            return self.states[entry.country]
        actor = KnownActor(
            entry.id,
            entry.name,
            entry.kind,
            entry.sector,
            entry.country,
            tuple(_bare(n) for n in entry.later),
            entry.from_,
            entry.until,
            office=entry.office,
            parent=entry.parent,
            rules=tuple((r.from_, r.until) for r in entry.rules),
        )
        marks = _Marks(entry.ambiguous, entry.local, quiet=entry.not_in_capitals)
        names = (entry.name, *entry.also, *entry.ambiguous, *entry.local, *entry.adjectives)
        self._add(actor, NameSort.NAME, names, marks)
        self._add(actor, NameSort.SEAT, entry.seats, marks)
        return actor

    def add_officer(self, officer: Officer) -> KnownActor:
        """Enter a person by the full names; surnames are looked up by office and day."""
        actor = KnownActor(
            f"person.{officer.name}", officer.name, ActorKind.PERSON, Sector.GOV, officer.country, officer=officer
        )
        known = KnownName(actor, NameSort.NAME)
        for name in (officer.name, *officer.also):
            if " " in name:
                self.names.add(name, known)
        return actor

    def _add(self, actor: KnownActor, sort: NameSort, names: Iterable[str], marks: _Marks) -> None:
        for name in dict.fromkeys(names):
            self.names.add(name, marks.mark(actor, sort, name))
            shouted = sort is NameSort.NAME and name not in marks.cased and len(name) > 3
            if shouted and name.isalpha() and name.isupper():
                self.names.add(name.capitalize(), marks.mark(actor, sort, name))


class _Marks:
    """When the names of one entry count."""

    def __init__(
        self,
        cased: Words = (),
        local: Words = (),
        headline: Words = (),
        quiet: Words = (),
        meanings: Mapping[str, Words] | None = None,
        seats: Words = (),
    ) -> None:
        self.cased, self._local, self._headline, self._quiet = cased, local, headline, quiet
        self._meanings = meanings or {}
        self._seats = seats

    def mark(self, actor: KnownActor, sort: NameSort, name: str) -> KnownName:
        meanings = self._meanings.get(name, ())
        # A capital that is also a person's name or a word ("Victoria") needs its state beside it, unless reports use it for
        # the government ("Washington").
        is_doubtful = sort is NameSort.CAPITAL and name not in self._seats and bool({"person", "word"} & set(meanings))
        local = name in self._local or is_doubtful
        return KnownName(
            actor,
            sort,
            name in self.cased,
            local,
            name in self._headline,
            name in self._quiet,
            meanings,
        )


def index_titles(entries: Iterable[TitleEntry]) -> tuple[CasedNames[Title], dict[str, Sector]]:
    """Return the titles by their words, and the sector of each office."""
    titles: CasedNames[Title] = CasedNames()
    sectors: dict[str, Sector] = {}
    for entry in entries:
        if entry.office and entry.sector:
            sectors.setdefault(entry.office, entry.sector)
        for words in entry.titles:
            titles.add(words.lower(), Title(entry.office, entry.sector, entry.kind, None, entry.weak))
        for country, more in entry.of.items():
            for words in more:
                titles.add(words.lower(), Title(entry.office, entry.sector, entry.kind, country, entry.weak))
    return titles, sectors


def index_nouns(entries: Iterable[NounEntry]) -> NounIndex:
    """Return the nouns by their last word, the longest first; a noun keeps the first entry it stands in.

    Before that come the entries that hold beside certain verbs only.
    """
    index: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for entry in sorted(entries, key=lambda e: not e.beside):
        peoples = "country" in entry.model_fields_set
        beside = frozenset(entry.beside)
        noun = Noun(entry.id, entry.kind, entry.sector, entry.country, entry.weak, entry.thing, peoples, beside)
        for words in (*entry.nouns, *entry.adjectives):
            parts = tuple(words.lower().replace("-", " ").split())
            known = index.setdefault(parts[-1], [])
            if all(other != parts or held.beside for other, held in known):
                known.append((parts, noun))
    return {last: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for last, found in index.items()}


def check_country(path: Path, line: int, entry: NamedEntry, states: Mapping[str, KnownActor]) -> None:
    """Raise BadKnowledge where an entry's country is no state."""
    if entry.country and states and entry.country not in states:
        raise BadKnowledge(path, line, f"{entry.id}: no state has the code {entry.country}")


def _bare(nominal: str) -> str:
    return nominal.lower().removeprefix("the ")


def _but(names: Iterable[str], others: Iterable[str | None]) -> list[str]:
    left_out = set(others)
    return [n for n in names if n not in left_out]


def _is_building(seat: str) -> bool:
    return seat.startswith("the ") or not _BUILDING.isdisjoint(seat.split())
