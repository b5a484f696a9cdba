"""States by everything they are called: names, adjectives, peoples, capitals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.actors.entries import StateEntry
from dateline.knowledge.actors.loading import ACTOR_FOLDER
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.names import fold


@dataclass(frozen=True, slots=True)
class StateNames:
    """What a state is called; `forms` are all its names, its adjectives and its people, without ambiguous ones."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str | None
    forms: tuple[str, ...]


@lru_cache(maxsize=1)
def load_states() -> Mapping[str, StateNames]:
    """Return every state by its ISO 3166 alpha-3 code."""
    return {entry.id: _names(entry) for _, entry in load_cached_entries(ACTOR_FOLDER / "states.yaml", StateEntry)}


def _names(entry: StateEntry) -> StateNames:
    everything = tuple(dict.fromkeys((entry.name, *entry.also, *entry.adjectives, *entry.people)))
    plain = tuple(name for name in everything if name not in entry.ambiguous or name == entry.name)
    names = tuple(name for name in (entry.name, *entry.also) if name in plain)
    return StateNames(
        entry.id, entry.name, names, tuple(a for a in entry.adjectives if a in plain), entry.capital, plain
    )


@lru_cache(maxsize=1)
def load_state_codes() -> Mapping[str, str]:
    """Return the code of each state by its names, folded and without article."""
    return {fold(name).removeprefix("the "): state.code for state in load_states().values() for name in state.names}


@lru_cache(maxsize=1)
def load_adjective_codes() -> Mapping[str, str]:
    """Return the code of each state by its adjectives in small letters."""
    return {adjective.casefold(): state.code for state in load_states().values() for adjective in state.adjectives}


@lru_cache(maxsize=1)
def load_state_forms() -> Mapping[str, tuple[str, ...]]:
    """Return all forms of each state by each of its names and adjectives in small letters."""
    return {
        name.casefold(): state.forms for state in load_states().values() for name in (*state.names, *state.adjectives)
    }
