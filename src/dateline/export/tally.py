"""What an export holds and what its format could not hold, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Counts while a file is written: `written` by what it is ("events"), `left_out` by what is missing and why."""

    written: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def count(self, what: str, number: int = 1) -> None:
        """Count something that was written."""
        self.written[what] += number

    def leave_out(self, what: str, number: int = 1) -> None:
        """Count something that the format cannot hold; `what` says it in words a reader understands."""
        self.left_out[what] += number
