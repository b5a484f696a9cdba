"""An utterance on its way to becoming a statement: cue, content and speaker, tied to tokens and characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.speakers import Speaker
from dateline.model import Directness, Span


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said, by whom, at which cue."""

    content: tuple[Span, ...]
    cue: Span | None
    cue_token: int | None
    speaker: Speaker
    rule: str
    reason: str
    medium: str | None = None

    @property
    def bounds(self) -> Span:
        """From the first character of the content to its last."""
        return Span(start=min(s.start for s in self.content), end=max(s.end for s in self.content))

    def with_content(self, spans: Iterable[Span]) -> Utterance:
        """Return the utterance with other content."""
        return replace(self, content=tuple(sorted(spans, key=lambda s: s.start)))


def directness_of(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> Directness:
    """Return whether the content stands wholly, partly or not at all between quotation marks.

    Quoted stretches of one or two words are scare quotes and terms; they make nothing mixed unless they are all of it.
    """
    total = sum(len(s) for s in content)
    quoted = 0
    longest = 0
    for span in content:
        for quotation in quotations:
            if quotation.depth or not quotation.outer.overlaps(span):
                continue
            start, end = max(span.start, quotation.outer.start), min(span.end, quotation.outer.end)
            quoted += max(0, end - start)
            longest = max(longest, len(quotation.inner.of(text).split()))
    if quoted >= 0.9 * total:
        return Directness.DIRECT
    return Directness.MIXED if quoted and longest >= 1 else Directness.INDIRECT


def strip_marks(span: Span, text: str) -> Span | None:
    """Return a span without quotation marks, commas and blanks at its ends, None where nothing is left.

    A mark stays where its partner stands inside: “coordination” sounds realistic keeps both.
    """
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    pairs = {"“": "”", '"': '"', "‘": "’", "«": "»"}
    opening = text[start] if start < end else ""
    if opening in pairs:
        partner = text.find(pairs[opening], start + 1, end)
        if partner < 0 or partner >= end - 1:
            start += 1
            end = end - 1 if partner >= 0 else end
    closing = text[end - 1] if end > start else ""
    opener = next((o for o, c in pairs.items() if c == closing), None)
    if opener is not None and text.count(opener, start, end - (opener == closing)) == 0:
        end -= 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return Span(start=start, end=end) if end > start else None
