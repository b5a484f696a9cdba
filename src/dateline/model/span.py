"""A stretch of a text, the evidence everything else hangs on."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, model_validator

from dateline.errors import BadSpan


class Piece(BaseModel):
    """The base of all parts of a record: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Piece):
    """Characters `start` up to, and not including, `end`, counted in Unicode code points."""

    start: int
    end: int

    @model_validator(mode="after")
    def _check_order(self) -> Span:
        if not 0 <= self.start < self.end:
            raise BadSpan(f"a span must run forward from 0 or later, not {self.start}-{self.end}")
        return self

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words of `text` that stand here; raise BadSpan when the text is shorter."""
        if self.end > len(text):
            raise BadSpan(f"span {self.start}-{self.end} ends beyond the text's {len(text)} characters")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether all of `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


def check_quotation(span: Span, text: str, words: str) -> None:
    """Raise BadSpan unless `words` is exactly what stands at `span`: no piece without evidence."""
    found = span.of(text)
    if found != words:
        raise BadSpan(f"span {span.start}-{span.end} reads {found!r}, not {words!r}")
