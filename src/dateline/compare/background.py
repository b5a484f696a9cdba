"""What two tellings are seen against: how rare words are, what else their reports speak of, what else is told of the pair.

That Turkey strikes Russia is told of one day in years; that Russia strikes Ukraine, of every day. So two tellings of the
first kind on one day are one event, and two of the second kind need more than that. "The attacks in Paris" are those
of the day of which most attacks in Paris are told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from dateline.compare.tellings import Telling
from dateline.compare.words import Rarity
from dateline.model import EventType

_AROUND = 20
"""Days on each side among which one day is seen."""
_PAIRS_KEPT = 200_000
"""Pairs of reports whose likeness is remembered: those compared one after the other are mostly the same few."""


@dataclass(frozen=True, slots=True)
class Heft:
    """What the words of a telling weigh together: of its sentences, near its act; and the numbers among them, no years."""

    words: float
    near: float
    numbers: frozenset[str]


class _Weights(dict[str, float]):
    """What words weigh, counted when first asked."""

    def __init__(self, rarity: Rarity) -> None:
        self._rarity = rarity

    def __missing__(self, word: str) -> float:
        weight = self[word] = self._rarity.weigh(word)
        return weight


class Background:
    """The words of all reports, counted, the words of each, and how often acts of each kind are told of each day."""

    def __init__(
        self,
        report_words: Mapping[int, frozenset[str]],
        told: Mapping[str, Counter[int]],
        of_type: Mapping[tuple[int, EventType], list[int]],
    ) -> None:
        self._report_words = report_words
        self._told = told
        self._of_type = of_type
        self._rarity = Rarity.of(report_words.values())
        self.weights: Mapping[str, float] = _Weights(self._rarity)
        self._hefts: dict[int, Heft] = {}
        self._lengths: dict[int, float] = {}
        self._likeness: dict[tuple[int, int], float] = {}

    @classmethod
    def of(cls, tellings: Iterable[Telling]) -> Background:
        """Gather the words and the acts of the tellings' reports."""
        reports: dict[int, set[str]] = {}
        told: dict[str, Counter[int]] = {}
        of_type: dict[tuple[int, EventType], list[int]] = {}
        for telling in tellings:
            of_type.setdefault((telling.report.number, telling.type), []).append(telling.number)
            reports.setdefault(telling.report.number, set()).update(telling.words)
            if telling.days and telling.days.is_one_day:
                for kind in _iter_kinds(telling):
                    told.setdefault(kind, Counter())[telling.days.first.toordinal()] += 1
        return cls({number: frozenset(words) for number, words in reports.items()}, told, of_type)

    def weigh(self, word: str) -> float:
        """Return how much a word says: more the fewer reports hold it."""
        return self.weights[word]

    def weight_of(self, words: Iterable[str]) -> float:
        """Return how much words say together."""
        return sum(self.weights[word] for word in words)

    def heft_of(self, telling: Telling) -> Heft:
        """Return what a telling's words weigh."""
        heft = self._hefts.get(telling.number)
        if heft is None:
            numbers = frozenset(filter(_is_number, telling.words))
            heft = Heft(self.weight_of(telling.words), self.weight_of(telling.near), numbers)
            self._hefts[telling.number] = heft
        return heft

    def count_like(self, telling: Telling) -> int:
        """Return how many events of its type a telling's report tells, itself included."""
        return len(self._of_type[telling.report.number, telling.type])

    def is_first_like(self, telling: Telling) -> bool:
        """Tell whether no event of its type is told before it in its report."""
        return min(self._of_type[telling.report.number, telling.type]) == telling.number

    def rarest_of(self, report: int, count: int) -> list[str]:
        """Return the words of a report that fewest others have, of those that some other has."""
        words = self._report_words.get(report, frozenset())
        shared = [word for word in words if self._rarity.counts.get(word, 0) > 1]
        return sorted(shared, key=lambda word: (-self.weigh(word), word))[:count]

    def focus_on(self, one: Telling, other: Telling) -> float:
        """Return the share of what is told of their kind of act that falls on the day both give; 0 where they give two.

        What is spoken of as known without a day of its own has that of the other. The kind is the type between two countries,
        or at one town.
        """
        kinds = set(_iter_kinds(one)) & set(_iter_kinds(other))
        if one.days is not None and one.days == other.days:
            day, around = (one.days.first, _AROUND) if one.days.is_one_day else (None, 0)
        else:
            day, around = _day_of_known(one, other), None
        if day is None:
            return 0.0
        return max((self._share_of_day(kind, day.toordinal(), around) for kind in kinds), default=0.0)

    def _share_of_day(self, kind: str, day: int, around: int | None) -> float:
        told = self._told[kind]
        if around is None:
            return told[day] / max(1, told.total())
        near = sum(told[other] for other in range(day - around, day + around + 1))
        return told[day] / near if near else 0.0

    def compare_reports(self, one: int, other: int) -> float:
        """Return how much two reports speak of the same, from 0 to 1 (cosine of their weighted words)."""
        pair = (one, other) if one < other else (other, one)
        known = self._likeness.get(pair)
        if known is None:
            if len(self._likeness) >= _PAIRS_KEPT:
                self._likeness.clear()
            shared = self._report_words[one] & self._report_words[other]
            dot = sum(self.weights[word] ** 2 for word in shared)
            known = self._likeness[pair] = dot / max(1e-9, self._length(one) * self._length(other))
        return known

    def _length(self, report: int) -> float:
        length = self._lengths.get(report)
        if length is None:
            squares = sum(self.weights[word] ** 2 for word in self._report_words[report])
            length = self._lengths[report] = squares**0.5
        return length


def _day_of_known(one: Telling, other: Telling) -> date | None:
    """Return the day of what one telling dates and the other speaks of as known, without a day of its own."""
    for known, dated in ((one, other), (other, one)):
        if known.day is None and not known.introduced and dated.day is not None:
            return dated.day
    return None


def _is_number(word: str) -> bool:
    """Tell whether a word is a number and not a year."""
    return word.isdigit() and not (len(word) == 4 and word[:2] in ("19", "20"))


def _iter_kinds(telling: Telling) -> Iterator[str]:
    """Yield the kinds of act a telling is of: its type between two countries, and at a town or a building."""
    if telling.place is not None and telling.place.is_point:
        yield f"{telling.type} at {telling.place.name}, {telling.place.country}"
    actors = {p.country for p in telling.actors if p.country}
    recipients = {p.country for p in telling.recipients if p.country}
    for actor in actors:
        for recipient in recipients - {actor}:
            yield f"{telling.type} {actor} {recipient}"
