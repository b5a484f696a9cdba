"""From the names a user gives to documents: files, folders, standard input.

What a file is, is told by its content. A source that cannot be read yields why, and the rest is read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.sources.decoding import name_binary
from dateline.sources.jsonl import looks_like_json_lines, looks_like_other_json, read_json_lines
from dateline.sources.options import ReadOptions, Unreadable
from dateline.sources.text import Item, read_text

_HEAD = 4096
_CHUNK = 1 << 20
_SKIPPED_SUFFIXES = {".md", ".yaml", ".yml", ".py", ".toml"} | {
    f".{kind}{part}" for kind in ("db", "sqlite", "sqlite3") for part in ("", "-wal", "-shm", "-journal")
}


def iter_items(sources: Iterable[str], options: ReadOptions) -> Iterator[Item]:
    """Yield documents, remarks and what is unreadable, source by source, in order."""
    for source in sources:
        if source == "-":
            yield from _read_stream(sys.stdin.buffer, "standard input", options)
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
        total += sum(1 for _ in iter_paths(Path(source)))
    return total


def _read_path(path: Path, options: ReadOptions) -> Iterator[Item]:
    source = str(path)
    try:
        if not path.exists():
            yield Unreadable(source, "no such file or folder")
        elif not (path.is_file() or path.is_fifo() or path.is_char_device()):
            yield Unreadable(source, "is no file that can be read")
        else:
            with path.open("rb") as stream:
                yield from _read_stream(stream, source, options)
    except PermissionError:
        yield Unreadable(source, "may not be read (permission denied)")
    except OSError as error:
        yield Unreadable(source, f"cannot be read ({error.strerror or error})")


def _read_stream(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Item]:
    head = stream.read(_HEAD)
    if not head:
        yield Unreadable(source, "is empty")
    elif (kind := name_binary(head)) is not None:
        yield Unreadable(source, f"is {kind}, not text")
    elif looks_like_json_lines(head):
        yield from read_json_lines(_iter_lines(head, stream, options.max_line_bytes), source, options)
    elif looks_like_other_json(head):
        yield Unreadable(source, "is JSON, but not one object a line (JSON lines)")
    else:
        data = head + stream.read(options.max_bytes - len(head) + 1)
        if len(data) > options.max_bytes:
            megabytes = options.max_bytes / 1e6
            yield Unreadable(source, f"is larger than {megabytes:,.0f} MB, the most read as one report")
            return
        yield from read_text(data, source, options)


def _iter_lines(head: bytes, stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream whose beginning has been read already; None for one of more than `longest` bytes.

    Memory stays bounded whatever the stream holds.
    """
    rest, is_too_long = head, False
    while True:
        *lines, rest = rest.split(b"\n")
        for line in lines:
            yield None if is_too_long else line
            is_too_long = False
        if is_too_long or len(rest) > longest:
            rest, is_too_long = b"", True
        chunk = stream.read(_CHUNK)
        if not chunk:
            break
        rest += chunk
    if rest or is_too_long:
        yield None if is_too_long else rest
