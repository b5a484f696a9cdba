"""Events: who does what to whom, from the words that name an act."""

from dateline.extract.events.finding import Findings, find_events

__all__ = ["Findings", "find_events"]
