"""What one round of a watch came to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Cycle:
    """Counts of one round: feeds asked and those of them that had not changed, new reports, reports known
    before, copies of others, notices that withdraw a report, reports set aside as not political, and feeds and reports
    that failed.

    `waiting` are pages that are still to be fetched, `next` the moment when there is something to do again.
    """

    asked: int = 0
    unchanged: int = 0
    new: int = 0
    known: int = 0
    copies: int = 0
    withdrawn: int = 0
    set_aside: int = 0
    failed: int = 0
    waiting: int = 0
    next: float = 0.0

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing was asked, read or failed."""
        done = (self.asked, self.new, self.known, self.copies, self.withdrawn, self.set_aside, self.failed)
        return not any(done)
