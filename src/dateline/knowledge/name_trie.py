"""Names of several words, found in a text word by word with capitals respected.

Unlike places, which are looked up in any spelling, actors' names keep their capitals: "US" is no "us" and
"Labour" no "labour". Accents, the form of apostrophes, full stops and hyphens do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

_SPLIT = re.compile(r"(['’]s)\b|[\s\-–—/,()\"“”]+|(?<=s)(['’])(?=\s|$)")
_PLAIN = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "ʿ": "'",
        "ʾ": "'",
        "‘": "'",
        "’": "'",
        "`": "'",
    }
)


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word without accents, full stops and hyphens, with plain apostrophes and its capitals.

    >>> fold_word("François"), fold_word("U.S."), fold_word("-"), fold_word("’s")
    ('Francois', 'US', '', "'s")
    """
    if word.isalpha() and word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in plain if c not in '.-–—_"' and not unicodedata.combining(c))


def split_name(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, split as the parser splits a text; a leading "the" is dropped."""
    words = tuple(w for w in (fold_word(part) for part in _SPLIT.split(name) if part) if w)
    return words[1:] if len(words) > 1 and words[0] in ("the", "The") else words


class NameTrie(Generic[Value]):
    """Maps names to values; the longest name at a word is found in time that does not grow with their number."""

    def __init__(self) -> None:
        self._root: dict[str, _Node[Value]] = {}
        self.size = 0

    def add(self, name: str, value: Value) -> None:
        """Add one more value for a name."""
        words = split_name(name)
        if not words:
            return
        level = self._root
        node = None
        for word in words:
            node = level.get(word)
            if node is None:
                node = level[word] = _Node()
            level = node.next
        assert node is not None
        node.values.append(value)
        self.size += 1

    def get(self, name: str) -> Sequence[Value]:
        """Return the values of a name, none where it is unknown."""
        words = split_name(name)
        found = self.longest_at(words, 0)
        return found[1] if found and found[0] == len(words) else ()

    def longest_at(self, words: Sequence[str], index: int) -> tuple[int, Sequence[Value]] | None:
        """Return the end of the longest name that begins at `words[index]`, with its values.

        `words` are folded, one per token; empty ones (hyphens) are passed over inside a name.
        """
        node = self._root.get(words[index])
        if node is None:
            return None
        found: tuple[int, Sequence[Value]] | None = None
        position, size = index + 1, len(words)
        while True:
            if node.values:
                found = position, node.values
            while position < size and not words[position]:
                position += 1
            following = node.next.get(words[position]) if position < size and node.next else None
            if following is None:
                return found
            node, position = following, position + 1


class _Node(Generic[Value]):
    __slots__ = ("next", "values")

    def __init__(self) -> None:
        self.next: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []
