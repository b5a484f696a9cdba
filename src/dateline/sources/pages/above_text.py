"""What a page shows its readers between headline and text: days, in time elements and in plain words, and a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from dateline.sources.found_dates import Candidate, read_day
from dateline.sources.header.dates import iter_dates, without_dates
from dateline.sources.header.lines import read_byline
from dateline.sources.pages.scanning import squeeze

_LONGEST = 150
_BEFORE_TITLE = 4
_WINDOW = 18
_FEWEST = 12
"""Characters that have to agree before a piece of a page is taken for the beginning of the report."""
_FEWEST_PARAGRAPHS = 2
_MOST_AUTHORS = 6
_UNREAD = ("script", "style", "noscript", "template", "nav")


@dataclass(frozen=True, slots=True)
class AboveText:
    """Days and authors shown above a text."""

    candidates: tuple[Candidate, ...]
    authors: tuple[str, ...]


def read_above_text(tree: Any, title: str | None, paragraphs: Sequence[str]) -> AboveText:
    """Return what stands between the headline and the report, and in a few lines before the headline.

    What stands elsewhere is mostly the day of another report, or of the page's copyright. The report is taken to begin
    with its second paragraph, since the first may be a caption above.
    """
    opening = paragraphs[1] if len(paragraphs) > _FEWEST_PARAGRAPHS else paragraphs[0]
    pieces = list(_iter_pieces(tree, squeeze(opening)))
    wanted = squeeze(title or "").lower()
    titles = [n for n, (words, _) in enumerate(pieces) if wanted and squeeze(words).lower() == wanted]
    begin = titles[-1] if titles else max(0, len(pieces) - _WINDOW // 2)
    below, before = pieces[begin : begin + _WINDOW], pieces[max(0, begin - _BEFORE_TITLE) : begin]
    return AboveText(tuple(_iter_candidates(below + before)), _find_byline([words for words, _ in below]))


def _iter_candidates(pieces: Sequence[tuple[str, str | None]]) -> Iterator[Candidate]:
    for _, day in pieces:
        if day and (found := read_day(day)) is not None:
            yield Candidate(found, "time element")
    for words, _ in pieces:
        if len(words) <= _LONGEST:
            for shown, is_change in iter_dates(words):
                yield Candidate(shown, "visible text", is_change)


def _find_byline(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a byline; its names often stand in elements of their own ("By", "A. Be", "and", "C. De")."""
    for number, words in enumerate(pieces):
        if not words.lower().startswith("by"):
            continue
        byline = re.split(r"\s*[|•·]", without_dates(words))[0].strip(" ,;–—-")
        for following in pieces[number + 1 : number + 2 * _MOST_AUTHORS]:
            if not (byline.lower().rstrip(":").endswith(("by", " and", ",", "&")) or following in (",", "and", "&")):
                break
            byline = f"{byline} {following}"
        if (line := read_byline(byline)) is not None:
            return line.authors
    return ()


def _iter_pieces(tree: Any, opening: str) -> Iterator[tuple[str, str | None]]:
    """Yield the stretches of words of a page up to the report's opening, with the day of a time element where one begins."""
    body = tree.find("body")
    if body is None:
        return
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start" and element.tag in _UNREAD:
            walk.skip_subtree()
            continue
        words = " ".join(((element.text if event == "start" else element.tail) or "").split())
        day = element.get("datetime") if event == "start" and element.tag == "time" else None
        start = squeeze(words)
        if len(start) >= _FEWEST and (opening.startswith(start) or start.startswith(opening[:80])):
            return
        if words or day:
            yield words, day
