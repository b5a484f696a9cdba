"""How many processes read: one for few reports, since starting others takes longer than reading those."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from dateline.model import Document
from dateline.run.engines import AnyReader, Engine
from dateline.run.one_by_one import OneByOne
from dateline.run.outcomes import Result
from dateline.run.pool import Pool
from dateline.run.stopping import Stop
from dateline.run.worker import Load

MOST_WORKERS: Final = 32
"""Processes at most, where nobody says how many: from there on the one that writes is the slowest."""
_BYTES_EACH: Final = 700_000_000
"""Memory a process may need: 400 MB, and as much again for the longest reports."""
_FEW: Final = 4
"""Batches that are read here before it is worth while to start others: some three seconds of reading."""


def count_usable_cores() -> int:
    """Return how many processes can read at once here: the cores this one may use, as far as there is memory."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    quota = _read_quota(Path("/sys/fs/cgroup/cpu.max"))
    memory = _read_memory(Path("/proc/meminfo"))
    limits = [usable, MOST_WORKERS]
    limits += [] if quota is None else [quota]
    limits += [] if memory is None else [memory // _BYTES_EACH]
    return max(1, min(limits))


def _read_quota(path: Path) -> int | None:
    """Return the whole cores that a container allows, None where there is no limit."""
    try:
        allowed, period = path.read_text(encoding="ascii").split()
        return max(1, int(allowed) // int(period))
    except (OSError, ValueError):
        return None


def _read_memory(path: Path) -> int | None:
    """Return the bytes of memory that are free, None where nothing says so."""
    try:
        lines = path.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))
    except (OSError, ValueError, StopIteration):
        return None


class AsNeeded:
    """Reads here what is little, and in `workers` processes what is more.

    `load` is called here at most once; `prepare` may wrap that call (a spinner, a friendlier error).
    """

    def __init__(
        self, load: Load, workers: int, stop: Stop, prepare: Callable[[Load], AnyReader] | None = None
    ) -> None:
        self._load, self._workers, self._stop = load, workers, stop
        self._prepare = prepare or (lambda load: load())
        self._gathered: list[Sequence[Document]] = []
        self._engine: Engine | None = None
        self._open = ExitStack()

    def __enter__(self) -> AsNeeded:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    @property
    def is_busy(self) -> bool:
        """Tell whether results are still to come."""
        return bool(self._gathered) or (self._engine is not None and self._engine.is_busy)

    def submit(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Take a batch in, and yield what is finished."""
        if self._engine is None and self._workers > 1:
            self._gathered.append(batch)
            if len(self._gathered) > _FEW:
                engine = self._start(Pool(self._load, self._workers))
                gathered, self._gathered = self._gathered, []
                for early in gathered:
                    yield from engine.submit(early)
            return
        yield from (self._engine or self._start_here()).submit(batch)

    def wait(self) -> Iterator[Result]:
        """Yield the results of the next batch."""
        if self._gathered:
            yield from (self._engine or self._start_here()).submit(self._gathered.pop(0))
        elif self._engine is not None:
            yield from self._engine.wait()

    def _start_here(self) -> Engine:
        with self._stop.interruptible():
            reader = self._prepare(self._load)
        return self._start(OneByOne(reader, self._stop))

    def _start(self, engine: Engine) -> Engine:
        self._engine = self._open.enter_context(engine)
        return self._engine
