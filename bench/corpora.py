"""Corpora that are not part of the repository: they stand beside it, or a row says that it skips them."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from dateline.model import Document
from dateline.sources import ReadOptions, iter_items

SHARED = Path(__file__).parent.parent.parent / "shared"
WIRE = SHARED / "corpora" / "reuters_1987.jsonl"
NEWS = SHARED / "corpora" / "wikinews.jsonl"
COPIES = SHARED / "corpora" / "copies.jsonl"


def load_documents(path: Path, most: int) -> list[Document]:
    """Return the first `most` reports of a corpus, each once."""
    items = (item for item in iter_items([str(path)], ReadOptions()) if isinstance(item, Document))
    return list({document.id: document for document in islice(items, most)}.values())


def why_missing(path: Path) -> str | None:
    """Return why a corpus cannot be used, None where it can."""
    return None if path.exists() else f"skipped: ../shared/{path.relative_to(SHARED)} is not there"
