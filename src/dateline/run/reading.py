"""One run over many sources: what is known is passed over, the rest is read in batches, each kept before it is reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dateline.archive import ArchiveWriter, Kept
from dateline.model import Document
from dateline.run.batches import BATCH, BatchDraft
from dateline.run.copies import CopySieve
from dateline.run.engines import Engine, NotingReader, RecordReader
from dateline.run.one_by_one import OneByOne
from dateline.run.outcomes import Copied, Failed, Noted, Outcome, Read, Result, Withdrawn
from dateline.run.shelf import Shelf
from dateline.run.stopping import Stop
from dateline.sources import Remark, Unreadable

Item = TypeVar("Item")


def read_items(
    items: Iterable[Document | Unreadable | Remark],
    reader: RecordReader | NotingReader | Engine,
    archive: ArchiveWriter | None,
    stop: Stop | None = None,
    why_irrelevant: Callable[[Document], str | None] | None = None,
) -> Iterator[Outcome]:
    """Read documents, keep their records, and yield what became of each item.

    A document is yielded after its record is on the disk, and documents come in the order of the input, copies of others
    somewhat later. One that the archive has is not read again, so that a run that was killed goes on where it was, and
    neither is a copy; without an archive every report is read. What `why_irrelevant` gives a reason for is set aside
    unread. On Ctrl-C what has been read by then is kept and yielded before KeyboardInterrupt goes on.
    """
    stop = stop or Stop()
    if isinstance(reader, Engine):
        yield from _Run(reader, archive, stop, why_irrelevant).read(items)
    else:
        with OneByOne(reader, stop) as engine:
            yield from _Run(engine, archive, stop, why_irrelevant).read(items)


class _Run:
    def __init__(
        self,
        engine: Engine,
        archive: ArchiveWriter | None,
        stop: Stop,
        why_irrelevant: Callable[[Document], str | None] | None,
    ) -> None:
        self._engine, self._archive, self._stop = engine, archive, stop
        self._shelf = Shelf(archive, why_irrelevant)
        self._draft = BatchDraft()
        self._under_way: set[str] = set()
        self._sieve = CopySieve(archive) if archive is not None else None
        self._again: list[Document] = []

    def read(self, items: Iterable[Document | Unreadable | Remark]) -> Iterator[Outcome]:
        for item in _iter_interruptibly(items, self._stop):
            if not isinstance(item, Document):
                yield item
            elif self._archive is not None and self._archive.take_notice(item):
                yield Withdrawn(item)
            elif self._is_known(item):
                yield Read(item, None)
            elif self._shelf.takes(item):
                yield from self._shelf.put_away(at_least=BATCH)
            else:
                self._under_way.add(item.id)
                yield from self._take(item)
            yield from self._take_again()
        yield from self._finish()

    def _take(self, document: Document) -> Iterator[Outcome]:
        """Have a document read, unless it is a copy."""
        if self._sieve is not None and not self._sieve.admits(document):
            yield from self._keep_copies(at_least=BATCH)
        elif batch := self._draft.add(document):
            yield from self._keep(self._engine.submit(batch))

    def _take_again(self) -> Iterator[Outcome]:
        """Take what was a copy of a report that then could not be read."""
        while self._again:
            yield from self._take(self._again.pop(0))

    def _finish(self) -> Iterator[Outcome]:
        """Read what is left."""
        while True:
            if batch := self._draft.take():
                yield from self._keep(self._engine.submit(batch))
            elif self._engine.is_busy:
                yield from self._keep(self._engine.wait())
            elif not self._again:
                break
            yield from self._take_again()
        yield from self._keep_copies()
        yield from self._shelf.put_away()

    def _is_known(self, document: Document) -> bool:
        return document.id in self._under_way or (self._archive is not None and self._archive.has(document))

    def _keep(self, results: Iterator[Result]) -> Iterator[Outcome]:
        """Keep what comes out of the engine now in one transaction, whatever ends it, and report it."""
        finished: list[Result] = []
        stopped: KeyboardInterrupt | None = None
        try:
            for result in _iter_interruptibly(results, self._stop):
                finished.append(result)  # noqa: PERF402  # what was read before a stop has to be here after it
        except KeyboardInterrupt as stop_:
            stopped = stop_
        yield from self._report(finished)
        if stopped is not None:
            raise stopped

    def _report(self, finished: list[Result]) -> Iterator[Outcome]:
        noted = [result for result in finished if isinstance(result, Noted)]
        if self._archive is None:
            reads = iter([Read(result.record.document, result.record, note=result.note) for result in noted])
        else:
            kept = self._archive.keep([result.record for result in noted], [result.note for result in noted])
            self._settle(finished)
            reads = iter([Read(k.record.document, None if k.kept is Kept.KNOWN else k.record, k) for k in kept])
        for result in finished:
            yield result if isinstance(result, Failed) else next(reads)
        yield from self._keep_copies()
        yield from self._shelf.put_away()

    def _settle(self, finished: list[Result]) -> None:
        """Let those go on that waited for the end of what is finished now."""
        for result in finished:
            if isinstance(result, Noted):
                self._under_way.discard(result.record.document.id)
                if self._sieve is not None:
                    self._sieve.kept(result.record.document)
            elif self._sieve is not None:
                self._again += self._sieve.failed(result.document)

    def _keep_copies(self, *, at_least: int = 1) -> Iterator[Copied]:
        """Keep the copies whose originals the archive has by now, and report them."""
        if self._archive is None or self._sieve is None:
            return
        copies = self._sieve.take_ready(at_least=at_least)
        for keeping, (document, original) in zip(self._archive.keep_copies(copies), copies, strict=True):
            self._under_way.discard(document.id)
            yield Copied(document, original, keeping)


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
