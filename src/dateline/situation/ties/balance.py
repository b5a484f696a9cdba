"""The signed network of a period, which of its triads are under strain, and who moved closer to whom.

A triad is balanced where the product of its signs is positive: a friend's friend is a friend, an enemy's enemy too
(Heider 1946; Cartwright and Harary 1956).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from dateline.errors import BadQuestion
from dateline.situation.events.joined_events import load_events
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.parties.level import Level, level_number
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import load_parties
from dateline.situation.rows import Row
from dateline.situation.ties.network import Edge, Network, Node, Shift, Triad, as_graph
from dateline.situation.ties.tie_weeks import load_edges
from dateline.situation.views.view import View

_CITED = 3
_SHIFTS_CITED = 50


def find_network(view: View, level: Level, fewest: int) -> Network:
    """Return the network of the scope's days, of ties of at least `fewest` events."""
    rows = [row for row in load_edges(view, level, view.scope.since, view.scope.until) if row["events"] >= fewest]
    parties = load_parties(view.ask, {number for row in rows for number in (row["first"], row["second"])})
    nodes = tuple(_iter_nodes(rows, parties))
    edges = tuple(_edge(row, parties) for row in rows)
    triads = list(_iter_triads(nodes, edges))
    strained = [triad for triad in triads if _sign(triad.signs) < 0]
    return Network(
        level=level,
        since=view.scope.since,
        until=view.scope.until,
        nodes=nodes,
        edges=edges,
        triads=len(triads),
        balance=1 - len(strained) / len(triads) if triads else None,
        strained=tuple(strained),
    )


def find_shifts(view: View, split: date, level: Level, fewest: int) -> Found[Shift]:
    """Return how ties changed from the scope's days before `split` to those from it on, the largest change first."""
    since, until = view.scope.since, view.scope.until
    if (since and split <= since) or (until and split > until):
        raise BadQuestion(f"{split} does not part the days asked for, {since or 'the first'} to {until or 'the last'}")
    before = {_pair(row): row for row in load_edges(view, level, since, split - timedelta(days=1))}
    after = {_pair(row): row for row in load_edges(view, level, split, until)}
    both = [p for p in before.keys() & after.keys() if min(before[p]["events"], after[p]["events"]) >= fewest]
    parties = load_parties(view.ask, {number for pair in both for number in pair})
    both.sort(key=lambda pair: (-abs(_mean(after[pair]) - _mean(before[pair])), pair))
    shifts = [
        _shift(view, split, level, (before[pair], after[pair]), parties, is_cited=index < _SHIFTS_CITED)
        for index, pair in enumerate(both)
    ]
    return Found(tuple(shifts), len(shifts), Shift)


def _shift(
    view: View, split: date, level: Level, rows: tuple[Row, Row], parties: Mapping[int, Party], *, is_cited: bool
) -> Shift:
    before, after = rows
    change = _mean(after) - _mean(before)
    return Shift(
        first=parties[after["first"]],
        second=parties[after["second"]],
        before=round(_mean(before), 2),
        after=round(_mean(after), 2),
        change=round(change, 2),
        events_before=before["events"],
        events_after=after["events"],
        citations=_cite(view, split, level, after, 1 if change >= 0 else -1) if is_cited else (),
    )


def _cite(view: View, split: date, level: Level, row: Row, sign: int) -> tuple[Citation, ...]:
    """Cite the events of the later period that weigh most for the change."""
    found = view.ask(
        "tie_events",
        " LIMIT :limit",
        level=level_number(level),
        first=row["first"],
        second=row["second"],
        sign=sign,
        as_of=view.as_of,
        since=split,
        until=view.scope.until,
        limit=_CITED,
    )
    return tuple(event.citation for event in load_events(view.ask, [r["item"] for r in found], view.as_of))


def _mean(row: Row) -> float:
    return float(row["score"]) / int(row["events"])


def _pair(row: Row) -> tuple[int, int]:
    return row["first"], row["second"]


def _iter_nodes(rows: Sequence[Row], parties: Mapping[int, Party]) -> Iterator[Node]:
    cooperation: Counter[int] = Counter()
    conflict: Counter[int] = Counter()
    degree: Counter[int] = Counter()
    for row in rows:
        for number in _pair(row):
            cooperation[number] += row["cooperation"]
            conflict[number] += row["conflict"]
            degree[number] += 1
    for number in sorted(degree, key=lambda n: (-(cooperation[n] + conflict[n]), parties[n].name)):
        yield Node(parties[number], cooperation[number], conflict[number], degree[number])


def _edge(row: Row, parties: Mapping[int, Party]) -> Edge:
    first, second = (parties[number].key or "" for number in _pair(row))
    score = round(float(row["score"]), 2)
    return Edge(first, second, row["cooperation"], row["conflict"], score, (score > 0) - (score < 0))


def _iter_triads(nodes: Sequence[Node], edges: Sequence[Edge]) -> Iterator[Triad]:
    """Yield every three that are all tied, those with the strongest weakest tie first; ties of no sign do not count."""
    graph = as_graph(nodes, [edge for edge in edges if edge.sign])
    parties = {node.party.key: node.party for node in nodes}
    order = {node.party.key: index for index, node in enumerate(nodes)}
    found = [
        tuple(sorted((one, other, third), key=order.__getitem__))
        for one in graph
        for other, third in combinations([n for n in graph[one] if order[n] > order[one]], 2)
        if graph.has_edge(other, third)
    ]
    found.sort(key=lambda keys: (-min(abs(graph[a][b]["score"]) for a, b in _sides(keys)), keys))
    for keys in found:
        signs = tuple(graph[a][b]["sign"] for a, b in _sides(keys))
        three = tuple(parties[key] for key in keys)
        yield Triad(three, signs, _explain(three, signs))


def _sides(keys: Sequence[Any]) -> tuple[tuple[Any, Any], ...]:
    """Return the ties of a triad: first and second, first and third, second and third."""
    return (keys[0], keys[1]), (keys[0], keys[2]), (keys[1], keys[2])


def _sign(signs: Sequence[int]) -> int:
    return signs[0] * signs[1] * signs[2]


def _explain(parties: Sequence[Party], signs: Sequence[int]) -> str:
    """Return in words how three stand to each other."""
    names = [party.name for party in parties]
    if sum(signs) == 3:
        return f"{names[0]}, {names[1]} and {names[2]} are on good terms with each other"
    if sum(signs) == -3:
        return f"{names[0]}, {names[1]} and {names[2]} are all on bad terms with each other"
    odd = next(index for index, sign in enumerate(signs) if sign == -_sign_of_two(signs))
    apart = [names[index] for index in ((0, 1), (0, 2), (1, 2))[odd]]
    third = next(name for name in names if name not in apart)
    terms = ("good", "bad") if signs[odd] < 0 else ("bad", "good")
    return (
        f"{apart[0]} and {apart[1]} are each on {terms[0]} terms with {third} and on {terms[1]} terms with each other"
    )


def _sign_of_two(signs: Sequence[int]) -> int:
    """Return the sign that two of three have."""
    return 1 if sum(signs) > 0 else -1
