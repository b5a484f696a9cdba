"""One reading process, seen from both ends of its pipe.

It loads its reader once, takes batches and answers each with a list of results. It ends when the pipe does: with the
run, or with the process that started it, however that died.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Protocol

from dateline.errors import DatelineError
from dateline.model import Document
from dateline.run.engines import AnyReader, NotingReader, iter_results
from dateline.run.outcomes import Result
from dateline.run.stopping import Stop

Load = Callable[[], AnyReader]
"""Makes a reader in a process of its own; a function or a partial of one, so that it can be sent there."""
_PATIENCE = 5.0  # seconds a process is given to end by itself


class WorkerDied(Exception):
    """The process is gone: killed for memory, by a fault of a library, or from outside; says how."""


class AnyWorker(Protocol):
    """A reading process, here or on another machine."""

    is_loaded: bool
    """Whether it has ever come so far as to read."""

    @property
    def pid(self) -> int | None:
        """The number of the process, None where it has none here."""

    def read(self, batch: Sequence[Document]) -> list[Result]:
        """Return the results of a batch; raise WorkerDied, and DatelineError where the reader cannot be loaded."""

    def close(self) -> None:
        """End the process, in whatever it is."""


class Worker:
    """A reading process. It starts at once, and loads while its starter does something else."""

    def __init__(self, load: Load) -> None:
        context = multiprocessing.get_context("spawn")  # a forked process would share locks of threads that it has not
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, load), daemon=True, name="dateline reader")
        self._process.start()
        theirs.close()  # so that the pipe ends when the process does
        self.is_loaded = False
        """Whether it has ever come so far as to read."""
        self._closing = threading.Lock()
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._process.pid

    def read(self, batch: Sequence[Document]) -> list[Result]:
        """Return the results of a batch.

        Raises WorkerDied, and DatelineError where the reader cannot be loaded.
        """
        try:
            if not self.is_loaded:
                fault = self._connection.recv()
                if fault is not None:
                    raise DatelineError(fault)
                self.is_loaded = True
            self._connection.send(list(batch))
            results: list[Result] = self._connection.recv()
            return results
        except (EOFError, OSError) as error:
            self._process.join(_PATIENCE)
            raise WorkerDied(_say_end(self._process.exitcode)) from error

    def close(self) -> None:
        """End the process, in whatever it is; once, whoever asks for it first: the run or the thread that it died on."""
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
            self._process.terminate()
            self._process.join(_PATIENCE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join(_PATIENCE)
            self._connection.close()


def _say_end(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return f"the process that read it was ended by {signal.Signals(-code).name}"
    return f"the process that read it ended with status {code}"


def _serve(connection: Connection, load: Load) -> None:
    """Read batches until the pipe ends; Ctrl-C is the starter's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, OSError):
        try:
            reader = load()
        except Exception as error:
            connection.send(str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}")
            return
        connection.send(None)
        stop = Stop()
        while True:
            batch = connection.recv()
            if isinstance(reader, NotingReader):
                reader.forget()
            connection.send(list(iter_results(batch, reader, stop)))
