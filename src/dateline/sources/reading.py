"""From the names a user gives to documents: files, folders, addresses, standard input.

What a file is, is told by its content. A source that cannot be read yields why, and the rest is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.sources.options import ReadOptions, Unreadable
from dateline.sources.text import Item
from dateline.sources.unpacked import iter_unpacked

_SKIPPED_SUFFIXES = {".md", ".yaml", ".yml", ".py", ".toml"} | {
    f".{kind}{part}" for kind in ("db", "sqlite", "sqlite3") for part in ("", "-wal", "-shm", "-journal")
}
_WEB = re.compile(r"https?://", re.IGNORECASE)


def iter_items(sources: Iterable[str], options: ReadOptions) -> Iterator[Item]:
    """Yield documents, remarks and what is unreadable, source by source, in order."""
    for source in sources:
        if source == "-":
            yield from iter_unpacked(sys.stdin.buffer, "standard input", options)
        elif is_web_address(source):
            yield from _read_address(source, options)
        else:
            for path in iter_paths(Path(source)):
                yield from _read_path(path, options)


def iter_paths(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files below a folder in the order of their names.

    In a folder hidden files and those that accompany reports (notes, code, settings, the archive) are passed over.
    """
    if not path.is_dir():
        yield path
        return
    for inner in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
        if inner.is_file() and not hidden and inner.suffix.lower() not in _SKIPPED_SUFFIXES:
            yield inner


def count_sources(sources: Iterable[str]) -> int | None:
    """Return how many files there are to read, None where that cannot be known beforehand."""
    total = 0
    for source in sources:
        if source == "-":
            return None
        total += 1 if is_web_address(source) else sum(1 for _ in iter_paths(Path(source)))
    return total


def is_web_address(source: str) -> bool:
    """Tell whether a source a user names is an address on the web and no file."""
    return _WEB.match(source) is not None


def _read_address(url: str, options: ReadOptions) -> Iterator[Item]:
    from dateline.sources.fetched import iter_fetched  # what fetches takes a tenth of a second to load

    yield from iter_fetched(url, options)


def _read_path(path: Path, options: ReadOptions) -> Iterator[Item]:
    source = str(path)
    try:
        if not path.exists():
            yield Unreadable(source, "no such file or folder")
        elif not (path.is_file() or path.is_fifo() or path.is_char_device()):
            yield Unreadable(source, "is no file that can be read")
        else:
            with path.open("rb") as stream:
                yield from iter_unpacked(stream, source, options)
    except PermissionError:
        yield Unreadable(source, "may not be read (permission denied)")
    except OSError as error:
        yield Unreadable(source, f"cannot be read ({error.strerror or error})")
