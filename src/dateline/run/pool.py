"""Reading in several processes: each takes a batch when it is done with the last; results come in the order of the input.

A process that dies costs only the report that kills it: the batch it was at is read again one by one in a new process,
and a report that ends that one too is reported as failed.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from dateline.errors import DatelineError
from dateline.model import Document
from dateline.run.outcomes import Failed, Result
from dateline.run.worker import AnyWorker, Load, Worker, WorkerDied

_AHEAD = 3
"""Batches for each process that may lie unread or wait for an earlier one: bounds memory, evens out long reports."""
_STARTS = 3
"""Times a process may die before it has loaded anything, before the run is given up."""


class _Task:
    """A batch on its way."""

    def __init__(self, batch: Sequence[Document]) -> None:
        self.batch = batch
        self.results: list[Result] | None = None


class Pool:
    """Processes that read, each with a thread here that hands it batches; `start` says what a process is."""

    def __init__(self, load: Load, workers: int, start: Callable[[Load], AnyWorker] = Worker) -> None:
        self._load, self._start = load, start
        self._workers = workers
        self._changed = threading.Condition()
        self._waiting: deque[_Task] = deque()
        self._pending: deque[_Task] = deque()
        self._fault: DatelineError | None = None
        self._is_closed = False
        self._stillborn = 0
        self._alive: dict[int, AnyWorker] = {}
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Pool:
        self._threads = [
            threading.Thread(target=self._serve, args=(number,), daemon=True) for number in range(self._workers)
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
            workers = list(self._alive.values())
        for worker in workers:
            worker.close()
        for thread in self._threads:
            thread.join()

    @property
    def is_busy(self) -> bool:
        """Tell whether results are still to come."""
        return bool(self._pending)

    @property
    def pids(self) -> list[int]:
        """The numbers of the processes that are reading."""
        with self._changed:
            return [worker.pid for worker in self._alive.values() if worker.pid is not None]

    def submit(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Hand a batch out, and yield what has been read by now, in order."""
        task = _Task(batch)
        with self._changed:
            self._pending.append(task)
            self._waiting.append(task)
            self._changed.notify_all()
        if len(self._pending) > _AHEAD * self._workers:
            yield from self.wait()
        while self._pending and self._pending[0].results is not None:
            yield from self.wait()

    def wait(self) -> Iterator[Result]:
        """Wait for the earliest batch, and yield its results; raise DatelineError where no process can read."""
        if not self._pending:
            return
        task = self._pending[0]
        with self._changed:
            self._changed.wait_for(lambda: task.results is not None or self._fault is not None)
            if task.results is None:
                assert self._fault is not None
                raise self._fault
        self._pending.popleft()
        yield from task.results

    def _serve(self, number: int) -> None:
        """Keep one process busy until the pool is closed."""
        try:
            while (task := self._take()) is not None:
                results = self._read(number, task.batch)
                with self._changed:
                    task.results = results
                    self._changed.notify_all()
        except DatelineError as fault:
            self._give_up(fault)
        except _Closed:
            pass
        except Exception as error:  # a fault of ours must not leave the run waiting for ever
            self._give_up(DatelineError(f"reading stopped: {type(error).__name__}: {error}"))

    def _give_up(self, fault: DatelineError) -> None:
        with self._changed:
            self._fault = self._fault or fault
            self._changed.notify_all()

    def _take(self) -> _Task | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            return None if self._is_closed else self._waiting.popleft()

    def _read(self, number: int, batch: Sequence[Document]) -> list[Result]:
        try:
            return self._worker(number).read(batch)
        except WorkerDied:
            self._discard(number)
        results: list[Result] = []
        for document in batch:
            try:
                results += self._worker(number).read([document])
            except WorkerDied as error:
                self._discard(number)
                results.append(Failed(document, str(error)))
        return results

    def _worker(self, number: int) -> AnyWorker:
        with self._changed:
            if self._is_closed:
                raise _Closed
            if number not in self._alive:
                self._alive[number] = self._start(self._load)
            return self._alive[number]

    def _discard(self, number: int) -> None:
        """Forget a process that has died; raise DatelineError where processes die before they read anything."""
        with self._changed:
            worker = self._alive.pop(number)
            self._stillborn += not worker.is_loaded
        worker.close()
        if self._is_closed:
            raise _Closed
        if self._stillborn >= _STARTS:
            raise DatelineError("the reading processes die while they load; --workers 1 reads in this one")


class _Closed(Exception):
    """The pool was closed while a thread was at work."""
