"""Documents in batches: enough for the parser to work on several, few enough for a crash to cost little."""

from __future__ import annotations

from dateline.model import Document

BATCH = 16
"""Documents a batch at most."""
BATCH_CHARACTERS = 60_000
"""Characters from which a batch is full: some ten thousand words, two seconds of reading on one core."""


class BatchDraft:
    """Gathers documents until they make a batch."""

    def __init__(self) -> None:
        self._documents: list[Document] = []
        self._characters = 0

    def add(self, document: Document) -> list[Document] | None:
        """Add a document; return the batch where it is full with it, so that batches are alike in characters."""
        self._documents.append(document)
        self._characters += len(document.text)
        is_full = len(self._documents) == BATCH or self._characters >= BATCH_CHARACTERS
        return self.take() if is_full else None

    def take(self) -> list[Document]:
        """Return what has been gathered, and begin anew."""
        batch, self._documents, self._characters = self._documents, [], 0
        return batch
