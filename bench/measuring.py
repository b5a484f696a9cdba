"""The things that are timed, each over the same reports.

Processor time is what is compared: it hardly changes when the machine has other things to do. Each thing is
measured in every round, one after the other, and the best round counts.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import spacy

from dateline import pipeline
from dateline.archive import ArchiveWriter
from dateline.model import Document
from dateline.run import read_items
from dateline.settings import Coder, Settings

STEPS = ("find_times", "find_actors", "find_places", "find_statements", "find_events", "find_positions")


@dataclass(frozen=True, slots=True)
class Seconds:
    """Time of one measurement: of the processor, and by the clock."""

    processor: float
    clock: float


@dataclass(frozen=True, slots=True)
class Measured:
    """The best round of everything, and the steps of reading within the best round of each coder."""

    times: dict[str, Seconds]
    steps: dict[str, dict[str, float]]


def measure(documents: Sequence[Document], coders: Sequence[Coder], rounds: int) -> Measured:
    """Time everything `rounds` times."""
    jobs = dict(_iter_jobs(documents, coders))
    for job in jobs.values():
        job(documents[:2])  # what is loaded or compiled at first use
    times: dict[str, Seconds] = {}
    steps: dict[str, dict[str, float]] = {}
    for _ in range(rounds):
        for name, job in jobs.items():
            seconds = _time(partial(job, documents))
            if name not in times or seconds.processor < times[name].processor:
                times[name] = seconds
        for coder in coders:
            found = _time_steps(documents, coder)
            if coder not in steps or sum(found.values()) < sum(steps[coder].values()):
                steps[coder] = found
    return Measured(times, steps)


def _iter_jobs(documents: Sequence[Document], coders: Sequence[Coder]) -> Iterator[tuple[str, Any]]:
    bare = spacy.load(Settings().model)
    yield "spaCy as it comes", lambda some: [None for _ in bare.pipe(d.text for d in some)]
    for coder in coders:
        reader = pipeline.load_reader(Settings(coder=coder))
        if coder is coders[0]:
            yield "the parse as tuned", lambda some, r=reader: [None for _ in r.parser.parse_many(some)]
        yield f"dateline.read, {coder}", lambda some, r=reader: [None for _ in r.read_many(some)]
        yield f"and kept in an archive, {coder}", lambda some, r=reader: _read_and_keep(some, r)


def _read_and_keep(documents: Sequence[Document], reader: pipeline.Reader) -> None:
    with tempfile.TemporaryDirectory() as folder, ArchiveWriter(Path(folder) / "bench.db") as archive:
        for _ in read_items(documents, reader, archive):
            pass


def _time(job: Callable[[], object]) -> Seconds:
    processor, clock = time.process_time(), time.perf_counter()
    job()
    return Seconds(time.process_time() - processor, time.perf_counter() - clock)


def _time_steps(documents: Sequence[Document], coder: Coder) -> dict[str, float]:
    """Return the processor time of each step of reading."""
    reader = pipeline.load_reader(Settings(coder=coder))
    spent = {"parse": 0.0, "taggers": 0.0, **{name.removeprefix("find_"): 0.0 for name in STEPS}, "record": 0.0}
    with _clocks(spent):
        parses = reader.parser.parse_many(documents)
        while True:
            began = time.process_time()
            parse = next(parses, None)
            if parse is None:
                break
            parsed = time.process_time()
            judgement = reader.taggers.judge(parse)
            judged = time.process_time()
            before = sum(spent[name.removeprefix("find_")] for name in STEPS)
            reader.extract(parse, judgement)
            inside = sum(spent[name.removeprefix("find_")] for name in STEPS) - before
            spent["parse"] += parsed - began
            spent["taggers"] += judged - parsed
            spent["record"] += time.process_time() - judged - inside
    return spent


@contextmanager
def _clocks(spent: dict[str, float]) -> Iterator[None]:
    """Let every step of the pipeline add what it takes to `spent`."""
    originals = {name: getattr(pipeline, name) for name in STEPS}

    def clocked(name: str) -> Callable[..., Any]:
        def step(*arguments: Any) -> Any:
            began = time.process_time()
            try:
                return originals[name](*arguments)
            finally:
                spent[name.removeprefix("find_")] += time.process_time() - began

        return step

    try:
        for name in STEPS:
            setattr(pipeline, name, clocked(name))
        yield
    finally:
        for name, original in originals.items():
            setattr(pipeline, name, original)
