"""Ending a reading process from two threads at once, as the run and the thread that serves it do on Ctrl-C."""

import threading

from dateline.errors import DatelineError
from dateline.run.worker import Worker


def _load_nothing():
    raise DatelineError("nothing to load")


def test_a_worker_may_be_closed_from_several_threads():
    worker = Worker(_load_nothing)
    faults = []

    def close():
        try:
            worker.close()
        except OSError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=close) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert worker.pid is not None
