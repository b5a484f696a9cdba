"""Reading many reports: in order, in batches, kept as they are read."""

from dateline.run.one_by_one import Failed, Outcome, Read, read_items
from dateline.run.stopping import Stop

__all__ = ["Failed", "Outcome", "Read", "Stop", "read_items"]
