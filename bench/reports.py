"""The reports that are read: the bundled ones, as often as asked, each time at another address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.model import Document
from dateline.sources import Known, ReadOptions, iter_items, make_document

BUNDLED = Path(__file__).parent.parent / "examples" / "november-2015"


def load_reports(repeat: int) -> list[Document]:
    """Return the bundled reports `repeat` times, no two with the same id."""
    bundled = [item for item in iter_items([str(BUNDLED)], ReadOptions()) if isinstance(item, Document)]
    return [
        make_document(
            document.text,
            source=document.source,
            published=document.published,
            known=Known(url=f"https://example.org/bench/{round_}/{number}"),
        )
        for round_ in range(repeat)
        for number, document in enumerate(bundled)
    ]


def count_words(documents: Sequence[Document]) -> int:
    """Return the number of words, as split by white space."""
    return sum(len(document.text.split()) for document in documents)
