"""What a page says of its report in JSON-LD, the form that search engines read."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dateline.sources.markup import looks_like_html, read_html_fragment

Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?:news|report|blog|posting|article|liveblog)", re.I)
_PAGE = re.compile(r"webpage$", re.I)
# Under these stand other reports, comments and things the report is about, whose dates and authors are not the report's.
_ELSEWHERE = frozenset(
    "itemlistelement haspart relatedlink about mentions ispartof comment review citation subjectof image video associatedmedia "
    "liveblogupdate isbasedon breadcrumb potentialaction".split()
)
_MOST = 2_000_000
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The nodes of a page: those of articles first, then those of pages; `by_id` resolves references."""

    articles: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] | None = None

    def about(self, title: str | None) -> LinkedData:
        """Return this without the articles whose headline is another's than `title`; all of them where none has it."""
        own = tuple(n for n in self.articles if agree(_clean(n.get("headline")) or "", title or ""))
        return replace(self, articles=own or self.articles)

    def words(self, name: str) -> str | None:
        """Return a text that an article has under `name`."""
        return next(filter(None, (_clean(node.get(name)) for node in self.articles)), None)

    def body(self) -> list[str]:
        """Return the paragraphs that an article tells search engines as its text; mostly there are none."""
        text = next((t for node in self.articles if isinstance(t := node.get("articleBody"), str)), "")
        if looks_like_html(text):
            return read_html_fragment(text)
        return [words for part in re.split(r"\s*\n\s*", html.unescape(text)) if (words := " ".join(part.split()))]

    def names(self, name: str) -> tuple[str, ...]:
        """Return the names of the people or bodies that the first article which has any has under `name`."""
        for node in self.articles:
            if found := tuple(self._iter_names(node.get(name), 0)):
                return found
        return ()

    def _iter_names(self, value: Any, depth: int) -> Iterator[str]:
        if depth > _DEPTH:
            return
        if isinstance(value, list):
            for part in value:
                yield from self._iter_names(part, depth + 1)
        elif isinstance(value, dict):
            reference = (self.by_id or {}).get(str(value.get("@id")))
            if "name" not in value and reference is not None and reference is not value:
                yield from self._iter_names(reference, depth + 1)
            else:
                yield from self._iter_names(value.get("name"), depth + 1)
        elif (words := _clean(value)) is not None:
            yield words


def agree(one: str, other: str) -> bool:
    """Tell whether two titles share at least half of the shorter one's words."""
    first, second = (set(re.findall(r"\w+", words.lower())) for words in (one, other))
    return 2 * len(first & second) >= min(len(first), len(second)) > 0


def read_linked_data(scripts: list[str]) -> LinkedData:
    """Return what the page's JSON-LD scripts hold; one that is broken is passed over."""
    articles: list[Node] = []
    pages: list[Node] = []
    by_id: dict[str, Node] = {}
    for script in scripts:
        for node in _iter_nodes(_parse(script), 0):
            if "@id" in node and len(node) > 2:
                by_id.setdefault(str(node["@id"]), node)
            kinds = [str(kind) for kind in _as_list(node.get("@type"))]
            if any(_ARTICLE.search(kind) and "organization" not in kind.lower() for kind in kinds):
                articles.append(node)
            elif any(_PAGE.search(kind) for kind in kinds):
                pages.append(node)
    return LinkedData(tuple(articles), tuple(pages), by_id)


def _parse(script: str) -> Any:
    """Return the value of a script; comments and line breaks inside texts, which are no JSON, are common and allowed."""
    words = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", "", script[:_MOST])
    try:
        return json.loads(words, strict=False)
    except (ValueError, RecursionError):
        return None


def _iter_nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _iter_nodes(part, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for name, part in value.items():
            if isinstance(part, dict | list) and name.lower() not in _ELSEWHERE:
                yield from _iter_nodes(part, depth + 1)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _clean(value: Any) -> str | None:
    """Return a text on one line; many carry the character references of HTML."""
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(html.unescape(value)).split()) or None
