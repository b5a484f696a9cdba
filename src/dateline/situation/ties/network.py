"""The signed network of all ties in a period, its triads under strain, and how ties shift between periods."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.situation.findings.citation import Citation
from dateline.situation.parties.party import Party


@dataclass(frozen=True, slots=True)
class Node:
    """A party in the network: the events it takes part in with another, split, and `degree`, how many others."""

    party: Party
    cooperation: int
    conflict: int
    degree: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie in the network, both directions together; `sign` is 1 where the score is above nothing, -1 below, else 0."""

    first: str
    second: str
    cooperation: int
    conflict: int
    score: float
    sign: int


@dataclass(frozen=True, slots=True)
class Triad:
    """Three parties that all have ties, whose signs do not fit (structural balance: Cartwright and Harary 1956).

    `reason` says it in words: "France and Russia are each on good terms with Germany and on bad terms with each other".
    """

    parties: tuple[Party, ...]
    signs: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Network:
    """The signed network of a period. `balance` is the share of balanced triads, None where no three are all tied."""

    level: str
    since: date | None
    until: date | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    triads: int
    balance: float | None
    strained: tuple[Triad, ...]

    def to_networkx(self) -> Any:
        """Return a `networkx.Graph`: nodes by key with name, country and kind, edges with counts, score and sign."""
        return as_graph(self.nodes, self.edges)


@dataclass(frozen=True, slots=True)
class Shift:
    """How a tie changed from one period to the next: `before` and `after` are mean scores an event, `change` the difference.

    Above nothing the two moved closer, below apart. `citations` are events of the later period that weigh most.
    """

    first: Party
    second: Party
    before: float
    after: float
    change: float
    events_before: int
    events_after: int
    citations: tuple[Citation, ...]


def as_graph(nodes: Iterable[Node], edges: Iterable[Edge]) -> Any:
    """Return a `networkx.Graph` of nodes and edges."""
    import networkx

    graph = networkx.Graph()
    for node in nodes:
        party = node.party
        graph.add_node(party.key, name=party.name, country=party.country, kind=party.kind)
    for edge in edges:
        graph.add_edge(
            edge.first,
            edge.second,
            cooperation=edge.cooperation,
            conflict=edge.conflict,
            score=edge.score,
            sign=edge.sign,
            weight=edge.cooperation + edge.conflict,
        )
    return graph
