"""What stands before the parser and lets a copy pass it by: no report is read twice.

It sees every document of a run in order, in the process that writes the archive, whoever reads them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from dateline.archive import ArchiveWriter
from dateline.archive.versions.addresses import as_moment
from dateline.compare.copies import Print, find_original
from dateline.model import Document, DocumentId

Copy = tuple[Document, DocumentId]
"""A report that need not be read, and the report whose record speaks for it."""


class CopySieve:
    """Tells which documents have to be read; the others wait in here until their original is in the archive.

    Whoever uses it says of each document that it let through whether it was kept or could not be read.
    """

    def __init__(self, archive: ArchiveWriter) -> None:
        self._archive = archive
        self._under_way: dict[DocumentId, Print] = {}
        self._by_band: dict[int, set[DocumentId]] = defaultdict(set)
        self._addresses: dict[str, int] = defaultdict(int)
        self._waiting: dict[DocumentId, list[Document]] = defaultdict(list)
        self._ready: list[Copy] = []

    def admits(self, document: Document) -> bool:
        """Tell whether a document has to be read: it is no copy, or a later version of a report that was read."""
        report = self._archive.copies.print_of(document)
        original = None if self._is_successor(document) else self._find_original(report)
        if original is None:
            self._enter(report)
            return True
        if original.id in self._under_way:
            self._waiting[original.id].append(document)
        else:
            self._ready.append((document, original.id))
        return False

    def kept(self, document: Document) -> None:
        """Learn that a document that was let through has been read and is in the archive."""
        self._leave(document)
        self._ready += [(copy, document.id) for copy in self._waiting.pop(document.id, ())]

    def failed(self, document: Document) -> list[Document]:
        """Learn that a document could not be read; return those that waited for it and must be asked about again."""
        self._leave(document)
        self._archive.copies.forget(document)
        return self._waiting.pop(document.id, [])

    def take_ready(self, *, at_least: int = 1) -> list[Copy]:
        """Return the copies whose originals are in the archive, each once; none where they are fewer than `at_least`."""
        if len(self._ready) < at_least:
            return []
        ready, self._ready = self._ready, []
        return ready

    def _is_successor(self, document: Document) -> bool:
        return self._archive.copies.is_successor(document) or any(
            self._addresses.get(address) for address in _iter_addresses(document)
        )

    def _find_original(self, report: Print) -> Document | None:
        candidates = [*self._archive.copies.find_speaking(report), *self._iter_alike(report)]
        found = find_original(report, candidates)
        return found.document if found else None

    def _iter_alike(self, report: Print) -> Iterator[Print]:
        """Yield the reports under way that share a band with `report` and may be shown at this moment."""
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        alike = {one for band in report.signature.bands for one in self._by_band.get(band, ())}
        for one in sorted(alike):
            wire = self._under_way[one].document.wire
            if wire is None or (as_moment(wire.embargo) or "") <= now:
                yield self._under_way[one]

    def _enter(self, report: Print) -> None:
        document = report.document
        self._under_way[document.id] = report
        for band in report.signature.bands:
            self._by_band[band].add(document.id)
        for address in _iter_addresses(document):
            self._addresses[address] += 1

    def _leave(self, document: Document) -> None:
        report = self._under_way.pop(document.id, None)
        if report is None:
            return
        for band in report.signature.bands:
            self._by_band[band].discard(document.id)
            if not self._by_band[band]:
                del self._by_band[band]
        for address in _iter_addresses(document):
            self._addresses[address] -= 1
            if not self._addresses[address]:
                del self._addresses[address]


def _iter_addresses(document: Document) -> Iterator[str]:
    """Yield what a later version of a document would have in common with it."""
    if document.url:
        yield f"url:{document.url}"
    if document.wire:
        yield f"wire:{document.wire.id}"
