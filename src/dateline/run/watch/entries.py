"""Entries of a feed: what names one, what tells that it changed, and where its report stands."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urljoin

from dateline.errors import CannotFetch
from dateline.sources import Remark, Unreadable
from dateline.sources.fetching import Answer
from dateline.sources.formats import iter_documents
from dateline.sources.found_dates import read_day
from dateline.sources.options import Origin, ReadOptions
from dateline.sources.sniffing import Format, name_format
from dateline.sources.stream import HEAD
from dateline.sources.text import Item

MOST_ENTRIES = 1000
"""Entries of a feed that are looked at; feeds have some dozens, and archives of whole years are for `dateline read`."""
_LONGEST_KEY = 2048


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a feed. `key` names it for good, `digest` changes when it does.

    `link` is the address of its page, `day` the day the feed gives; `is_summary` tells whether
    the feed carries no more than a summary of it. `item` is the report the feed itself carries, or why there is none.
    """

    key: str
    digest: str
    link: str | None
    day: date | None
    is_summary: bool
    item: Item | None


@dataclass(frozen=True, slots=True)
class FeedContent:
    """What a feed holds now, and what is to be said of it as a whole."""

    entries: tuple[Entry, ...]
    remarks: tuple[Remark, ...]


def read_entries(answer: Answer, options: ReadOptions, now: float) -> FeedContent:
    """Return the entries of a feed that a server sent; raise CannotFetch where it sent something else."""
    kind = name_format(answer.body[:HEAD], options)
    if kind is not Format.FEED:
        raise CannotFetch(answer.asked, f"is no feed but {kind.value}")
    today = datetime.fromtimestamp(now, UTC).date()
    origin = Origin(url=answer.url, charset=answer.charset, retrieved=today)
    items: dict[str, Item] = {}
    remarks: list[Remark] = []
    for item in iter_documents(answer.body, answer.asked, options, origin):
        if isinstance(item, Remark):
            remarks.append(item)
        elif isinstance(item, Unreadable) and item.source == answer.asked:
            raise CannotFetch(answer.asked, item.reason)
        else:
            items[item.source] = item
    values = _read_values(answer.body)
    if len(values) > MOST_ENTRIES:
        remarks.append(Remark(answer.asked, f"has {len(values):,} entries; the first {MOST_ENTRIES:,} are read"))
    entries = tuple(
        _make_entry(value, answer.url, items.get(f"{answer.asked}#{number}"))
        for number, value in enumerate(values[:MOST_ENTRIES], start=1)
    )
    return FeedContent(entries, tuple(remarks))


def _read_values(body: bytes) -> list[Any]:
    import feedparser

    return list(feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False).entries)


def _make_entry(values: dict[str, Any], base: str, item: Item | None) -> Entry:
    def get(name: str) -> str:
        return str(dict.get(values, name) or "")  # feedparser's own `get` takes one field for another

    link = _resolve(base, get("link").strip())
    title = get("title")
    moment = get("updated") or get("published")
    contents = [str(part.get("value") or "") for part in dict.get(values, "content", ())]
    is_summary = not any(contents)
    name = get("id") or link or f"{title} {moment}"
    # A summary may change with the hour ("5 comments") while the page stays the same, so it does not count.
    return Entry(
        key=name[:_LONGEST_KEY],
        digest=_digest(title, link or "", moment, *contents),
        link=link,
        day=read_day(get("published") or get("updated")),
        is_summary=is_summary,
        item=item,
    )


def _resolve(base: str, link: str) -> str | None:
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return link  # asking for it will say what is wrong with it


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()[:16]
