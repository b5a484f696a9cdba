"""What changed from one day to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.situation.findings.citation import Citation


class ChangeKind(StrEnum):
    """What sort of change it is."""

    NEW = "new"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    DOUBTED = "doubted"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: `day` it became known; `number` of the event or position it is about, None for a whole report.

    `words` say what it is about, `reason` what changed: "killed: 2, now 1", "denied by Russia", "a second independent
    source: dpa".
    """

    kind: ChangeKind
    day: date
    layer: str
    number: int | None
    words: str
    reason: str
    citations: tuple[Citation, ...]
