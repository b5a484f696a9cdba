"""Answers to a question in words: what was found, ranked and cited; no sentence is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.situation.findings.citation import Citation
from dateline.situation.parties.party import Party


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question was taken to ask: layers and kinds, who acts and on whom, words, days, each found in its words."""

    layers: tuple[str, ...]
    kinds: tuple[str, ...]
    types: tuple[str, ...]
    by: tuple[Party, ...]
    toward: tuple[Party, ...]
    words: tuple[str, ...]
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that answers: an event, a statement or a position, `why` it was found, and its rank (higher is better).

    `by_person` is who changed what was read.
    """

    layer: str
    kind: str
    number: int
    day: str | None
    who: tuple[Party, ...]
    toward: tuple[Party, ...]
    words: str
    condition: str | None
    rank: float
    why: str
    citation: Citation
    by_person: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, what it was taken to ask, and what was found, best first; `total` counts all that was found."""

    question: str
    understood: Understood
    hits: tuple[Hit, ...]
    total: int
