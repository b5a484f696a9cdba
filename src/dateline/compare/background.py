"""What two tellings are seen against: how rare each word is, and what else their reports speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.compare.tellings import Telling
from dateline.compare.words import Rarity


class Background:
    """The words of all reports, counted, and the words of each."""

    def __init__(self, report_words: Mapping[int, frozenset[str]]) -> None:
        self._report_words = report_words
        self._rarity = Rarity.of(report_words.values())
        self._weights: dict[str, float] = {}
        self._lengths: dict[int, float] = {}
        self._likeness: dict[tuple[int, int], float] = {}

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Background:
        """Gather the words of the tellings' reports."""
        reports: dict[int, set[str]] = {}
        for telling in tellings:
            reports.setdefault(telling.report.number, set()).update(telling.words)
        return cls({number: frozenset(words) for number, words in reports.items()})

    def weigh(self, word: str) -> float:
        """Return how much a word says: more the fewer reports hold it."""
        weight = self._weights.get(word)
        if weight is None:
            weight = self._weights[word] = self._rarity.weigh(word)
        return weight

    def weight_of(self, words: Iterable[str]) -> float:
        """Return how much words say together."""
        return sum(map(self.weigh, words))

    def compare_reports(self, one: int, other: int) -> float:
        """Return how much two reports speak of the same, from 0 to 1 (cosine of their weighted words)."""
        pair = (one, other) if one < other else (other, one)
        known = self._likeness.get(pair)
        if known is None:
            shared = self._report_words[one] & self._report_words[other]
            dot = sum(self.weigh(word) ** 2 for word in shared)
            known = self._likeness[pair] = dot / max(1e-9, self._length(one) * self._length(other))
        return known

    def _length(self, report: int) -> float:
        length = self._lengths.get(report)
        if length is None:
            squares = sum(self.weigh(word) ** 2 for word in self._report_words[report])
            length = self._lengths[report] = squares**0.5
        return length
