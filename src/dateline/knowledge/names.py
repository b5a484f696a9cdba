"""Names as they are compared: without accents, capitals and punctuation, and found word by word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return a name in lower case without accents or punctuation; white space becomes one blank.

    >>> fold("François Hollande’s"), fold("Al-Qa'ida"), fold("U.S.")
    ('francois hollandes', 'al qaida', 'u s')
    """
    plain = unicodedata.normalize("NFKD", name)
    kept = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’", "").replace("'", "")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


class NameTable(Generic[Value]):
    """Names of several words, found at a word of a text in time that does not grow with their number."""

    def __init__(self, names: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for name, value in names:
            words = tuple(fold(name).split())
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def longest_at(self, words: Sequence[str], index: int) -> tuple[int, Value] | None:
        """Return the number of words and the value of the longest name that begins at `words[index]`, if any.

        `words` are folded, one string per token; a token that folds to several words ("al-Nusra") is one string with blanks.
        """
        first = words[index].split(" ", 1)[0] if words[index] else ""
        for name, value in self._by_first.get(first, ()):
            count = _match_length(name, words, index)
            if count:
                return count, value
        return None


def _match_length(name: tuple[str, ...], words: Sequence[str], index: int) -> int:
    """Return how many tokens from `index` spell `name` exactly, 0 where they do not."""
    position, token = 0, index
    while position < len(name):
        if token >= len(words):
            return 0
        parts = words[token].split()
        if tuple(parts) != name[position : position + len(parts)]:
            return 0
        position += len(parts)
        token += 1
    return token - index
