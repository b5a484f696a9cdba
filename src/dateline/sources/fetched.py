"""From an address on the web to the documents that stand there."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version

from dateline.errors import CannotFetch
from dateline.sources.fetching import Answer, Fetcher, Gate
from dateline.sources.options import Origin, ReadOptions, Unreadable
from dateline.sources.text import Item
from dateline.sources.unpacked import iter_unpacked


def make_fetcher(*, allow_loopback: bool = False, contact: str | None = None) -> Fetcher:
    """Return what fetches pages and feeds in dateline's name; `contact` tells servers whom to write to."""
    agent = f"dateline/{version('dateline')}" + (f" ({contact})" if contact else "")
    return Fetcher(agent=agent, gate=Gate(allow_loopback=allow_loopback))


def iter_fetched(url: str, options: ReadOptions, fetcher: Fetcher | None = None) -> Iterator[Item]:
    """Yield the documents of the page, feed, table or archive at an address, or why there are none."""
    fetcher = fetcher or make_fetcher(allow_loopback=options.allow_loopback)
    try:
        answer = fetcher.fetch(url)
    except CannotFetch as error:
        yield Unreadable(error.source, error.reason)
        return
    if not answer.is_good:
        yield Unreadable(url, answer.describe_status())
        return
    yield from iter_answer(answer, options)


def iter_answer(answer: Answer, options: ReadOptions) -> Iterator[Item]:
    """Yield the documents of what a server answered; their source is the address that was asked."""
    origin = Origin(url=answer.url, charset=answer.charset, retrieved=datetime.now(UTC).date())
    yield from iter_unpacked(io.BytesIO(answer.body), answer.asked, options, origin)
