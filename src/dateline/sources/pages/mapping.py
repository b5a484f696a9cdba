"""Where the paragraphs of a report stand in the page they were taken from.

Paragraphs are looked up by their words, white space aside, once in the page's elements and once in its source. A
paragraph that the page has several times is taken where the order of the paragraphs allows. Where elements and source do
not agree on how often they have it, only the element is said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from dateline.model import PageStretch, Span
from dateline.sources.pages.scanning import Squeezed, scan_page, squeeze

_UNREAD = ("script", "style")
_MOST_OCCURRENCES = 50
_MOST_SEARCHED = 2_000_000_000
"""Paragraphs times characters of a page, some seconds, beyond which offsets are not looked for."""


@dataclass(frozen=True, slots=True)
class _Elements:
    """The words of a page's elements, squeezed, and the element that each stretch of them stands in."""

    text: str
    starts: list[int]
    owners: list[Any]

    def path(self, start: int, end: int) -> str:
        """Return the path of the innermost element that holds the characters from `start` up to `end`."""
        first = self.owners[bisect_right(self.starts, start) - 1]
        last = self.owners[bisect_right(self.starts, end - 1) - 1]
        around = [first, *first.iterancestors()]
        holder = next((e for e in (last, *last.iterancestors()) if e in around), around[-1])
        return str(holder.getroottree().getpath(holder))


def map_paragraphs(paragraphs: Sequence[str], spans: Sequence[Span], tree: Any, page: str) -> tuple[PageStretch, ...]:
    """Return the place in the page of every paragraph that is found there; `spans` is where each stands in the text."""
    elements = _read_elements(tree)
    is_searchable = len(paragraphs) * len(elements.text) <= _MOST_SEARCHED
    source = scan_page(page) if is_searchable else None
    stretches = []
    position = 0
    for paragraph, span in zip(paragraphs, spans, strict=True):
        words = squeeze(paragraph)
        start = elements.text.find(words, position) if words else -1
        if start < 0:
            continue
        position = start + len(words)
        at = _find_in_source(words, start, elements, source) if source is not None else None
        stretches.append(PageStretch(span=span, path=elements.path(start, position), at=at))
    return tuple(stretches)


def _find_in_source(words: str, start: int, elements: _Elements, source: Squeezed) -> Span | None:
    """Return the code points of the occurrence in the source that is the one in the elements at `start`."""
    places, found = _find_all(words, elements.text), _find_all(words, source.text)
    if len(found) != len(places) or len(found) == _MOST_OCCURRENCES or start not in places:
        return None
    first = found[places.index(start)]
    return Span(start=source.starts[first], end=source.ends[first + len(words) - 1])


def _find_all(words: str, text: str) -> list[int]:
    """Return where `words` stand in `text`, at most 50 times."""
    places: list[int] = []
    place = text.find(words) if words else -1
    while place >= 0 and len(places) < _MOST_OCCURRENCES:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _read_elements(tree: Any) -> _Elements:
    parts: list[str] = []
    starts: list[int] = []
    owners: list[Any] = []
    length = 0

    def add(words: str | None, owner: Any) -> None:
        nonlocal length
        if words and owner is not None and (kept := squeeze(words)):
            parts.append(kept)
            starts.append(length)
            owners.append(owner)
            length += len(kept)

    for element, is_opening in _walk(tree):
        if is_opening:
            add(element.text, element)
        else:
            add(element.tail, element.getparent())
    return _Elements("".join(parts), starts, owners)


def _walk(tree: Any) -> Iterator[tuple[Any, bool]]:
    """Yield every element when it opens, and again when what stands behind it comes; what holds no words only then."""
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag in _UNREAD:
            walk.skip_subtree()
        elif event == "start":
            yield element, True
        elif element is not tree:
            yield element, False
