"""Reading on a Ray cluster: each actor is a reading process on some machine, and loads its reader once.

Ray only places and watches the processes. Batches, their order and what becomes of a report that kills its process are the
same as with processes of this machine (see `pool`), and so are the records.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from dateline.errors import DatelineError, MissingExtra
from dateline.model import Document
from dateline.run.engines import AnyReader, NotingReader, iter_results
from dateline.run.outcomes import Result
from dateline.run.stopping import Stop
from dateline.run.worker import Load, WorkerDied

LOOPBACK = "127.0.0.1"


@contextmanager
def ray_cluster(workers: int, address: str | None = None) -> Iterator[None]:
    """Be connected to the cluster at `address`, or to one of this machine alone that ends with this.

    Nothing is sent to Ray's makers, no dashboard is started, and what is started listens on the loopback only. Raises
    MissingExtra where Ray is not installed, and DatelineError where no cluster answers.
    """
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ImportError as error:
        raise MissingExtra("ray", "reading on a cluster") from error
    quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    try:
        if address:
            ray.init(address=address, **quiet)
        else:
            ray.init(num_cpus=workers, include_dashboard=False, _node_ip_address=LOOPBACK, **quiet)
    except Exception as error:
        raise DatelineError(f"no Ray cluster: {error}") from error
    try:
        yield
    finally:
        ray.shutdown()


class _Reading:
    """What runs on the cluster: a reader, loaded once."""

    def __init__(self) -> None:
        self._reader: AnyReader | None = None

    def load(self, load: Load) -> str | None:
        """Load the reader; return what is wrong where that fails."""
        try:
            self._reader = load()
        except Exception as error:
            return str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
        return None

    def read(self, batch: Sequence[Document]) -> list[Result]:
        """Return the results of a batch."""
        assert self._reader is not None
        if isinstance(self._reader, NotingReader):
            self._reader.forget()
        return list(iter_results(batch, self._reader, Stop()))


class RayWorker:
    """A reading process that Ray keeps: to be handed to `Pool` while `ray_cluster` is open."""

    def __init__(self, load: Load) -> None:
        import ray

        self.is_loaded = False
        # Ray tries nothing again: `Pool` knows which report to blame.
        options: dict[str, Any] = {"num_cpus": 1, "max_restarts": 0, "max_task_retries": 0}
        reading: Any = ray.remote(**options)(_Reading)
        self._actor = reading.remote()
        self._loading: Any = self._actor.load.remote(load)

    @property
    def pid(self) -> int | None:
        """None: the process may be on another machine."""
        return None

    def read(self, batch: Sequence[Document]) -> list[Result]:
        """Return the results of a batch; raise WorkerDied, and DatelineError where the reader cannot be loaded."""
        import ray

        try:
            if not self.is_loaded:
                fault = ray.get(self._loading)
                if fault is not None:
                    raise DatelineError(fault)
                self.is_loaded = True
            results: list[Result] = ray.get(self._actor.read.remote(list(batch)))
            return results
        except ray.exceptions.RayError as error:
            raise WorkerDied("the process that read it died on the cluster") from error

    def close(self) -> None:
        """End the process."""
        import ray

        if ray.is_initialized():
            ray.kill(self._actor)
