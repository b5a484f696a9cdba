"""The ledger: who wants, promises, demands, refuses, denies or warns of what, and what bears on it later."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.citation import Citation
from dateline.situation.parties import Party


@dataclass(frozen=True, slots=True)
class Bearing:
    """Something later that bears on a position or on its condition: evidence to be judged by the reader.

    `on` is "position" or "condition". `relation` says what sort of evidence it is, without a verdict: repeated (a stand
    of the same holder and kind), opposed (the same holder the other way), answered (a stand of the one it is held
    towards), disputed (somebody denies it), or event (something was done or is planned in the matter). `reason` says in
    words why it bears on it, `strength` how much, from 0 to 1. `layer` is event, statement or position.
    """

    on: str
    relation: str
    layer: str
    number: int
    day: str | None
    who: tuple[Party, ...]
    words: str
    reason: str
    strength: float
    citation: Citation


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A position of somebody, with its condition, and what came later in the matter. Nothing says kept or broken.

    `kind` is goal, commitment, demand, refusal, denial or warning; `day` the ISO day of the report; `topics` the matters
    it belongs to (nouns, actors, places); `also` cites other reports of the same position.
    """

    number: int
    day: str | None
    holders: tuple[Party, ...]
    kind: str
    words: str
    toward: tuple[Party, ...]
    condition: str | None
    relation: str | None
    deadline: str | None
    topics: tuple[str, ...]
    told_by: str | None
    citation: Citation
    also: tuple[Citation, ...]
    later: tuple[Bearing, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic that positions are held on: how many, by whom, from when to when."""

    topic: str
    entries: int
    holders: tuple[Party, ...]
    first_day: str | None
    last_day: str | None
