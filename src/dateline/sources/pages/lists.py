"""Telling the page of a report from a page that lists reports: a front page, a section, the results of a search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from lxml import etree

from dateline.sources.pages.scanning import squeeze

_HEADINGS = ("h1", "h2", "h3", "h4")
_FEWEST_WORDS = 4
_FEWEST_HEADED = 4
_SHARE = 0.5
_OPENING = 40


def is_list(tree: Any, paragraphs: Sequence[str]) -> bool:
    """Tell whether most of the paragraphs found in a page stand each below a heading that leads to another page.

    A report has one headline, and none of its paragraphs is headed by a link; boxes between them are few.
    """
    openings = {squeeze(words)[:_OPENING] for words in paragraphs}
    is_headed, headed, found = False, 0, 0
    for element in tree.iter(etree.Element):
        if element.tag in _HEADINGS:
            is_headed = is_headed or _leads_away(element)
        start = squeeze(element.text or "")[:_OPENING]
        if start and start in openings:
            found += 1
            headed += is_headed
            is_headed = False
    return headed >= _FEWEST_HEADED and headed >= _SHARE * found


def _leads_away(heading: Any) -> bool:
    """Tell whether a heading is, holds or stands in a link to another page, and reads like a headline."""
    links = [*heading.iter("a"), *(outer for outer in heading.iterancestors("a"))]
    words = re.findall(r"\w+", "".join(heading.itertext()))
    return len(words) >= _FEWEST_WORDS and any(not (a.get("href") or "#").startswith("#") for a in links)
