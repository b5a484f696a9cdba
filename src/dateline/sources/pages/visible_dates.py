"""Days that a page shows its readers by the headline: in time elements and in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from dateline.sources.found_dates import Candidate, read_day
from dateline.sources.header.dates import iter_dates
from dateline.sources.pages.scanning import squeeze

_LONGEST = 150
_BEFORE_TITLE = 4
_WINDOW = 18
_FEWEST = 12
"""Characters that have to agree before a piece of a page is taken for the beginning of the report."""


def iter_visible_dates(tree: Any, title: str | None, opening: str) -> Iterator[Candidate]:
    """Yield the days between the headline and the first paragraph (`opening`), and a few lines before the headline.

    What stands elsewhere is mostly the day of another report, or of the page's copyright.
    """
    pieces = list(_iter_pieces(tree, squeeze(opening)))
    wanted = squeeze(title or "").lower()
    titles = [n for n, (words, _) in enumerate(pieces) if wanted and squeeze(words).lower() == wanted]
    begin = titles[-1] if titles else max(0, len(pieces) - _WINDOW // 2)
    window = pieces[begin : begin + _WINDOW] + pieces[max(0, begin - _BEFORE_TITLE) : begin]
    for _, day in window:
        if day and (found := read_day(day)) is not None:
            yield Candidate(found, "time element")
    for words, _ in window:
        if len(words) <= _LONGEST:
            for shown, is_change in iter_dates(words):
                yield Candidate(shown, "visible text", is_change)


def _iter_pieces(tree: Any, opening: str) -> Iterator[tuple[str, str | None]]:
    """Yield the stretches of words of a page up to the report's opening, with the day of the time element they stand in."""
    body = tree.find("body")
    if body is None:
        return
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag in ("script", "style", "noscript", "template", "nav"):
            walk.skip_subtree()
            continue
        words = " ".join(((element.text if event == "start" else element.tail) or "").split())
        day = element.get("datetime") if event == "start" and element.tag == "time" else None
        start = squeeze(words)
        if len(start) >= _FEWEST and (opening.startswith(start) or start.startswith(opening[:80])):
            return
        if words or day:
            yield words, day
