"""A row of the table: one ratio, measured within one run so that the machine's speed is no matter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio with what it is a ratio of; None where it was not measured, and `words` say why."""

    name: str
    ratio: float | None
    words: str
    detail: Mapping[str, object] = field(default_factory=dict)
