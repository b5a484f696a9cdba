"""How many reports a run has before it, as far as that is quickly known; only for telling how long it will take."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from dateline.sources.reading import is_web_address, iter_paths

_LINES: Final = {".jsonl", ".ndjson"}
_MANY: Final = {".gz", ".bz2", ".xz", ".zip", ".warc", ".wacz", ".csv", ".tsv", ".parquet", ".xml", ".mbox", ".json"}
_CHUNK: Final = 1 << 20


def count_reports(sources: Iterable[str]) -> int | None:
    """Return how many reports there are, None where one of the sources does not say.

    A line of a table counts as one, a file of text or a page as well.
    """
    total = 0
    for source in sources:
        if source == "-" or "://" in source or is_web_address(source):
            return None
        for path in iter_paths(Path(source)):
            suffix = path.suffix.lower()
            if suffix in _MANY or _is_fifo(path):
                return None
            total += _count_lines(path) if suffix in _LINES else 1
    return total


def _is_fifo(path: Path) -> bool:
    try:
        return path.is_fifo()
    except PermissionError:  # who reads it says so
        return False


def _count_lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            lines, last = 0, b"\n"
            while chunk := file.read(_CHUNK):
                lines += chunk.count(b"\n")
                last = chunk[-1:]
        return lines + (last != b"\n")
    except OSError:
        return 1
