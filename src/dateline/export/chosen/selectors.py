"""Where words stand, in the terms of the Web Annotation Data Model: by position and by quotation.

Positions count Unicode code points, as that model asks for (section 4.2.5), and as records do.
"""

from __future__ import annotations

from typing import Any

from dateline.model import Span

_AROUND = 32  # characters of prefix and suffix, enough to find a quotation again in a text that moved


def select_words(text: str, span: Span) -> list[dict[str, Any]]:
    """Return a position selector and a quotation selector for the same words.

    >>> select_words("France expelled two.", Span(start=7, end=15))[0]
    {'type': 'TextPositionSelector', 'start': 7, 'end': 15}
    """
    quotation = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quotation]


def name_source(document: str) -> str:
    """Return the name of a report as a resource: an URN that stays the same."""
    return f"urn:dateline:{document}"


def name_piece(document: str, piece: str) -> str:
    """Return the name of a piece of a report's record."""
    return f"urn:dateline:{document}:{piece}"
