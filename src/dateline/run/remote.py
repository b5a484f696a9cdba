"""Sources in object stores: s3://…, gs://…, and whatever else fsspec opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.model import Document
from dateline.run.shards import open_store
from dateline.sources import ReadOptions, Remark, Unreadable, iter_items
from dateline.sources.unpacked import iter_unpacked

_STORE: Final = re.compile(r"(?!https?://|file://)[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def iter_everywhere(sources: Iterable[str], options: ReadOptions) -> Iterator[Document | Unreadable | Remark]:
    """Yield what sources hold, in order; those that are addresses in an object store are read from there."""
    for source in sources:
        if _STORE.match(source):
            yield from _iter_store(source, options)
        else:
            yield from iter_items([source], options)


def _iter_store(source: str, options: ReadOptions) -> Iterator[Document | Unreadable | Remark]:
    files, root = open_store(source)
    scheme = source.partition("://")[0]
    try:
        names = sorted(files.find(root))
    except OSError as error:
        yield Unreadable(source, f"cannot be read ({error})")
        return
    if not names:
        yield Unreadable(source, "no such file or folder")
    for name in names:
        address = f"{scheme}://{name.lstrip('/')}"
        try:
            with files.open(name, "rb") as stream:
                yield from iter_unpacked(stream, address, options)
        except OSError as error:
            yield Unreadable(address, f"cannot be read ({error})")
