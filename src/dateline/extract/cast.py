"""Who stands at which words: the actors of a report, reachable by token.

Made by the actors step and read by all later ones. A standing is one mention with the tokens it covers;
`head` is its syntactic head, the token by which clauses reach it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dateline.model import Actor, ActorId, MentionForm


class Standing(NamedTuple):
    """One mention of one or several actors ("both leaders" stands for two), as tokens `first` to `last`."""

    actors: tuple[ActorId, ...]
    first: int
    last: int
    head: int
    form: MentionForm


class Cast:
    """The actors of one report and where each of them stands."""

    def __init__(self, actors: Iterable[Actor], standings: Iterable[Standing]) -> None:
        self.actors = tuple(actors)
        self.standings = tuple(sorted(standings, key=lambda s: (s.first, -s.last)))
        self._by_id = {a.id: a for a in self.actors}
        self._by_head: dict[int, Standing] = {}
        self._covering: dict[int, Standing] = {}
        for standing in self.standings:  # wider mentions come first, so the narrowest one stays
            self._by_head[standing.head] = standing
            for token in range(standing.first, standing.last):
                self._covering[token] = standing

    def __getitem__(self, actor: ActorId) -> Actor:
        """Return the actor of that id."""
        return self._by_id[actor]

    def at(self, token: int) -> tuple[ActorId, ...]:
        """Return the actors whose mention is headed by `token`: none, one, or several for a plural."""
        standing = self._by_head.get(token)
        return standing.actors if standing else ()

    def standing_at(self, token: int) -> Standing | None:
        """Return the mention headed by `token`."""
        return self._by_head.get(token)

    def covering(self, token: int) -> Standing | None:
        """Return the narrowest mention that `token` lies in."""
        return self._covering.get(token)

    def iter_between(self, first: int, last: int) -> Iterator[Standing]:
        """Yield the mentions that lie wholly between two tokens, in order."""
        for standing in self.standings:
            if first <= standing.first and standing.last <= last:
                yield standing


EMPTY_CAST = Cast((), ())
