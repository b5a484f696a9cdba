"""Reading many reports: in order, in batches, in one process or several, kept as they are read."""

from dateline.run.choosing import AsNeeded, count_usable_cores
from dateline.run.engines import Engine, NotingReader, RecordReader
from dateline.run.one_by_one import OneByOne
from dateline.run.outcomes import Copied, Failed, Noted, Outcome, Read, SetAside, Withdrawn
from dateline.run.pool import Pool
from dateline.run.reading import read_items
from dateline.run.stopping import Stop

__all__ = [
    "AsNeeded",
    "Copied",
    "Engine",
    "Failed",
    "Noted",
    "NotingReader",
    "OneByOne",
    "Outcome",
    "Pool",
    "Read",
    "RecordReader",
    "SetAside",
    "Stop",
    "Withdrawn",
    "count_usable_cores",
    "read_items",
]
