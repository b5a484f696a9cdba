"""Pairing what was found with what people annotated, and counting how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Gold = TypeVar("Gold")
Found = TypeVar("Found")
Bounds = tuple[int, int]


def overlap(one: Bounds, other: Bounds) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def share(one: Iterable[Bounds], other: Iterable[Bounds]) -> float:
    """Return the characters two sets of spans have in common, as a share of those in either."""
    first = {i for start, end in one for i in range(start, end)}
    second = {i for start, end in other for i in range(start, end)}
    return len(first & second) / len(first | second) if first | second else 0.0


def pair_best_first(
    gold: Sequence[Gold], found: Sequence[Found], score: Callable[[Gold, Found], float]
) -> list[tuple[Gold, Found]]:
    """Return pairs one to one, the best score first; a score of 0 makes no pair."""
    scored = sorted(((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs = []
    for value, i, j in scored:
        if value > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


@dataclass(slots=True)
class Tally(Generic[Gold, Found]):
    """Counts of one layer, and of what is right in the pairs."""

    gold: int = 0
    found: int = 0
    hit: int = 0
    facets: dict[str, tuple[int, int]] = field(default_factory=dict)

    def note(self, name: str, right: bool) -> None:
        """Count one more pair for a facet ("speaker", "mode")."""
        good, total = self.facets.get(name, (0, 0))
        self.facets[name] = (good + bool(right), total + 1)

    def figures(self) -> dict[str, float]:
        """Return precision, recall, F1, counts and each facet's share, rounded to three places."""
        row = precision_recall(self.hit, self.found, self.gold)
        row |= {"gold": self.gold, "found": self.found}
        return row | {name: round(good / total, 3) for name, (good, total) in self.facets.items()}


def precision_recall(hit: int, found: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1, rounded to three places."""
    p, r = (hit / found if found else 0.0), (hit / gold if gold else 0.0)
    return {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r) if p + r else 0.0, 3)}
