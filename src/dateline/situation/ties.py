"""Ties: what two parties did and said towards each other, week by week; the network of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dateline.situation.citation import Citation
from dateline.situation.parties import Party


class Level(StrEnum):
    """Whom a tie is between: countries, with all who act for them, or named actors."""

    COUNTRY = "country"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class Flow:
    """What one party did towards another: cooperation is PLOVER's quad classes 1 and 2, conflict 3 and 4.

    Scores are sums on PLOVER's scale from -10 to 10 an event; `said` counts statements and positions towards the other.
    """

    cooperation: int = 0
    conflict: int = 0
    cooperation_score: float = 0.0
    conflict_score: float = 0.0
    said: int = 0

    def __add__(self, other: Flow) -> Flow:
        return Flow(
            self.cooperation + other.cooperation,
            self.conflict + other.conflict,
            self.cooperation_score + other.cooperation_score,
            self.conflict_score + other.conflict_score,
            self.said + other.said,
        )

    @property
    def events(self) -> int:
        """How many events it counts."""
        return self.cooperation + self.conflict

    @property
    def score(self) -> float:
        """The sum of both."""
        return self.cooperation_score + self.conflict_score


@dataclass(frozen=True, slots=True)
class TieWeek:
    """One week, from `monday` on: what the first did towards the second, and the second towards the first."""

    monday: date
    forth: Flow
    back: Flow

    @property
    def both(self) -> Flow:
        """Both directions together."""
        return self.forth + self.back


@dataclass(frozen=True, slots=True)
class Tie:
    """What two parties did and said towards each other; weeks without anything between two weeks are there, empty.

    Only events told as actual and dated to a week or closer count; `undated` says how many do not.
    """

    first: Party
    second: Party
    level: str
    weeks: tuple[TieWeek, ...]
    forth: Flow
    back: Flow
    undated: int

    @property
    def both(self) -> Flow:
        """Both directions and all weeks together."""
        return self.forth + self.back


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
