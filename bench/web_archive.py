"""`python -m bench.web_archive COUNT`: reads that many pages of one packed web archive and prints time and memory.

The archive is made of the bundled reports as pages and streamed to the reader as it is made, so nothing is written.
`--documents` reads the pages into documents too, which takes a hundred times as long.
"""

from __future__ import annotations

import argparse
import gzip
import html
import io
import resource
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle, islice

from bench.reports import load_reports
from dateline.sources import Document, ReadOptions
from dateline.sources.containers import Member, read_opened
from dateline.sources.text import Item
from dateline.sources.unpacked import iter_unpacked

_MB = 1 << 20


class PackedPages(io.RawIOBase):
    """A web archive, each record packed for itself, that is made as it is read."""

    def __init__(self, count: int) -> None:
        pages = [_make_page(document.title or "", document.text) for document in load_reports(1)]
        self._records = (gzip.compress(_make_record(n, page), 1) for n, page in enumerate(islice(cycle(pages), count)))
        self._left = b""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Fill `buffer` with as much as there is."""
        while len(self._left) < len(buffer) and (record := next(self._records, None)):
            self._left += record
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def _make_page(title: str, text: str) -> str:
    paragraphs = "".join(f"<p>{html.escape(p)}</p>\n" for p in text.split("\n\n"))
    return f"<html><head><title>{html.escape(title)}</title></head><body><article>{paragraphs}</article></body></html>"


def _make_record(number: int, page: str) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}<!-- {number} -->".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"WARC-Date: 2015-11-24T12:00:00Z\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def read_pages(count: int, *, documents: bool) -> Counter[str]:
    """Read so many pages and return how many there were of what kind."""
    stream = io.BufferedReader(PackedPages(count), 1 << 16)
    if documents:
        return Counter(type(item).__name__ for item in iter_unpacked(stream, "pages.warc.gz", ReadOptions()))
    seen: Counter[str] = Counter()

    def pass_over(member: Member) -> Iterator[Item]:
        seen["pages"] += 1
        seen["bytes"] += len(member.stream.read())
        yield from ()

    seen["faults"] = sum(not isinstance(item, Document) for item in read_opened(stream, "pages.warc.gz", pass_over))
    return seen


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.web_archive", description=__doc__)
    parser.add_argument("count", type=int, help="how many pages")
    parser.add_argument("--documents", action="store_true", help="read the pages too, not only their bytes")
    given = parser.parse_args()
    begun = time.monotonic()
    seen = read_pages(given.count, documents=given.documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / _MB
    print(f"{dict(seen)} in {time.monotonic() - begun:.0f} s, at most {peak:,.0f} MB of memory")


if __name__ == "__main__":
    main()
