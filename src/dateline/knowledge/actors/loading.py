"""Everyone known beforehand: states, organisations, groups and officers by their names, and nouns by their sector.

The files are described in docs/knowledge.md. A user's own file is laid over the shipped ones: an entry with a
known id replaces it, a new id is added.
"""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from dateline.errors import BadKnowledge
from dateline.knowledge.actors.building import NameBook, NounIndex, check_country, index_nouns, index_titles
from dateline.knowledge.actors.cased_names import CasedNames
from dateline.knowledge.actors.cues import CUE_FOLDER, ActorCues, load_actor_cues
from dateline.knowledge.actors.entries import NamedEntry, NounEntry, StateEntry, TermEntry, TitleEntry
from dateline.knowledge.actors.known import KnownActor, KnownName, NameSort, Noun, Title
from dateline.knowledge.actors.offices import OFFICE_FOLDER, Offices, load_terms
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.files import DATA, check_entry, iter_yaml_entries
from dateline.model import ActorKind, Sector

__all__ = [
    "ActorKnowledge",
    "KnownActor",
    "KnownName",
    "NameSort",
    "Noun",
    "Title",
    "load_actor_knowledge",
    "load_own_actors",
]

ACTOR_FOLDER = DATA / "actors"
_OTHER_FILES = frozenset({"states.yaml", "nouns.yaml"})

Entry = TypeVar("Entry", bound=BaseModel)
Sourced = tuple[Path, int, NamedEntry]


@dataclass(frozen=True, slots=True)
class ActorKnowledge:
    """All of it, indexed for reading; `sources` says in which file and line a named actor stands."""

    states: Mapping[str, KnownActor]
    governments: Mapping[str, KnownActor]
    actors: Mapping[str, KnownActor]
    names: CasedNames[KnownName]
    titles: CasedNames[Title]
    nouns: NounIndex
    offices: Offices
    office_sectors: Mapping[str, Sector]
    cues: ActorCues
    sources: Mapping[str, tuple[Path, int]] = field(default_factory=dict)


@lru_cache(maxsize=4)
def load_actor_knowledge(extra: Path | None = None) -> ActorKnowledge:
    """Load the shipped actors and, laid over them, those of the file `extra`; raise BadKnowledge on a fault."""
    collecting = gc.isenabled()
    gc.disable()  # 100,000 small objects that all stay: collecting between them doubles the time
    try:
        return _load(extra)
    finally:
        if collecting:
            gc.enable()


def _load(extra: Path | None) -> ActorKnowledge:
    own = _read_extra(extra) if extra else []
    book = NameBook()
    for _, state in _entries(ACTOR_FOLDER / "states.yaml", StateEntry):
        book.add_state(state)
    named, sources = _collect_named(own, book.states)
    actors = {entry.id: book.add_named(entry) for entry in named}
    offices = Offices(row for _, _, row in [*load_terms(), *_own_terms(own)])
    for officer in offices.officers:
        book.add_officer(officer)
    titles, sectors = index_titles(e for _, e in _entries(OFFICE_FOLDER / "titles.yaml", TitleEntry))
    nouns = index_nouns(
        entry
        for path in (ACTOR_FOLDER / "nouns.yaml", CUE_FOLDER / "people.yaml")
        for _, entry in _entries(path, NounEntry)
    )
    return ActorKnowledge(
        book.states, book.governments, actors, book.names, titles, nouns, offices, sectors, load_actor_cues(), sources
    )


def load_own_actors(path: Path | None) -> list[NamedEntry]:
    """Return the entries of a user's own file of actors; raise BadKnowledge on a fault."""
    return [entry for _, _, entry in _read_extra(path)] if path else []


def _collect_named(
    own: list[Sourced], states: Mapping[str, KnownActor]
) -> tuple[list[NamedEntry], dict[str, tuple[Path, int]]]:
    found: dict[str, NamedEntry] = {}
    sources: dict[str, tuple[Path, int]] = {}
    for path in sorted(ACTOR_FOLDER.glob("*.yaml")):
        if path.name in _OTHER_FILES:
            continue
        for line, entry in load_cached_entries(path, NamedEntry):
            if entry.id in found:
                raise BadKnowledge(path, line, f"the id {entry.id} is used twice")
            check_country(path, line, entry, states)
            found[entry.id], sources[entry.id] = entry, (path, line)
    for path, line, entry in own:
        found[entry.id], sources[entry.id] = entry, (path, line)
    return list(found.values()), sources


def _entries(path: Path, schema: type[Entry]) -> list[tuple[int, Entry]]:
    return load_cached_entries(path, schema) if path.exists() else []


def _read_extra(path: Path) -> list[Sourced]:
    """Read a user's own actors from YAML or, with the keys as columns, CSV (lists separated by "|")."""
    try:
        rows = _iter_csv(path) if path.suffix.lower() == ".csv" else iter_yaml_entries(path)
        return [(path, line, check_entry(path, line, values, NamedEntry)) for line, values in rows]
    except (OSError, UnicodeDecodeError) as error:
        raise BadKnowledge(path, 1, f"cannot be read: {error}") from error


def _iter_csv(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    lists = ("also", "ambiguous", "local", "later", "adjectives", "people", "seats")
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row:
                raise BadKnowledge(path, reader.line_num, "the row has more fields than the header")
            values: dict[str, Any] = {k: v for k, v in row.items() if v}
            values.update({k: [p.strip() for p in values[k].split("|")] for k in lists if k in values})
            yield reader.line_num, values


def _own_terms(own: list[Sourced]) -> list[tuple[Path, int, TermEntry]]:
    """Return the offices of a user's own persons as terms, so that they resolve in time like shipped ones."""
    terms = []
    for path, line, entry in own:
        if entry.kind is ActorKind.PERSON and entry.office and entry.country:
            values = {"country": entry.country, "office": entry.office, "name": entry.name, "from": entry.from_}
            values |= {"until": entry.until, "also": "|".join(entry.also) or None}
            terms.append((path, line, check_entry(path, line, values, TermEntry)))
    return terms
