"""Names of actors, found in a text word by word with capitals respected.

Unlike places, which are looked up in any spelling, actors' names keep their capitals: "US" is no "us" and
"Labour" no "labour". Accents, the form of apostrophes, full stops and hyphens do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import KeysView, Sequence
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


# Particles are written with and without a capital ("Van der Bellen", "Al Shabaab").
_PARTICLES = {
    p.capitalize(): p for p in ("al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "da", "di", "dos")
}


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word without accents, full stops and hyphens, with plain apostrophes and its capitals.

    >>> fold_word("François"), fold_word("U.S."), fold_word("-"), fold_word("’s")
    ('Francois', 'US', '', "'s")
    """
    if word.isalpha() and word.isascii():
        return _PARTICLES.get(word, word)
    plain = unicodedata.normalize("NFKD", word.translate(_PLAIN))
    return "".join(c for c in plain if c not in '.-–—_"' and not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def split_name(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, split as the parser splits a text; a leading "the" is dropped.

    >>> split_name("the People’s Party"), split_name("Al-Qa'ida")
    (('People', "'s", 'Party'), ('al', "Qa'ida"))
    """
    if name.isascii() and name.replace(" ", "").isalpha():
        words = tuple(_PARTICLES.get(w, w) for w in name.split())
    else:
        words = tuple(w for w in (fold_word(part) for part in _SPLIT.split(name) if part) if w)
    return words[1:] if len(words) > 1 and words[0] in ("the", "The") else words


class CasedNames(Generic[Value]):
    """Maps names to values; the longest name at a word is found in time that does not grow with their number."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, ...], list[Value]] = {}
        self._lengths: dict[str, list[int]] = {}  # by first word, the longest first
        self._seconds: dict[str, set[str]] = {}  # the words that follow a first word: most are ruled out by them

    def __len__(self) -> int:
        return len(self._values)

    @property
    def first_words(self) -> KeysView[str]:
        """The words with which names begin."""
        return self._lengths.keys()

    def add(self, name: str, value: Value) -> None:
        """Add one more value for a name."""
        words = split_name(name)
        if not words:
            return
        known = self._values.get(words)
        if known is not None:
            known.append(value)
            return
        self._values[words] = [value]
        lengths = self._lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)
        if len(words) > 1:
            self._seconds.setdefault(words[0], set()).add(words[1])

    def get(self, name: str) -> Sequence[Value]:
        """Return the values of a name, none where it is unknown."""
        return self._values.get(split_name(name), ())

    def longest_at(self, words: Sequence[str], index: int) -> tuple[int, Sequence[Value]] | None:
        """Return the end of the longest name that begins at `words[index]`, with its values.

        `words` are folded, one per token; empty ones (hyphens) are passed over inside a name.
        """
        lengths = self._lengths.get(words[index])
        if lengths is None:
            return None
        second = index + 1
        while second < len(words) and not words[second]:
            second += 1
        if second >= len(words) or words[second] not in self._seconds.get(words[index], ()):
            alone = self._values.get((words[index],))
            return (index + 1, alone) if alone is not None else None
        kept: list[str] = []
        ends: list[int] = []
        for position in range(index, len(words)):
            if words[position]:
                kept.append(words[position])
                ends.append(position + 1)
                if len(kept) == lengths[0]:
                    break
        for length in lengths:
            if length <= len(kept):
                found = self._values.get(tuple(kept[:length]))
                if found is not None:
                    return ends[length - 1], found
        return None
