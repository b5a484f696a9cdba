"""Reading in this process: documents in batches, each batch kept before it is reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dateline.archive import ArchiveWriter, Keeping, Kept
from dateline.model import Document, Record
from dateline.run.stopping import Stop
from dateline.sources import Remark, Unreadable

Item = TypeVar("Item")
BATCH = 16
"""Documents a batch: enough for the parser to work on several, few enough for a crash to cost little."""
BATCH_CHARACTERS = 60_000
"""Characters from which a batch is full: some ten thousand words, two seconds of reading on one core."""


class RecordReader(Protocol):
    """Whatever turns documents into records, in order."""

    def read_many(self, documents: Iterable[Document]) -> Iterator[Record]:
        """Yield the record of each document."""
        ...


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read; `keeping` is None where no archive keeps it."""

    document: Document
    record: Record | None
    keeping: Keeping | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether the archive had it already, so that it was not read again."""
        return self.record is None


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read to its end; the others were."""

    document: Document
    reason: str


Outcome = Read | Failed | Unreadable | Remark


def read_items(
    items: Iterable[Document | Unreadable | Remark],
    reader: RecordReader,
    archive: ArchiveWriter | None,
    stop: Stop | None = None,
) -> Iterator[Outcome]:
    """Read documents, keep their records, and yield what became of each item.

    A document is yielded after its record is on the disk. One that the archive has is not read again. On Ctrl-C
    what has been read by then is kept and yielded before KeyboardInterrupt goes on.
    """
    stop = stop or Stop()
    batch: list[Document] = []
    seen: set[str] = set()
    for item in _iter_interruptibly(items, stop):
        if not isinstance(item, Document):
            yield item
            continue
        if item.id in seen or (archive is not None and archive.has(item)):
            yield Read(item, None)
            continue
        seen.add(item.id)
        batch.append(item)
        if len(batch) == BATCH or sum(len(d.text) for d in batch) >= BATCH_CHARACTERS:
            yield from _read_batch(batch, reader, archive, stop)
            batch = []
    if batch:
        yield from _read_batch(batch, reader, archive, stop)


def _iter_interruptibly(items: Iterable[Item], stop: Stop) -> Iterator[Item]:
    """Yield items; Ctrl-C is heard while the next is made, not while somebody works on the last."""
    source = iter(items)
    while True:
        with stop.interruptible():
            try:
                item = next(source)
            except StopIteration:
                return
        yield item


def _read_batch(
    batch: list[Document], reader: RecordReader, archive: ArchiveWriter | None, stop: Stop
) -> Iterator[Outcome]:
    outcomes: list[Record | Failed] = []
    stopped: KeyboardInterrupt | None = None
    try:
        for outcome in _iter_interruptibly(_iter_outcomes(batch, reader, stop), stop):
            outcomes.append(outcome)  # noqa: PERF402  # what was read before a stop has to be here after it
    except KeyboardInterrupt as stop_:
        stopped = stop_
    records = [outcome for outcome in outcomes if isinstance(outcome, Record)]
    yield from _keep(records, archive)
    yield from (outcome for outcome in outcomes if isinstance(outcome, Failed))
    if stopped is not None:
        raise stopped


def _keep(records: list[Record], archive: ArchiveWriter | None) -> Iterator[Read]:
    if archive is None:
        yield from (Read(record.document, record) for record in records)
    elif records:
        for keeping in archive.keep(records):
            is_known = keeping.kept is Kept.KNOWN
            yield Read(keeping.record.document, None if is_known else keeping.record, keeping)


def _iter_outcomes(batch: list[Document], reader: RecordReader, stop: Stop) -> Iterator[Record | Failed]:
    """Read a batch; where it fails, read the rest one by one, so that only the bad document is lost."""
    done = 0
    try:
        for record in reader.read_many(batch):
            done += 1
            yield record
    except Exception:  # whatever one text does to the parser must not cost the others
        stop.check()
        for document in batch[done:]:
            try:
                yield from list(reader.read_many([document]))
            except Exception as error:
                stop.check()
                yield Failed(document, f"{type(error).__name__}: {error}")
