"""Watching feeds politely and for as long as one likes, without losing or reading anything twice."""

from dateline.run.watch.clock import Clock, SystemClock
from dateline.run.watch.cycle import Cycle
from dateline.run.watch.feeds_file import WatchedFeed, WatchList, load_feeds
from dateline.run.watch.memory import WatchMemory, memory_path
from dateline.run.watch.tools import WatchTools
from dateline.run.watch.waits import describe_wait
from dateline.run.watch.watching import Watch

__all__ = [
    "Clock",
    "Cycle",
    "SystemClock",
    "Watch",
    "WatchList",
    "WatchMemory",
    "WatchTools",
    "WatchedFeed",
    "describe_wait",
    "load_feeds",
    "memory_path",
]
