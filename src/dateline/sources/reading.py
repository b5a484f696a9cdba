"""From the names a user gives to documents: files, folders, addresses, standard input.

What a file is, is told by its content. A source that cannot be read yields why, and the rest is read.
"""

from __future__ import annotations

import os
import re
import stat
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
            for path in iter_paths(Path(source)) if source else ():
                yield from _read_path(path, options)
            if not source:  # which as a path would be the folder one stands in
                yield Unreadable("''", "no such file or folder")


def iter_paths(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files below a folder in the order of their names.

    In a folder hidden files and those that accompany reports (notes, code, settings, the archive) are passed over, and
    links to other folders are not followed. Links that lead nowhere and folders that may not be listed are yielded
    too: who reads them learns why they cannot be.
    """
    if not os.path.isdir(path):  # unlike Path.is_dir it is silent of what may not be looked at
        yield path
        return
    found: list[Path] = []

    def keep_unlisted(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, inner, names in os.walk(path, onerror=keep_unlisted):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += (Path(folder, name) for name in names if _is_to_be_read(Path(folder, name)))
    yield from sorted(found)


def _is_to_be_read(path: Path) -> bool:
    if path.name.startswith(".") or path.suffix.lower() in _SKIPPED_SUFFIXES:
        return False
    return os.path.isfile(path) or (path.is_symlink() and not os.path.exists(path))


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
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            os.listdir(path)  # it raises why the files in it were not found
        elif not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
            yield Unreadable(source, "is no file that can be read")
        else:
            with path.open("rb") as stream:
                yield from iter_unpacked(stream, source, options)
    except FileNotFoundError:
        yield Unreadable(source, "is a link that leads nowhere" if path.is_symlink() else "no such file or folder")
    except PermissionError:
        yield Unreadable(source, "may not be read (permission denied)")
    except OSError as error:
        yield Unreadable(source, f"cannot be read ({error.strerror or error})")
