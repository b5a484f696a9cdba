"""Everyone known beforehand: states, organisations, groups and officers by their names, and nouns by their sector.

The files are described in docs/knowledge.md. A user's own file is laid over the shipped ones: an entry with a
known id replaces it, a new id is added.
"""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import BadKnowledge
from dateline.knowledge.actor_cues import CUE_FOLDER, ActorCues, load_actor_cues
from dateline.knowledge.actor_entries import FormerName, NamedEntry, NounEntry, StateEntry, TermEntry, TitleEntry
from dateline.knowledge.cased_names import CasedNames
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.files import DATA, check_entry, iter_yaml_entries
from dateline.knowledge.offices import Officer, Offices, load_terms
from dateline.model import ActorKind, Sector

ACTOR_FOLDER = DATA / "actors"
_OTHER_FILES = frozenset({"states.yaml", "nouns.yaml", "titles.yaml"})


class NameSort(StrEnum):
    """What a known name is to its actor."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """Somebody known beforehand; `officer` is set for holders of offices."""

    id: str
    name: str
    kind: ActorKind
    sector: Sector | None = None
    country: str | None = None
    later: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    officer: Officer | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of a known actor; a `cased` one counts only in capitals and not at a sentence's start."""

    actor: KnownActor
    sort: NameSort
    cased: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A title as written, with the office it means (or, by country, others)."""

    office: str | None
    sector: Sector | None
    kind: ActorKind
    only_in: str | None = None


@dataclass(frozen=True, slots=True)
class Noun:
    """A generic noun for a sort of actor."""

    id: str
    kind: ActorKind
    sector: Sector | None


@dataclass(frozen=True, slots=True)
class ActorKnowledge:
    """All of it, indexed for reading."""

    states: Mapping[str, KnownActor]
    governments: Mapping[str, KnownActor]
    actors: Mapping[str, KnownActor]
    names: CasedNames[KnownName]
    titles: CasedNames[Title]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Noun], ...]]  # by the last word, the longest first
    offices: Offices
    people: Mapping[str, KnownActor]  # officers by the name in their list
    office_sectors: Mapping[str, Sector]
    cues: ActorCues
    sources: Mapping[str, tuple[Path, int]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def load_actor_knowledge(extra: Path | None = None) -> ActorKnowledge:
    """Load the shipped actors and, laid over them, those of the file `extra`; raise BadKnowledge on a fault."""
    collecting = gc.isenabled()
    gc.disable()  # 40,000 small objects that all stay: collecting between them doubles the time
    try:
        return _Builder().build(extra)
    finally:
        if collecting:
            gc.enable()


class _Builder:
    def __init__(self) -> None:
        self.names: CasedNames[KnownName] = CasedNames()
        self.titles: CasedNames[Title] = CasedNames()
        self.states: dict[str, KnownActor] = {}
        self.governments: dict[str, KnownActor] = {}
        self.sources: dict[str, tuple[Path, int]] = {}
        self.office_sectors: dict[str, Sector] = {}

    def build(self, extra: Path | None) -> ActorKnowledge:
        own = _read_extra(extra) if extra else []
        for _, state in _load(ACTOR_FOLDER / "states.yaml", StateEntry):
            self._add_state(state)
        named = self._collect_named(own)
        actors = {entry.id: self._add_named(entry) for entry in named.values()}
        offices = Offices(row for _, _, row in [*load_terms(), *_own_terms(own)])
        people = {officer.name: self._add_officer(officer) for officer in offices.officers}
        self._add_titles()
        nouns = _index_nouns(
            entry
            for path in (ACTOR_FOLDER / "nouns.yaml", CUE_FOLDER / "people.yaml")
            for _, entry in _load(path, NounEntry)
        )
        return ActorKnowledge(
            self.states,
            self.governments,
            actors,
            self.names,
            self.titles,
            nouns,
            offices,
            people,
            self.office_sectors,
            load_actor_cues(),
            self.sources,
        )

    def _collect_named(self, own: list[tuple[Path, int, NamedEntry]]) -> dict[str, NamedEntry]:
        found: dict[str, NamedEntry] = {}
        for path in sorted(ACTOR_FOLDER.glob("*.yaml")):
            if path.name in _OTHER_FILES:
                continue
            for line, entry in load_cached_entries(path, NamedEntry):
                if entry.id in found:
                    raise BadKnowledge(path, line, f"the id {entry.id} is used twice")
                self._check_country(path, line, entry)
                found[entry.id] = entry
                self.sources[entry.id] = (path, line)
        for path, line, entry in own:
            found[entry.id] = entry
            self.sources[entry.id] = (path, line)
        return found

    def _check_country(self, path: Path, line: int, entry: NamedEntry) -> None:
        if entry.country and self.states and entry.country not in self.states:
            raise BadKnowledge(path, line, f"{entry.id}: no state has the code {entry.country}")

    def _add_state(self, entry: StateEntry) -> None:
        state = KnownActor(f"state.{entry.id}", entry.name, ActorKind.STATE, None, entry.id)
        adjective = entry.adjectives[0] if entry.adjectives else entry.name
        government = KnownActor(
            f"government.{entry.id}", f"{adjective} government", ActorKind.GOVERNMENT, Sector.GOV, entry.id
        )
        self.states[entry.id] = state
        self.governments[entry.id] = government
        self._name(state, NameSort.NAME, (entry.name, *entry.also), entry.ambiguous)
        self._name(state, NameSort.ADJECTIVE, entry.adjectives, entry.ambiguous)
        self._name(state, NameSort.PEOPLE, [p for p in entry.people if p not in entry.adjectives], entry.ambiguous)
        capital = (entry.capital,) if entry.capital else ()
        self._name(state, NameSort.CAPITAL, capital, entry.ambiguous)
        self._name(government, NameSort.SEAT, [s for s in entry.seats if s not in capital], entry.ambiguous)
        self._name(government, NameSort.GOVERNMENT, entry.government, entry.ambiguous)
        for former in entry.former:
            self._add_former(state, former)

    def _add_former(self, state: KnownActor, entry: FormerName) -> None:
        former = KnownActor(
            state.id, entry.name, ActorKind.STATE, None, state.country, since=entry.from_, until=entry.until
        )
        self._name(former, NameSort.NAME, (entry.name, *entry.also))
        self._name(former, NameSort.ADJECTIVE, entry.adjectives)
        self._name(former, NameSort.PEOPLE, [p for p in entry.people if p not in entry.adjectives])
        self._name(former, NameSort.CAPITAL, (entry.capital,) if entry.capital else ())
        self._name(former, NameSort.SEAT, entry.seats)

    def _add_named(self, entry: NamedEntry) -> KnownActor:
        later = tuple(n.removeprefix("the ").lower() for n in entry.later)
        actor = KnownActor(
            entry.id,
            entry.name,
            entry.kind,
            entry.sector,
            entry.country,
            later,
            entry.from_,
            entry.until,
            office=entry.office,
        )
        self._name(actor, NameSort.NAME, (entry.name, *entry.also, *entry.ambiguous), entry.ambiguous)
        return actor

    def _add_officer(self, officer: Officer) -> KnownActor:
        actor = KnownActor(
            f"person.{officer.name}", officer.name, ActorKind.PERSON, Sector.GOV, officer.country, officer=officer
        )
        for name in (officer.name, *officer.also):
            if " " in name:
                self.names.add(name, KnownName(actor, NameSort.NAME))
        return actor

    def _name(self, actor: KnownActor, sort: NameSort, names: Iterable[str], ambiguous: Iterable[str] = ()) -> None:
        for name in dict.fromkeys(names):
            cased = name in ambiguous
            self.names.add(name, KnownName(actor, sort, cased))
            if sort is NameSort.NAME and not cased and name.isalpha() and name.isupper() and len(name) > 3:
                self.names.add(name.capitalize(), KnownName(actor, sort))

    def _add_titles(self) -> None:
        for _, entry in _load(DATA / "offices" / "titles.yaml", TitleEntry):
            if entry.office and entry.sector:
                self.office_sectors.setdefault(entry.office, entry.sector)
            for title in entry.titles:
                self.titles.add(title, Title(entry.office, entry.sector, entry.kind))
            for country, titles in entry.of.items():
                for title in titles:
                    self.titles.add(title.lower(), Title(entry.office, entry.sector, entry.kind, country))


def _load(path: Path, schema: type[Any]) -> list[tuple[int, Any]]:
    return load_cached_entries(path, schema) if path.exists() else []


def _index_nouns(entries: Iterable[NounEntry]) -> dict[str, tuple[tuple[tuple[str, ...], Noun], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Noun]]] = {}
    for entry in entries:
        noun = Noun(entry.id, entry.kind, entry.sector)
        for words in entry.nouns:
            parts = tuple(words.lower().split())
            if parts not in (known for known, _ in index.get(parts[-1], ())):
                index.setdefault(parts[-1], []).append((parts, noun))
    return {last: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for last, found in index.items()}


def _read_extra(path: Path) -> list[tuple[Path, int, NamedEntry]]:
    """Read a user's own actors from YAML or, with the keys as columns, CSV (lists separated by "|")."""
    try:
        rows = _iter_csv(path) if path.suffix.lower() == ".csv" else iter_yaml_entries(path)
        return [(path, line, check_entry(path, line, values, NamedEntry)) for line, values in rows]
    except (OSError, UnicodeDecodeError) as error:
        raise BadKnowledge(path, 1, f"cannot be read: {error}") from error


def _iter_csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    lists = ("also", "ambiguous", "later")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row:
                raise BadKnowledge(path, reader.line_num, "the row has more fields than the header")
            values: dict[str, Any] = {k: v for k, v in row.items() if v}
            values.update({k: [p.strip() for p in values[k].split("|")] for k in lists if k in values})
            yield reader.line_num, values


def _own_terms(own: list[tuple[Path, int, NamedEntry]]) -> list[tuple[Path, int, TermEntry]]:
    """Return the offices of a user's own persons as terms, so that they resolve in time like shipped ones."""
    terms = []
    for path, line, entry in own:
        if entry.kind is ActorKind.PERSON and entry.office and entry.country:
            values = {"country": entry.country, "office": entry.office, "name": entry.name, "from": entry.from_}
            values |= {"until": entry.until, "also": "|".join(entry.also) or None}
            terms.append((path, line, check_entry(path, line, values, TermEntry)))
    return terms
