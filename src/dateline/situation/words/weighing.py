"""How much the words two passages share say: rare words more than common ones, words of one matter as one word."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dateline.compare.words import stem, stems_of
from dateline.knowledge.questions import load_related_words
from dateline.situation.rows import Asking

_PRIOR = 50
"""Items added to every count, so that in a small archive a word seen once is not yet rare."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What stems weigh in one archive, and in how many items each stands."""

    by_stem: Mapping[str, float]
    items: Mapping[str, int]

    def of(self, stems: Collection[str]) -> float:
        """Return what stems weigh together."""
        return sum(self.by_stem.get(one, 0.0) for one in stems)


def weigh_stems(ask: Asking, stems: Collection[str]) -> Weights:
    """Return the weights of stems: the logarithm of all items over those that hold the stem (inverse document frequency)."""
    rows = ask("stem_counts", stems=sorted(stems))
    weights = {row["stem"]: math.log((row["total"] + _PRIOR) / (row["items"] + 1)) for row in rows}
    return Weights(weights, {row["stem"]: row["items"] for row in rows})


def matter_stems(text: str) -> frozenset[str]:
    """Return the stems of a text, those of one matter as one.

    >>> matter_stems("He must resign") == matter_stems("his departure")
    True
    """
    return unify(stems_of(text))


def unify(stems: Collection[str]) -> frozenset[str]:
    """Return stems, each that names a matter replaced by the first word of that matter."""
    heads = _heads()
    return frozenset(heads.get(one, one) for one in stems)


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, str]:
    return {stem(word): stem(group[0]) for word, group in load_related_words().items() if " " not in word}
