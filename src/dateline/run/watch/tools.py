"""What a watch works with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from dateline.run.outcomes import Outcome
from dateline.run.stopping import Stop
from dateline.run.watch.clock import Clock, SystemClock
from dateline.run.watch.memory import WatchMemory
from dateline.sources import ReadOptions
from dateline.sources.fetching import Fetcher
from dateline.sources.text import Item

ReadAll = Callable[[Iterable[Item]], Iterator[Outcome]]
"""Reads documents, keeps their records, and yields what became of each after it is on the disk."""


@dataclass(frozen=True, slots=True)
class WatchTools:
    """Everything a watch needs; `tell` hears of whatever went wrong or should be known, as it happens."""

    memory: WatchMemory
    fetcher: Fetcher
    read_all: ReadAll
    tell: Callable[[Outcome], None]
    options: ReadOptions = field(default_factory=ReadOptions)
    stop: Stop = field(default_factory=Stop)
    clock: Clock = field(default_factory=SystemClock)
    chance: Random = field(default_factory=Random)
