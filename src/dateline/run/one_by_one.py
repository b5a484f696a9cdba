"""Reading in this process: one batch after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Document
from dateline.run.engines import AnyReader, NotingReader, iter_results
from dateline.run.outcomes import Result
from dateline.run.stopping import Stop


class OneByOne:
    """Reads each batch as it comes in."""

    def __init__(self, reader: AnyReader, stop: Stop | None = None) -> None:
        self._reader = reader
        self._stop = stop or Stop()

    def __enter__(self) -> OneByOne:
        return self

    def __exit__(self, *_: object) -> None:
        if isinstance(self._reader, NotingReader):
            self._reader.forget(at_last=True)

    @property
    def is_busy(self) -> bool:
        """Nothing is ever left for later."""
        return False

    def submit(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Yield the results of `batch`."""
        if isinstance(self._reader, NotingReader):
            self._reader.forget()
        yield from iter_results(batch, self._reader, self._stop)

    def wait(self) -> Iterator[Result]:
        """Yield nothing: nothing is left."""
        yield from ()
