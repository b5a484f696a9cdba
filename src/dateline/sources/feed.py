"""RSS and Atom feeds: each entry a report."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.sax import SAXParseException

from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates, read_day
from dateline.sources.leftovers import drop_leftovers
from dateline.sources.markup import looks_like_html, read_html_fragment
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.text import Item, check_text

_ENTITY = re.compile(rb"<!ENTITY\s+(?:%\s+)?([^\s\"'>]{1,40})")


def read_feed(data: bytes, source: str, options: ReadOptions, origin: Origin) -> Iterator[Item]:
    """Yield the documents of a feed's entries, numbered "feed.xml#3".

    The whole text is read where the feed carries it, else the summary; one remark says how many entries have only that.
    """
    if declared := _ENTITY.search(data[:65536]):
        yield Unreadable(
            source, f"declares entities of its own ({declared[1].decode('ascii', 'replace')}), which is refused"
        )
        return
    import feedparser

    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # it raises whatever comes for a character or prefix that cannot be ("&#99999999;")
        yield Unreadable(source, f"is a feed that cannot be read ({_say(error)})")
        return
    if not feed.entries:
        broken = f" ({_say(feed.bozo_exception)})" if feed.bozo else ""
        yield Unreadable(source, f"is a feed without entries{broken}")
        return
    if feed.bozo and isinstance(feed.bozo_exception, SAXParseException):
        yield Remark(source, f"is a broken feed ({_say(feed.bozo_exception)}); read as far as it can be")
    short = 0
    for number, entry in enumerate(feed.entries, start=1):
        paragraphs, is_summary = _read_text(entry)
        short += is_summary
        yield _make_document(entry, feed.feed, paragraphs, f"{source}#{number}", options, origin)
    if short:
        yield Remark(source, _say_short(short, len(feed.entries)))


def _make_document(
    entry: dict[str, Any],
    feed: dict[str, Any],
    paragraphs: list[str],
    source: str,
    options: ReadOptions,
    origin: Origin,
) -> Item:
    candidates = [
        Candidate(day, f"feed {name}", is_change=name == "updated")
        for name in ("published", "created", "updated")
        if (day := _read_day(entry, name)) is not None
    ]
    dates = choose_dates(candidates, origin.retrieved)
    known = Known(
        published=dates.published,
        modified=dates.modified,
        title=_plain(entry.get("title")),
        url=link if (link := str(entry.get("link") or "")).startswith(("http://", "https://")) else None,
        publisher=_find_publisher(entry, feed),
        authors=_read_authors(entry),
        dates=dates.found,
    )
    return check_text("\n\n".join(paragraphs), source, options, known)


def _read_text(entry: dict[str, Any]) -> tuple[list[str], bool]:
    """Return the paragraphs of an entry's content or, where it has none, of its summary, and whether they are that."""
    contents = [part for part in entry.get("content", ()) if part.get("value")]
    for part in sorted(contents, key=lambda part: "html" not in (part.get("type") or "")):
        if found := _read_markup(part["value"], part.get("type")):
            return found, False
    return _read_markup(entry.get("summary") or "", entry.get("summary_detail", {}).get("type")), True


def _read_markup(value: str, kind: str | None) -> list[str]:
    is_html = "html" in (kind or "") or looks_like_html(value)
    lines = read_html_fragment(value) if is_html else [" ".join(p.split()) for p in re.split(r"\n\s*\n", value)]
    return [line for line in drop_leftovers(lines) if line]


def _read_day(entry: dict[str, Any], name: str) -> Any:
    """Return the day as it is written, in its own time zone; only what we cannot read is taken from the feed parser."""
    words = str(dict.get(entry, name) or "").strip()  # its own get() gives one date for another
    day = read_day(words)
    # A zero date as PHP writes it ("-0001-11-30") is one in the year 2000 to the feed parser.
    parsed = None if words.startswith("-") else dict.get(entry, f"{name}_parsed")
    return day or (read_day(f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}") if parsed else None)


def _read_authors(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return the names; RSS writes an address with the name behind it: "news@example.org (A. Writer)".

    Where the feed parser says it has taken an address apart, the words are read as they stand: it knows few kinds.
    """
    apart = [author.get("name") for author in entry.get("authors", ()) if "email" not in author]
    names = [re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", _plain(name) or "") for name in apart or [entry.get("author")]]
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))


def _find_publisher(entry: dict[str, Any], feed: dict[str, Any]) -> str | None:
    """Return who published an entry: its own source where feeds were merged, else the feed's publisher, else its title."""
    return _plain(entry.get("source", {}).get("title")) or _plain(feed.get("publisher")) or _plain(feed.get("title"))


def _plain(value: Any) -> str | None:
    """Return a title without markup."""
    words = value if isinstance(value, str) else ""
    if looks_like_html(words) or "&" in words:
        return " ".join(read_html_fragment(words)) or None
    return " ".join(words.split()) or None


def _say_short(short: int, entries: int) -> str:
    if entries == 1:
        return "its one entry carries a summary only; the report stands on its page"
    which = f"all {entries:,}" if short == entries else f"{short:,} of {entries:,}"
    return f"{which} entries carry a summary only; the reports stand on their pages"


def _say(error: object) -> str:
    return " ".join(str(error).removeprefix("<unknown>:").split())[:120]
