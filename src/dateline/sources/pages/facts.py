"""What a page says of its report: title, authors, publisher, address and days, each from where it is most to be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from dateline.sources.found_dates import Candidate, read_day
from dateline.sources.markup import read_paragraphs
from dateline.sources.pages.json_ld import LinkedData, agree, read_linked_data
from dateline.sources.pages.metas import Metas, read_metas

_JOINT = re.compile(r"\s+[|–—•·»:-]+\s+")
_NO_NAME = re.compile(r"https?://|www\.|[@/\\]|^\W*$", re.I)
_DAY_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]?\d|[a-z]{3})[/-](?P<day>[0-3]?\d)(?=[/._-]|$)", re.I
)
_LONGEST_NAME = 60
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of its report; `candidates` are its days, the most trusted first.

    `body` is the text that the page tells search engines, where it does.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    candidates: tuple[Candidate, ...] = ()
    body: tuple[str, ...] = ()


def read_facts(tree: Any, address: str | None) -> PageFacts:
    """Return what the page says; `address` is where it was fetched, where that is known."""
    linked = read_linked_data(
        [script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    )
    metas = read_metas(tree)
    url = _find_address(tree, metas, address)
    title, suffix = _find_title(tree, linked, metas)
    linked = linked.about(title)
    publisher = _first(linked.names("publisher"), metas.all("publisher"), _find_named(tree, "publisher")) or suffix
    authors = linked.names("author") or tuple(metas.all("author")) or _find_signed(tree)
    return PageFacts(
        title=title,
        authors=_clean_authors(authors, publisher),
        publisher=publisher,
        url=url,
        candidates=tuple(_iter_candidates(tree, linked, metas, url or address)),
        body=tuple(linked.body()),
    )


def _find_address(tree: Any, metas: Metas, fetched: str | None) -> str | None:
    """Return the address the page names as its own, where it is a page's and of the site it was fetched from."""
    canonical = [
        str(link.get("href") or "") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    for own in (*canonical, *metas.all("url")):
        own = urljoin(fetched or "", own.strip())
        try:
            parts, known = urlsplit(own), urlsplit(fetched or own)
        except ValueError:
            continue
        same_site = (parts.hostname or "").split(".")[-2:] == (known.hostname or "").split(".")[-2:]
        if (
            parts.scheme in ("http", "https")
            and parts.hostname
            and (parts.path.strip("/") or parts.query)
            and same_site
        ):
            return own
    return fetched


def _find_title(tree: Any, linked: LinkedData, metas: Metas) -> tuple[str | None, str | None]:
    """Return the headline, and what follows it in the page's title, which is the site's name."""
    whole = next((words for title in tree.iter("title") if (words := _words(title))), None)
    said = [words for words in (linked.words("headline"), metas.first("title"), whole) if words]
    title = _find_shown_title(tree, said) or next(iter(said), None)
    if title is not None and title == whole:
        parts = _JOINT.split(title)
        site = metas.first("publisher")
        if len(parts) > 1 and (parts[-1] == site or (site is None and re.search(r"\s\|\s", title))):
            title = title[: title.rindex(parts[-1])].rstrip(" |–—•·»:-")
    suffix = _JOINT.split(whole[len(title) :])[1:] if whole and title and whole.startswith(title) else []
    return title, suffix[-1] if len(suffix) == 1 and _looks_like_site(suffix[0]) else None


def _find_shown_title(tree: Any, said: Sequence[str]) -> str | None:
    """Return the heading that readers see above the report: what is said elsewhere must agree, since some are the site's name.

    The longest heading that stands in a title said elsewhere is believed; where none does, the one heading of the first
    rank that shares most of its words.
    """
    headings = [words for h in tree.iter("h1", "h2", "h3") if (words := _words(h))]
    contained = [words for words in headings if any(words in other for other in said)]
    if contained:
        return max(contained, key=len)
    first = {
        words for h in tree.iter("h1") if (words := _words(h)) and (not said or any(agree(words, o) for o in said))
    }
    return first.pop() if len(first) == 1 else None


def _looks_like_site(words: str) -> bool:
    return len(words.split()) <= 5 and words[:1].isupper()


def _find_signed(tree: Any) -> tuple[str, ...]:
    """Return the authors that the page's own markup names as such: in links to them and in schema.org's microdata."""
    links = (_words(a) for a in tree.iter("a") if "author" in (a.get("rel") or "").lower().split())
    return tuple(filter(None, (*links, *_find_named(tree, "author"))))


def _find_named(tree: Any, name: str) -> Iterator[str]:
    """Yield the names of who is `name` in schema.org's microdata."""
    for element in _iter_properties(tree, name):
        inner = next(_iter_properties(element, "name"), element)
        if words := inner.get("content") or _words(inner):
            yield words


def _iter_properties(element: Any, name: str) -> Iterator[Any]:
    return (inner for inner in element.iterfind(".//*[@itemprop]") if name in inner.get("itemprop").split())


def _first(*found: Iterable[str]) -> str | None:
    return next((words for some in found for words in some if words), None)


def _clean_authors(authors: tuple[str, ...], publisher: str | None) -> tuple[str, ...]:
    """Return the names of people among what is given as authors: no addresses, not the site itself."""
    names: list[str] = []
    for words in authors:
        words = re.sub(r"^(?:by|von|par)\s+", "", " ".join(words.split()), flags=re.I)
        names += re.split(r"\s*[;|]\s*|\s+(?:and|&)\s+|,\s+(?=[^\W\d_]+\s)", words)
    people = [
        name for name in names if 2 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) and name != publisher
    ]
    return tuple(dict.fromkeys(people))


def _iter_candidates(tree: Any, linked: LinkedData, metas: Metas, address: str | None) -> Iterator[Candidate]:
    """Yield the days of a page: what is said of the report before what is said of the page, words before markup."""
    for is_change, name in ((False, "datePublished"), (True, "dateModified")):
        for node in linked.articles:
            yield from _candidate(node.get(name), f"JSON-LD {name}", is_change=is_change)
        for element in _iter_properties(tree, name):
            value = element.get("content") or element.get("datetime") or _words(element)
            yield from _candidate(value, f"microdata {name}", is_change=is_change)
        for meta, value in metas.days(is_change=is_change):
            yield from _candidate(value, f"meta {meta}", is_change=is_change)
    for node in linked.pages:
        yield from _candidate(node.get("datePublished"), "JSON-LD page datePublished")
        yield from _candidate(node.get("dateModified"), "JSON-LD page dateModified", is_change=True)
    for name in ("dateCreated", "uploadDate"):
        for node in linked.articles:
            yield from _candidate(node.get(name), f"JSON-LD {name}")
    if address and (day := read_address_day(address)) is not None:
        yield Candidate(day, "address")


def _candidate(value: Any, origin: str, *, is_change: bool = False) -> Iterator[Candidate]:
    values = value if isinstance(value, list) else [value]
    for words in values[:4]:
        if isinstance(words, str) and (day := read_day(words)) is not None:
            yield Candidate(day, origin, is_change)


def read_address_day(address: str) -> date | None:
    """Return the day in an address ("/2015/11/24/", "/2015/nov/24/", "-2015-11-24."), None where it has none.

    >>> read_address_day("https://news.example/world/2015/nov/24/turkey-russia")
    datetime.date(2015, 11, 24)
    """
    match = _DAY_IN_ADDRESS.search(urlsplit(address).path)
    if match is None:
        return None
    month = match["month"].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def _words(element: Any) -> str | None:
    return " ".join(read_paragraphs(element, ("script", "style"))) or None
