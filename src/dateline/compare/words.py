"""The words of a passage as they are compared across reports: stems without function words, and how rare each is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.knowledge.joining import load_word_forms
from dateline.knowledge.names import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_PRIOR = 50
"""Passages added to every count, so that in a small archive a word seen once is not yet rare."""


def stems_of(text: str) -> frozenset[str]:
    """Return the stems of the content words and numbers of a text; stems need not be words.

    >>> sorted(stems_of("The jets shot down 2 Russian warplanes, killing a pilot."))
    ['2', 'jet', 'kill', 'pilot', 'russian', 'shoot', 'warplan']
    """
    function_words = load_word_forms().function_words
    words = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(
        stem(fold(word)) for word in words if word not in function_words and (len(word) > 1 or word.isdigit())
    )


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return a lower-case word without its inflection, roughly; irregular forms stand in a table.

    >>> [stem(w) for w in ("attacks", "attacked", "bombing", "shot", "cities", "downed")]
    ['attack', 'attack', 'bomb', 'shoot', 'city', 'down']
    """
    irregular = load_word_forms().irregular
    if word in irregular:
        return irregular[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and re.search("[aeiouy]", word[: -len(ending)]):
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many passages each word stands in, of how many; rare words say more when two passages share them."""

    passages: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, passages: Iterable[frozenset[str]]) -> Rarity:
        """Count the words of passages."""
        counts: Counter[str] = Counter()
        number = 0
        for words in passages:
            number += 1
            counts.update(words)
        return cls(number, counts)

    def weigh(self, word: str) -> float:
        """Return the weight of a word: the logarithm of passages over passages with it (inverse document frequency)."""
        return math.log((self.passages + _PRIOR + 1) / (self.counts.get(word, 0) + 1))
