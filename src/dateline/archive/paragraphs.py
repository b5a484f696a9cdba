"""The paragraph that words stand in."""

from __future__ import annotations

import re

from dateline.model import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def paragraph_around(text: str, span: Span) -> Span:
    """Return the paragraphs `span` stands in: parted by blank lines or, where a text has none, by line ends.

    >>> paragraph_around("One.\\n\\nTwo. Three.\\n\\nFour.", Span(start=11, end=16))
    Span(start=6, end=17)
    """
    joints = [(m.start(), m.end()) for m in _BLANK_LINE.finditer(text)]
    if not joints:
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        return Span(start=start, end=len(text) if end < 0 else end)
    start = max((after for _, after in joints if after <= span.start), default=0)
    end = min((before for before, _ in joints if before >= span.end), default=len(text))
    return Span(start=start, end=end)
