"""Quotation marks: which words stand between them.

Curly, straight and TeX's marks, double and single, nested, and quotations over several paragraphs (an opening mark on
each, one closing). A mark that finds no partner is recovered within its paragraph, with a diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.language import Parse
from dateline.model import Block, Diagnostic, Span

# Straight single marks and right single curly ones are apostrophes too: they open only after white space or a bracket,
# and close only before white space, punctuation or the end.
_TOKEN = re.compile(r"``|''|[“”„\"«»]|(?<![\w’'])[‘'](?=[\w“\"])|(?<=[\w.,!?…”\"])[’'](?![\w])")
_OPENERS = {
    "“": ("”",),
    "„": ("“", "”"),
    "«": ("»",),
    "``": ("''", '"'),
    "''": ("''",),
    "‘": ("’",),
    "'": ("'", "’"),
    '"': ('"', "”"),
}
_SINGLE = frozenset("‘'’")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: `inner` without the marks, `outer` with them; `depth` counts from 0 outwards in."""

    inner: Span
    outer: Span
    depth: int
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its partner."""

    mark: str
    start: int
    end: int


def find_quotations(parse: Parse) -> tuple[list[Quotation], list[Diagnostic]]:
    """Return the quotations of a report in order, the outer before the inner, and what had to be recovered."""
    quotations: list[Quotation] = []
    diagnostics: list[Diagnostic] = []
    open_mark = ""
    for block in parse.document.prose:
        found, unclosed = _scan_block(parse.text, block)
        goes_on = unclosed is not None and _goes_on(parse.text, block, unclosed)
        if unclosed is not None and goes_on and unclosed.end < block.span.end:
            inner = Span(start=unclosed.end, end=block.span.end)
            found = [q for q in found if q.outer.end <= unclosed.start or q.outer.start >= inner.start]
            found = sorted([*found, Quotation(inner, Span(start=unclosed.start, end=inner.end), 0)], key=_order)
        elif unclosed is not None:
            message = "a quotation mark without its partner"
            diagnostics.append(Diagnostic(stage="statements", message=message, start=unclosed.start, end=unclosed.end))
        if open_mark and found and found[0].outer.start == block.span.start:
            same = parse.text.startswith(open_mark, found[0].outer.start)
            found[0] = replace(found[0], continues=same)
        open_mark = unclosed.mark if unclosed is not None and goes_on else ""
        quotations += found
    return _nest(quotations), diagnostics


def _order(quotation: Quotation) -> tuple[int, int]:
    return quotation.outer.start, -quotation.outer.end


def _scan_block(text: str, block: Block) -> tuple[list[Quotation], _Open | None]:
    """Return the closed quotations of a block and the first outer mark that was left open."""
    stack: list[_Open] = []
    found: list[Quotation] = []
    for match in _TOKEN.finditer(text, block.span.start, block.span.end):
        mark = match[0]
        partner = next((i for i in range(len(stack) - 1, -1, -1) if mark in _OPENERS[stack[i].mark]), None)
        if partner is None and _closes_by_place(text, match, stack, block.span.end):
            partner = len(stack) - 1
        if partner is not None and not _opens_again(text, match, stack[partner].mark):
            opening = stack[partner]
            del stack[partner:]
            found += _close(opening, match)
        elif mark in _OPENERS and not (mark in ("'", '"', "''") and _closes_only(text, match)):
            stack.append(_Open(mark, match.start(), match.end()))
    outer = [entry for entry in stack if entry.mark not in _SINGLE]
    return sorted(found, key=_order), outer[0] if outer else None


def _closes_by_place(text: str, match: re.Match[str], stack: list[_Open], end: int) -> bool:
    """Tell whether a straight mark closes a curly one, because it stands after a word and no curly one follows."""
    if match[0] != '"' or not stack or stack[-1].mark != "“" or not _closes_only(text, match):
        return False
    closing, opening = text.find("”", match.end(), end), text.find("“", match.end(), end)
    return closing < 0 or 0 <= opening < closing


def _opens_again(text: str, match: re.Match[str], opener: str) -> bool:
    """Tell whether a straight mark, though one is open, can only open: a blank before and a letter after it."""
    if match[0] not in "\"'" or opener not in "\"'":
        return False
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return (before.isspace() or before in "([—–") and after.isalnum() and match[0] != opener


def _closes_only(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return bool(before) and not before.isspace() and before not in "([—–-" and not after.isalnum()


def _close(opening: _Open, match: re.Match[str]) -> Iterator[Quotation]:
    if match.start() > opening.end:
        inner = Span(start=opening.end, end=match.start())
        yield Quotation(inner, Span(start=opening.start, end=match.end()), 0)


def _nest(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations in order with their depth: how many others each of them stands in."""
    nested: list[Quotation] = []
    around: list[Span] = []
    for quotation in sorted(quotations, key=_order):
        around = [span for span in around if span.end > quotation.outer.start]
        nested.append(replace(quotation, depth=len(around)))
        around.append(quotation.outer)
    return nested


def _goes_on(text: str, block: Block, unclosed: _Open) -> bool:
    """Tell whether the next paragraph opens with the same mark: the quotation left open goes on there."""
    end = block.span.end
    while end < len(text) and text[end].isspace():
        end += 1
    return text.startswith(unclosed.mark, end)
