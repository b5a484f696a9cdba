"""What is set beside a position as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.findings.citation import Citation
from dateline.situation.parties.party import Party


@dataclass(frozen=True, slots=True)
class Bearing:
    """Something later that bears on a position or on its condition: evidence to be judged by the reader.

    `on` is "position" or "condition". `relation` says what sort of evidence it is, without a verdict: "event" (done or
    planned in the matter), "repeated" (the same holder takes the same stand), "opposed" (the same holder the other way),
    "further" (another stand of the same holder), "answered" (a stand of the one it is held towards), "disputed" (somebody
    denies it), "other" (somebody else's stand), "statement". `reason` says in words why it bears on it, `strength` how
    much, from 0 to 1. `layer` is event, statement or position.
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
