"""From one process to two, and from processes of this machine to Ray's.

Both sides of a ratio read the same reports, one after the other and in turns, after everything is loaded. On a machine that
does nothing else the clock tells; the processor time tells what the clock would say on one that is busy: two processes on
two free cores take half of what they and the writing process have together.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.processes import processor_seconds
from bench.reports import load_reports
from bench.row import Row
from dateline.archive import ArchiveWriter
from dateline.model import Document
from dateline.run import Engine, OneByOne, Pool, Read, read_items
from dateline.run.batches import BATCH
from dateline.run.noting import load_noting
from dateline.settings import Coder, Settings

_REPEAT = 4
_ROUNDS = 2


def measure_workers() -> list[Row]:
    """Return how much faster two processes read than one, with each coder."""
    return [row for coder in Coder for row in _measure(coder)]


def _measure(coder: Coder) -> list[Row]:
    load = partial(load_noting, Settings(coder=coder))
    documents = load_reports(_REPEAT)
    with OneByOne(load()) as one, Pool(load, 2) as two:
        for engine in (one, two):
            _read(engine, documents[:40])
        singles, pairs = [], []
        for _ in range(_ROUNDS):
            singles.append(_timed(one, documents, [os.getpid()]))
            pairs.append(_timed(two, documents, [os.getpid(), *two.pids]))
    clock = min(c for c, _ in singles) / min(c for c, _ in pairs)
    processor = 2 * min(p for _, p in singles) / min(p for _, p in pairs)
    load_average = os.getloadavg()[0]
    words = (
        f"times as fast by the processor with two processes; {clock:.2f} by the clock at a load of {load_average:.1f}"
    )
    return [Row(f"workers, {coder}", processor, words, {"one": singles, "two": pairs, "reports": len(documents)})]


def measure_ray() -> list[Row]:
    """Return what reading on a local Ray of two workers takes, against two processes without it."""
    try:
        import ray  # noqa: F401  # whether it is there
    except ImportError:
        return [Row("ray", None, "skipped: Ray is not installed")]
    from dateline.run.cluster import RayWorker, ray_cluster

    load = partial(load_noting, Settings(coder=Coder.FAST))
    documents = load_reports(_REPEAT)
    with ExitStack() as stack:
        local = stack.enter_context(Pool(load, 2))
        stack.enter_context(ray_cluster(2))
        cluster = stack.enter_context(Pool(load, 2, RayWorker))
        for engine in (local, cluster):
            _read(engine, documents[:40])
        times: dict[str, list[float]] = {"local": [], "ray": []}
        for _ in range(_ROUNDS):
            for name, engine in (("local", local), ("ray", cluster)):
                began = time.perf_counter()
                _read(engine, documents)
                times[name].append(time.perf_counter() - began)
    ratio = min(times["ray"]) / min(times["local"])
    return [Row("ray", ratio, "of the time of two local processes, by the clock", times)]


def _timed(engine: Engine, documents: Sequence[Document], pids: Sequence[int]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), processor_seconds(pids)
    _read(engine, documents)
    return time.perf_counter() - clock, processor_seconds(pids) - processor


def _read(engine: Engine, documents: Sequence[Document]) -> None:
    """Read and keep; the bundled reports over and over would be copies if the archive were asked."""
    with TemporaryDirectory() as folder, ArchiveWriter(Path(folder) / "bench.db") as archive:
        records = []
        for outcome in read_items(documents, engine, None):
            assert isinstance(outcome, Read)
            assert outcome.record is not None
            records.append(outcome.record)
            if len(records) == BATCH:
                archive.keep(records)
                records = []
        archive.keep(records)
