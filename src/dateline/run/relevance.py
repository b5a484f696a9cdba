"""Whether a report can tell of anything political, judged by its words alone, before it is parsed.

It is set aside only where nothing speaks for it: no word of politics, force, courts or diplomacy and no state, capital,
international body, party or armed group by name; or where sport, markets, science or entertainment drown out the few there
are. The words are those by which events are judged after the parse (`knowledge/data/ontology/politics.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from dateline.knowledge.actors.entries import NamedEntry
from dateline.knowledge.actors.loading import ACTOR_FOLDER
from dateline.knowledge.actors.states import load_states
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.word_lists import load_topic_lists
from dateline.model import BlockKind, Document

NOTHING_POLITICAL: Final = "no word of politics, no state and no political body"
ELSEWHERE: Final = "sport, markets, science or entertainment"

_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_FEW: Final = 2
"""Different words of politics, and different names, that do not count where another matter fills the report."""
_MOST: Final = 6.0
"""Words of other matters in a hundred, above which one of them fills a report."""
_LONG_ENOUGH: Final = 40  # words from which on that share tells something
_FILES: Final = ("organisations.yaml", "armed_groups.yaml", "parties.yaml")
_LONGEST: Final = 3  # words of a name that is looked for; longer ones hold a word of politics


def why_irrelevant(document: Document) -> str | None:
    """Return why a report can be set aside unread, None where it has to be read."""
    words = list(_iter_words(document))
    lists = load_topic_lists()
    plain = [word.lower() for word in words]
    political = {word for word in plain if _bare(word) in lists["politics"]} | _find_pairs(plain, lists["politics"])
    names = _find_names(words)
    if not political and not names:
        return NOTHING_POLITICAL
    if len(plain) >= _LONG_ENOUGH and len(political) <= _FEW and len(names) <= _FEW:
        elsewhere = sum(word in lists["elsewhere"] for word in plain)
        if 100 * elsewhere > _MOST * len(plain):
            return ELSEWHERE
    return None


def _iter_words(document: Document) -> Iterator[str]:
    if document.title and not any(block.kind is BlockKind.TITLE for block in document.blocks):
        yield from _WORD.findall(document.title)
    for block in document.prose:
        yield from _WORD.findall(block.span.of(document.text))


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _find_pairs(words: list[str], known: Iterable[str]) -> set[str]:
    pairs = {f"{first} {second}" for first, second in pairwise(words)}
    return pairs.intersection(known)


def _find_names(words: list[str]) -> set[str]:
    """Return the names that stand in a text, written as a name is: "US" and never "us"."""
    known = _load_names()
    spelt = [_bare(word) for word in words]
    found = {word for word in spelt if word in known or (word.capitalize() in known and word.isupper())}
    for length in range(2, _LONGEST + 1):
        found |= known.intersection(" ".join(spelt[i : i + length]) for i in range(len(spelt) - length + 1))
    return found


@lru_cache(maxsize=1)
def _load_names() -> frozenset[str]:
    """Return the names of states, their people and capitals, and of political bodies, in words as they are looked for."""
    names = {name for state in load_states().values() for name in (*state.forms, state.capital or "")}
    for file in _FILES:
        for _, entry in load_cached_entries(ACTOR_FOLDER / file, NamedEntry):
            names.update((entry.name, *entry.also))
    spelt = (" ".join(_WORD.findall(name)) for name in names)
    return frozenset(name for name in spelt if name[:1].isupper())
