"""Ending a reading process from two sides at once, as the run and the thread that serves it do on Ctrl-C."""

import threading

from dateline.errors import DatelineError
from dateline.run.worker import Worker


def _load_nothing():
    raise DatelineError("nothing to load")


class _Pipe:
    """A pipe that two threads reach at the same moment, if both may close it."""

    def __init__(self, pipe):
        self._pipe = pipe
        self._both = threading.Barrier(2)
        self.closed = 0

    def close(self):
        self.closed += 1
        try:
            self._both.wait(timeout=1)
        except threading.BrokenBarrierError:
            self._pipe.close()


def test_a_worker_is_ended_once_whoever_asks_for_it():
    worker = Worker(_load_nothing)
    pipe = worker._connection = _Pipe(worker._connection)
    threads = [threading.Thread(target=worker.close) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert pipe.closed == 1
