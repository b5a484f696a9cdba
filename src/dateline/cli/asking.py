"""From what a person types to what an archive can be asked: actors by any of their names, words in all forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.archive import ArchiveReader, MeantActors, find_meant_actors

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


def mean_actors(reader: ArchiveReader, asked: str | None) -> MeantActors | None:
    """Return whom an option means, None where it was not given; raise ArchiveError where nobody is called so."""
    return find_meant_actors(reader, asked, _iter_known_names(asked)) if asked else None


def _iter_known_names(asked: str) -> Iterator[str]:
    """Yield the name that dateline itself has for somebody: "ISIS" is the Islamic State."""
    from dateline.extract.actors import resolve_actor
    from dateline.knowledge.actors import load_actor_knowledge

    found = resolve_actor(asked, "", None, load_actor_knowledge())
    if found.name:
        yield found.name


def split_words(about: str | None) -> tuple[tuple[str, ...], ...] | None:
    """Return the words of an option, each with its other forms; words in quotation marks stay together.

    A state's name stands for its adjective and its people too.
    """
    if not about:
        return None
    whole = _state_forms().get(about.casefold().strip())
    if whole:
        return (whole,)
    words = [phrase or word for phrase, word in _WORDS.findall(about)]
    return tuple(_state_forms().get(word.casefold(), (word,)) for word in words)


@lru_cache(maxsize=1)
def _state_forms() -> dict[str, tuple[str, ...]]:
    """Return all names of each state, its adjectives and its people, by each of its names in small letters."""
    from dateline.knowledge.actor_entries import StateEntry
    from dateline.knowledge.actors import ACTOR_FOLDER
    from dateline.knowledge.compiled_entries import load_cached_entries

    forms: dict[str, tuple[str, ...]] = {}
    for _, state in load_cached_entries(ACTOR_FOLDER / "states.yaml", StateEntry):
        names = tuple(dict.fromkeys((state.name, *state.also, *state.adjectives, *state.people)))
        plain = tuple(name for name in names if name not in state.ambiguous or name == state.name)
        forms |= {name.casefold(): plain for name in (state.name, *state.also, *state.adjectives)}
    return forms
