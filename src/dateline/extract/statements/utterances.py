"""An utterance on its way to becoming a statement: cue, content and speaker, tied to tokens and characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.extract.statements.quotations import Quotation
from dateline.extract.statements.speakers import Speaker
from dateline.model import Directness, Span

_PAIRS = {"“": "”", '"': '"', "‘": "’", "«": "»"}


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said, by whom, at which cue; `trust` is how far the rule that found it is relied on (0 to 1).

    `fixed` contents stand between quotation marks or have been settled: their ends are not moved any more.
    """

    content: tuple[Span, ...]
    cue: Span | None
    cue_token: int | None
    speaker: Speaker
    rule: str
    reason: str
    trust: float
    medium: str | None = None
    fixed: bool = False

    @property
    def bounds(self) -> Span:
        """From the first character of the content to its last."""
        return Span(start=min(s.start for s in self.content), end=max(s.end for s in self.content))

    def with_content(self, spans: Iterable[Span], *, fixed: bool | None = None) -> Utterance:
        """Return the utterance with other content."""
        content = tuple(sorted(spans, key=lambda s: s.start))
        return replace(self, content=content, fixed=self.fixed if fixed is None else fixed)


def find_containers(utterances: Sequence[Utterance], *, trust: float = 0.0) -> list[int | None]:
    """Return for each utterance the number of the innermost other one whose content holds all of its own.

    The utterances stand in the order of their contents, the longer first; only those of at least `trust` hold others.
    """
    pieces = [[(s.start, s.end) for s in u.content] for u in utterances]
    found: list[int | None] = []
    around: list[int] = []
    for number, own in enumerate(pieces):
        around = [n for n in around if pieces[n][-1][1] > own[0][0]]
        holders = [n for n in around if pieces[n] != own and _holds(pieces[n], own)]
        found.append(holders[-1] if holders else None)
        if utterances[number].trust >= trust:
            around.append(number)
    return found


def _holds(outer: Sequence[tuple[int, int]], inner: Sequence[tuple[int, int]]) -> bool:
    return all(any(a <= start and end <= b for a, b in outer) for start, end in inner)


def directness_of(content: Sequence[Span], quotations: Sequence[Quotation], text: str) -> Directness:
    """Return whether the content stands wholly, partly or not at all between quotation marks."""
    total = sum(len(s) for s in content)
    quoted = 0
    for span in content:
        for quotation in quotations:
            if not quotation.depth and quotation.outer.overlaps(span):
                quoted += min(span.end, quotation.outer.end) - max(span.start, quotation.outer.start)
    if quoted >= 0.9 * total:
        return Directness.DIRECT
    return Directness.MIXED if quoted else Directness.INDIRECT


def strip_marks(span: Span, text: str) -> Span | None:
    """Return a span without quotation marks, commas and blanks at its ends, None where nothing is left.

    A mark stays where its partner stands inside: “coordination” sounds realistic keeps both.
    """
    start, end = _strip_blanks(span.start, span.end, text)
    opening = text[start] if start < end else ""
    if opening in _PAIRS:
        partner = text.find(_PAIRS[opening], start + 1, end)
        if partner < 0 or partner >= end - 1:
            start += 1
            end = end - 1 if partner >= 0 else end
    closing = text[end - 1] if end > start else ""
    opener = next((o for o, c in _PAIRS.items() if c == closing), None)
    if opener is not None and closing != "’" and text.count(opener, start, end - (opener == closing)) == 0:
        end -= 1
    start, end = _strip_blanks(start, end, text)
    return Span(start=start, end=end) if end > start else None


def _strip_blanks(start: int, end: int, text: str) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end
