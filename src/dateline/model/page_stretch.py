"""Where a stretch of a report's text stands in the page it was read from."""

from __future__ import annotations

from dateline.model.span import Piece, Span


class PageStretch(Piece):
    """A stretch of `Document.text` and its place in the page; stretches follow each other and never overlap.

    `path` is the element's path from the root ("/html/body/main/article/p[3]"). `at` are the code points of the
    decoded page that the stretch stands at, markup within included; None where only the element is certain.
    Read without markup, with character references resolved and blanks run together, they are the stretch's words.
    """

    span: Span
    path: str
    at: Span | None = None
