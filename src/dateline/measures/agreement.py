"""Agreement between actors: how alike their positions on the same topics are (Signorino and Ritter's S, 1999)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.measures.sides import Side, sides_of
from dateline.model import PositionKind
from dateline.situation import LedgerEntry, Level

STANDS = {
    PositionKind.GOAL: 1,
    PositionKind.COMMITMENT: 1,
    PositionKind.DEMAND: 1,
    PositionKind.REFUSAL: -1,
    PositionKind.DENIAL: -1,
    PositionKind.WARNING: -1,
}
"""Which way a kind of position points: for what it speaks of, or against it."""
_FURTHEST = 2.0  # between two stands from -1 to 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """How alike two sides are on the topics both hold positions on: `score` is 1 where alike, -1 where opposed on all."""

    first: Side
    second: Side
    score: float
    topics: tuple[str, ...]


def measure_agreement(
    entries: Iterable[LedgerEntry], *, level: Level = Level.COUNTRY, fewest: int = 1
) -> list[Agreement]:
    """Return the agreement of every two sides with `fewest` topics in common, those of most topics first.

    A side's stand on a topic is the mean of its positions there, 1 for goals, commitments and demands, -1 for refusals,
    denials and warnings. S = 1 - 2 * (sum of the distances of stands) / (2 * number of topics). Topics are common
    nouns: that two speak of the same country says nothing of agreement. The kinds are a coarse guide to direction
    ("demands that sanctions end" and "refuses to end sanctions" are opposed as they should be, "demands sanctions" and
    "refuses sanctions" too, but "demands sanctions" and "demands that sanctions end" come out alike): read the positions.
    """
    stands = _stands(entries, level)
    found = []
    for first, second in combinations(sorted(stands), 2):
        topics = tuple(sorted(stands[first].keys() & stands[second].keys()))
        if len(topics) >= max(1, fewest):
            found.append(Agreement(first, second, _score(stands[first], stands[second], topics), topics))
    return sorted(found, key=lambda a: (-len(a.topics), a.first, a.second))


def _stands(entries: Iterable[LedgerEntry], level: Level) -> dict[Side, dict[str, float]]:
    held: dict[Side, dict[str, list[int]]] = {}
    for entry in entries:
        for side in sides_of(entry.holders, level):
            for topic in entry.topics:
                if topic[:1].islower():
                    held.setdefault(side, {}).setdefault(topic, []).append(STANDS[PositionKind(entry.kind)])
    return {
        side: {topic: sum(values) / len(values) for topic, values in topics.items()} for side, topics in held.items()
    }


def _score(first: Mapping[str, float], second: Mapping[str, float], topics: Sequence[str]) -> float:
    distance = sum(abs(first[topic] - second[topic]) for topic in topics)
    return round(1 - 2 * distance / (_FURTHEST * len(topics)), 6)
