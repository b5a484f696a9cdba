"""Which tellings are worth comparing: those that share something telling, found without trying all pairs.

Every telling leaves marks (its act, sides, place, week and rarer words in pairs); two that share enough of them are
compared. A mark keeps only the latest tellings that left it, so that the cost grows with the number of tellings and
not with its square.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from heapq import nlargest
from typing import Generic, NamedTuple, Protocol, TypeVar

from dateline.compare.background import Background
from dateline.compare.mentions import Report
from dateline.compare.tellings import Telling
from dateline.knowledge.joining import load_neighbours
from dateline.model import EventType

_KEPT = 40
"""Tellings a mark remembers."""
_COMPARED = 25
"""Candidates a telling is compared with, those with most marks in common first."""
_APART = 4
"""Days from which two events are two, whatever they have in common: talks are held every week."""
_AGAIN = 2
"""The same for acts of force that only their reports date: who shells or arrests does so day after day."""
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_RECALLED = 15
"""Days after which a meeting without a day of its own is another: the same two talk again and again."""
_ONLY = 0.8
"""The share of what is told of a kind of act on one day from which a known act of the kind is that day's."""
_REPORT_WORDS = 25
"""Words by which kindred reports are found, the rarest of a report that others have too."""
_KINDRED = 12
"""Kindred reports whose tellings are compared."""
_FEW = 4
"""A toll up to which two events often have the same."""
_WORDS = 8
"""Words of a telling that leave marks, its rarest."""


class _Numbered(Protocol):
    @property
    def number(self) -> int: ...


Item = TypeVar("Item", bound=_Numbered)


class Candidates(NamedTuple):
    """What a telling is worth comparing with, of earlier ones of other reports.

    `likely` are those that share marks with it, those that share most first; `akin` those of kindred reports.
    """

    telling: Telling
    likely: list[Telling]
    akin: list[Telling]


def pair_candidates(tellings: Iterable[Telling], background: Background) -> Iterator[Candidates]:
    """Yield each telling with those earlier ones of a fitting type that share most marks with it, or whose report does.

    The order is that of publication, then of numbers: the same tellings give the same pairs.
    """
    marked: _Marked[Telling] = _Marked()
    kindred = _KindredReports(background)
    for telling in sorted(tellings, key=_order):
        marks = list(_iter_marks(telling, background))
        likely = marked.find(marks, _COMPARED)
        found = {other.number for other in likely}
        akin = [o for o in kindred.find(telling) if o.number not in found and _shares_words(telling, o)]
        yield Candidates(
            telling,
            [o for o in likely if _could_be_one(telling, o, background)],
            [o for o in akin if _could_be_one(telling, o, background)],
        )
        marked.add(telling, marks)
        kindred.add(telling)


def _shares_words(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings share a word for the act or near it: of 257 links of kindred reports three did not."""
    return not (one.trigger.isdisjoint(other.trigger) and one.near.isdisjoint(other.near))


class _Marked(Generic[Item]):
    """Who left which mark, the latest few for each."""

    def __init__(self) -> None:
        self._by_mark: dict[str, deque[int]] = {}
        self._items: dict[int, Item] = {}

    def add(self, item: Item, marks: Iterable[str]) -> None:
        self._items[item.number] = item
        for mark in marks:
            self._by_mark.setdefault(mark, deque(maxlen=_KEPT)).append(item.number)

    def find(self, marks: Iterable[str], count: int) -> list[Item]:
        """Return the items that share most marks, the latest first where they share as many."""
        shared: Counter[int] = Counter()
        for mark in marks:
            shared.update(self._by_mark.get(mark, ()))
        best = nlargest(count, zip(shared.values(), shared.keys(), strict=True))
        return [self._items[number] for _, number in best]


class _KindredReports:
    """Reports that share rare words, with what they tell: their tellings are compared whatever these share themselves."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._marked: _Marked[Report] = _Marked()
        self._told: dict[int, list[Telling]] = {}
        self._kin: list[Report] = []

    def find(self, telling: Telling) -> Iterator[Telling]:
        """Yield what the reports most akin to a telling's report tell, itself left out."""
        report = telling.report
        if report.number not in self._told:
            marks = self._background.rarest_of(report.number, _REPORT_WORDS)
            self._kin = self._marked.find(marks, _KINDRED)
            self._marked.add(report, marks)
        for other in self._kin:
            yield from self._told[other.number]

    def add(self, telling: Telling) -> None:
        self._told.setdefault(telling.report.number, []).append(telling)


def _order(telling: Telling) -> tuple[date, int, int]:
    return telling.report.published or date.min, telling.report.number, telling.number


def _could_be_one(one: Telling, other: Telling, background: Background) -> bool:
    """Tell whether reports, types and days leave it open that two tellings tell one event."""
    if one.report.number == other.report.number or not fits_type(one.type, other.type):
        return False
    least = _AGAIN if one.type in _FORCE or other.type in _FORCE else _APART
    if _is_of_report(one) and _is_of_report(other) and _gap_of_reports(one, other) >= least:
        return _is_surely_retold(one, other, background)
    here, there = one.likely_day, other.likely_day
    if here is not None and there is not None:
        return abs((here - there).days) < _APART
    return one.type is not EventType.CONSULT or _gap_of_reports(one, other) <= _RECALLED


def _is_of_report(telling: Telling) -> bool:
    """Tell whether nothing dates a telling but its report: no day is told, or that of publication."""
    published = telling.report.published
    return telling.days is None or (published is not None and telling.days.first == published == telling.days.last)


def _is_surely_retold(one: Telling, other: Telling, background: Background) -> bool:
    """Tell whether the later of two tellings speaks of what is known, and it can be no other like it.

    They share a town or a toll, or nearly all that is told of their kind falls on one day.
    """
    earlier, later = sorted((one, other), key=_order)
    if later.introduced:
        return False
    if earlier.place and later.place and earlier.place.is_point and earlier.place == later.place:
        return True
    tolls = ((one.killed, other.killed), (one.injured, other.injured), (one.arrested, other.arrested))
    if any(here == there and (here or 0) > _FEW for here, there in tolls):
        return True
    return background.focus_on(one, other) >= _ONLY


def _gap_of_reports(one: Telling, other: Telling) -> int:
    """Return the days between two reports, 0 where the day of one is not known."""
    here, there = one.report.published, other.report.published
    return abs((here - there).days) if here and there else 0


def fits_type(one: EventType, other: EventType) -> bool:
    """Tell whether one event can be told as both types."""
    return one is other or frozenset((one, other)) in load_neighbours()


def _iter_marks(telling: Telling, background: Background) -> Iterator[str]:
    weeks = _weeks(telling)
    countries = sorted({p.country for p in telling.parties if p.country})
    keys = sorted({p.key for p in telling.parties if p.key})
    for week in weeks:
        for key in keys:
            yield f"{telling.type}|{key}|{week}"
        if telling.place:
            yield f"{telling.type}@{telling.place.name}|{week}"
        for i, country in enumerate(countries):
            for other in countries[i + 1 :]:
                yield f"{country}-{other}|{week}"
    for toll in (telling.killed, telling.injured, telling.arrested):
        if toll is not None and toll > _FEW:
            yield f"{toll}|{'-'.join(countries)}"
    rare = sorted(telling.words, key=lambda word: (-background.weigh(word), word))[:_WORDS]
    for word in rare:
        yield f"{telling.type}:{word}"
    for word in sorted(telling.trigger):
        for week in weeks:
            yield f"{word}|{week}"


def _weeks(telling: Telling) -> list[int]:
    """Return the numbers of the weeks around the day: two, so that neighbours across a week's end meet."""
    day = telling.days.first if telling.days and telling.days.length <= 31 else telling.report.published
    if day is None:
        return [0]
    return sorted({(day - timedelta(days=3)).toordinal() // 7, (day + timedelta(days=3)).toordinal() // 7})
