"""What all ways of reading batches have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from dateline.model import Document, Record
from dateline.run.outcomes import Failed, Noted, Result
from dateline.run.stopping import Stop


class RecordReader(Protocol):
    """Whatever turns documents into records, in order."""

    def read_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield the record of each document."""
        ...


@runtime_checkable
class NotingReader(Protocol):
    """A reader that leaves something for the archive beside each record, and can forget what it need not remember."""

    def read_noted(self, documents: Sequence[Document]) -> Iterator[Noted]:
        """Yield the record and the note of each document."""
        ...

    def forget(self, *, at_last: bool = False) -> None:
        """Free what earlier documents left in memory, where it has become much; called between batches.

        `at_last` ends the bookkeeping: whatever is read later is not forgotten any more.
        """
        ...


AnyReader = RecordReader | NotingReader


@runtime_checkable
class Engine(Protocol):
    """Reads batches and gives their results back in the order they came in; a context manager."""

    def __enter__(self) -> Engine: ...

    def __exit__(self, *_: object) -> None: ...

    @property
    def is_busy(self) -> bool:
        """Tell whether results are still to come."""
        ...

    def submit(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Take a batch in, and yield what is finished; waits only where too much lies unread."""
        ...

    def wait(self) -> Iterator[Result]:
        """Yield the results of the next batch, waiting for it."""
        ...


def iter_results(batch: Sequence[Document], reader: AnyReader, stop: Stop) -> Iterator[Result]:
    """Read a batch; where it fails, read the rest one by one, so that only the bad document is lost."""
    done = 0
    try:
        for noted in _iter_noted(batch, reader):
            done += 1
            yield noted
    except Exception:  # whatever one text does to the parser must not cost the others
        stop.check()
        for document in batch[done:]:
            try:
                yield from list(_iter_noted([document], reader))
            except Exception as error:
                stop.check()
                yield Failed(document, f"{type(error).__name__}: {error}")


def _iter_noted(batch: Sequence[Document], reader: AnyReader) -> Iterator[Noted]:
    if isinstance(reader, NotingReader):
        yield from reader.read_noted(batch)
    else:
        yield from map(Noted, reader.read_many(batch))
