"""Which tellings are worth comparing: those that share something telling, found without trying all pairs.

Every telling leaves marks (its act, sides, place, week and rarer words in pairs); two that share enough of them are
compared. A mark keeps only the latest tellings that left it, so that the cost grows with the number of tellings and
not with its square.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dateline.compare.background import Background
from dateline.compare.tellings import Telling
from dateline.knowledge.joining import load_neighbours
from dateline.model import EventType

_KEPT = 60
"""Tellings a mark remembers."""
_COMPARED = 40
"""Candidates a telling is compared with, those with most marks in common first."""
_WORDS = 8
"""Words of a telling that leave marks, its rarest."""


def pair_candidates(tellings: Iterable[Telling], background: Background) -> Iterator[tuple[Telling, list[Telling]]]:
    """Yield each telling with those earlier ones of a fitting type that share most marks with it.

    The order is that of publication, then of numbers: the same tellings give the same pairs.
    """
    marked: dict[str, deque[Telling]] = {}
    for telling in sorted(tellings, key=_order):
        marks = list(_iter_marks(telling, background))
        shared: Counter[int] = Counter()
        found: dict[int, Telling] = {}
        for mark in marks:
            for other in marked.get(mark, ()):
                shared[other.number] += 1
                found[other.number] = other
        best = sorted(shared, key=lambda number: (-shared[number], -number))[:_COMPARED]
        yield telling, [found[number] for number in best if fits_type(telling.type, found[number].type)]
        for mark in marks:
            marked.setdefault(mark, deque(maxlen=_KEPT)).append(telling)


def _order(telling: Telling) -> tuple[date, int]:
    return telling.report.published or date.min, telling.number


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
        if toll is not None and toll > 4:
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
