"""What could not be read, and where."""

from __future__ import annotations

from dateline.model.span import Piece


class Diagnostic(Piece):
    """A part of a document that one stage could not read; everything else is kept."""

    stage: str
    message: str
    start: int | None = None
    end: int | None = None
