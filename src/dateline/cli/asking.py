"""From what a person types to what an archive can be asked: actors by any of their names, words in all forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.archive import ArchiveReader, MeantActors, find_meant_actors

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


def mean_actors(reader: ArchiveReader, asked: str | None) -> MeantActors | None:
    """Return whom an option means, None where it was not given; raise ArchiveError where nobody is called so."""
    return find_meant_actors(reader, asked, _iter_known_names(asked)) if asked else None


def _iter_known_names(asked: str) -> Iterator[str]:
    """Yield the name that dateline itself has for somebody: "ISIS" is the Islamic State."""
    from dateline.extract.actors import resolve_actor
    from dateline.knowledge.actors.loading import load_actor_knowledge

    found = resolve_actor(asked, "", None, load_actor_knowledge())
    if found.name:
        yield found.name


def split_words(about: str | None) -> tuple[tuple[str, ...], ...] | None:
    """Return the words of an option, each with its other forms; words in quotation marks stay together.

    A state's name stands for its adjective and its people too.
    """
    if not about:
        return None
    from dateline.knowledge.actors.states import load_state_forms

    whole = load_state_forms().get(about.casefold().strip())
    if whole:
        return (whole,)
    words = [phrase or word for phrase, word in _WORDS.findall(about)]
    return tuple(load_state_forms().get(word.casefold(), (word,)) for word in words)
