"""Bringing records that were read elsewhere into an archive, by the same way as records that are read here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.model import Document
from dateline.run.outcomes import Noted, Result


class Loading:
    """Gives to each document the record that came with it, instead of reading: an engine whose work was done before."""

    def __init__(self) -> None:
        self._noted: dict[str, Noted] = {}

    def __enter__(self) -> Loading:
        return self

    def __exit__(self, *_: object) -> None:
        self._noted.clear()

    @property
    def is_busy(self) -> bool:
        """Nothing is ever left for later."""
        return False

    def iter_documents(self, records: Iterable[Noted]) -> Iterator[Document]:
        """Yield the documents of records, and remember the records until they are asked for."""
        for noted in records:
            self._noted[noted.record.document.id] = noted
            yield noted.record.document

    def submit(self, batch: Sequence[Document]) -> Iterator[Result]:
        """Yield the records of a batch."""
        for document in batch:
            yield self._noted.pop(document.id)

    def wait(self) -> Iterator[Result]:
        """Yield nothing: nothing is left."""
        yield from ()

    def forget(self, document: Document) -> None:
        """Forget a record that was not asked for."""
        self._noted.pop(document.id, None)
