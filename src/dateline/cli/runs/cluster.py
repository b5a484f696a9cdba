"""Where reading is done, as a user says it: here, in several processes, or on a Ray cluster."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from dateline.run import AsNeeded, Engine, Pool, Stop, count_usable_cores
from dateline.run.cluster import RayWorker, ray_cluster
from dateline.run.noting import load_noting
from dateline.settings import Settings


class EngineName(StrEnum):
    """Where reading is done."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which processes read; `workers` is None where the machine decides, `address` None for this machine alone."""

    engine: EngineName = EngineName.LOCAL
    workers: int | None = None
    address: str | None = None

    def connect(self) -> AbstractContextManager[None]:
        """Return what must be open while the engine is at work."""
        return ray_cluster(self.count(), self.address) if self.engine is EngineName.RAY else nullcontext()

    def make_engine(self, settings: Settings, stop: Stop, *, keeps_parses: bool) -> Engine:
        """Return what reads."""
        load = partial(load_noting, settings, keeps_parses=keeps_parses)
        if self.engine is EngineName.RAY:
            return Pool(load, self.count(), RayWorker)
        return AsNeeded(load, self.count(), stop)

    def count(self) -> int:
        """Return how many processes read."""
        return self.workers or count_usable_cores()
