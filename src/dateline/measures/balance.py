"""Communities and structural balance of the signed network, period by period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dateline.measures.periods import By, Period
from dateline.measures.sides import Side
from dateline.measures.signed import SignedTie, sign_ties
from dateline.situation import JoinedEvent, Level


@dataclass(frozen=True, slots=True)
class Balance:
    """The signed network of a period.

    `balance` is the share of triads whose signs multiply to more than nothing (Cartwright and Harary 1956), None where no
    three are all tied. `communities` are groups that cooperate among themselves, largest first, without those who stand
    alone; `modularity` says how well signed ties fit them (Gómez, Jensen and Arenas 2009), None without ties.
    """

    period: Period | None
    sides: int
    positive: int
    negative: int
    triads: int
    balanced: int
    balance: float | None
    communities: tuple[tuple[Side, ...], ...]
    modularity: float | None


def measure_balance(
    events: Iterable[JoinedEvent], by: By | None = None, *, level: Level = Level.COUNTRY
) -> list[Balance]:
    """Return the balance of every period in order, or of all days together where `by` is None.

    Ties of sign 0 count for nothing.
    """
    periods = sign_ties(events, by, level=level).items()
    return [_measure(period, [tie for tie in ties if tie.sign]) for period, ties in periods]


def _measure(period: Period | None, ties: Sequence[SignedTie]) -> Balance:
    signs = {frozenset((tie.first, tie.second)): tie.sign for tie in ties}
    sides = sorted({side for tie in ties for side in (tie.first, tie.second)})
    products = [
        signs[frozenset((a, b))] * signs[frozenset((b, c))] * signs[frozenset((a, c))]
        for a, b, c in _triads(sides, signs)
    ]
    balanced = sum(product > 0 for product in products)
    groups = _communities(sides, ties)
    return Balance(
        period=period,
        sides=len(sides),
        positive=sum(tie.sign > 0 for tie in ties),
        negative=sum(tie.sign < 0 for tie in ties),
        triads=len(products),
        balanced=balanced,
        balance=round(balanced / len(products), 6) if products else None,
        communities=tuple(group for group in groups if len(group) > 1),
        modularity=_modularity(groups, ties),
    )


def _triads(sides: Sequence[Side], signs: dict[frozenset[Side], int]) -> Iterable[tuple[Side, Side, Side]]:
    """Yield every three sides that are all tied, found from the ties of each, not from all threes there are."""
    after: dict[Side, set[Side]] = {side: set() for side in sides}
    for pair in signs:
        first, second = sorted(pair)
        after[first].add(second)
    for first in sides:
        for second, third in combinations(sorted(after[first]), 2):
            if third in after[second]:
                yield first, second, third


def _communities(sides: Sequence[Side], ties: Sequence[SignedTie]) -> list[tuple[Side, ...]]:
    """Return groups found on the positive ties by greedy modularity (Clauset, Newman and Moore 2004), largest first."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(sides)
    graph.add_weighted_edges_from((tie.first, tie.second, tie.score) for tie in ties if tie.sign > 0)
    if not graph.number_of_edges():
        return [(side,) for side in sides]
    found: list[Any] = networkx.community.greedy_modularity_communities(graph, weight="weight")
    return sorted((tuple(sorted(group)) for group in found), key=lambda group: (-len(group), group))


def _modularity(groups: Sequence[Sequence[Side]], ties: Sequence[SignedTie]) -> float | None:
    """Return Gómez, Jensen and Arenas' signed modularity.

    Q = (1 / (2w+ + 2w-)) * sum over i, j of [w_ij - (s+_i s+_j / 2w+ - s-_i s-_j / 2w-)] where i and j are of one group;
    w are weights, s strengths (sums of a side's weights), + and - the positive and negative ties.
    """
    if not ties:
        return None
    group_of = {side: number for number, group in enumerate(groups) for side in group}
    total = sum(abs(tie.score) for tie in ties)
    quality = 0.0
    for sign in (1, -1):
        part = [tie for tie in ties if tie.sign == sign]
        weight = sum(abs(tie.score) for tie in part)
        strengths: dict[int, float] = {}
        for tie in part:
            for side in (tie.first, tie.second):
                strengths[group_of[side]] = strengths.get(group_of[side], 0.0) + abs(tie.score)
        inside = sum(abs(tie.score) for tie in part if group_of[tie.first] == group_of[tie.second])
        expected = sum(strength**2 for strength in strengths.values()) / (4 * weight) if weight else 0.0
        quality += sign * (inside - expected)
    return round(quality / total, 6)
