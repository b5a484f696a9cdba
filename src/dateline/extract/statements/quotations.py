"""Quotation marks: which words stand between them.

Curly and straight marks, double and single, nested, and quotations over several paragraphs (an opening mark on each, one closing).
A mark that finds no partner is recovered within its paragraph, with a diagnostic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language import Parse
from dateline.model import Block, Diagnostic, Span

# Straight single marks and right single curly ones are apostrophes too: they open only after white space or a bracket,
# and close only before white space, punctuation or the end.
_TOKEN = re.compile(r"``|''|[“”„\"«»]|(?<![\w’'])[‘'](?=[\w“\"])|(?<=[\w.,!?…”\"])[’'](?![\w])")
_OPENERS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‘": "’", "'": "'’", '"': '"'}
_SINGLE = frozenset("‘'’")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between marks: `inner` without the marks, `outer` with them; `depth` counts from 0 outwards in."""

    inner: Span
    outer: Span
    depth: int
    continues: bool = False


def find_quotations(parse: Parse) -> tuple[list[Quotation], list[Diagnostic]]:
    """Return the quotations of a report in order, the outer before the inner, and what had to be recovered."""
    quotations: list[Quotation] = []
    diagnostics: list[Diagnostic] = []
    open_before = False
    for block in parse.document.prose:
        found, unclosed = _scan_block(parse.text, block)
        if unclosed is not None:
            diagnostics += _recover(parse.text, block, unclosed, found)
        if open_before and found and found[0].outer.start == block.span.start:
            found[0] = Quotation(found[0].inner, found[0].outer, found[0].depth, continues=True)
        open_before = unclosed is not None
        quotations += found
    return sorted(quotations, key=lambda q: (q.outer.start, -q.outer.end)), diagnostics


def _scan_block(text: str, block: Block) -> tuple[list[Quotation], int | None]:
    """Return the closed quotations of a block and the offset of an outer mark that was left open."""
    stack: list[tuple[str, int, int]] = []
    found: list[Quotation] = []
    for match in _TOKEN.finditer(text, block.span.start, block.span.end):
        mark = match[0]
        partner = next((i for i in range(len(stack) - 1, -1, -1) if mark in _OPENERS[stack[i][0]]), None)
        if partner is not None and not _opens_again(text, match, stack[partner][0]):
            opening = stack[partner]
            del stack[partner:]
            found += _close(opening, match, len(stack))
        elif mark in _OPENERS and not (mark == '"' and _closes_only(text, match)):
            stack.append((mark, match.start(), match.end()))
    outer = [entry for entry in stack if entry[0] not in _SINGLE]
    return sorted(found, key=lambda q: (q.outer.start, -q.outer.end)), outer[0][1] if outer else None


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
    return bool(before) and not before.isspace() and before not in "([—–-" and (not after or after.isspace())


def _close(opening: tuple[str, int, int], match: re.Match[str], depth: int) -> Iterator[Quotation]:
    _, start, inner = opening
    if match.start() > inner:
        yield Quotation(Span(start=inner, end=match.start()), Span(start=start, end=match.end()), depth)


def _recover(text: str, block: Block, start: int, found: list[Quotation]) -> list[Diagnostic]:
    """Close an open mark at the end of its paragraph where what follows is a quotation that goes on; else drop it."""
    inner = start + (2 if text.startswith("``", start) else 1)
    goes_on = text.startswith(("“", '"', "``", "«"), _next_paragraph(text, block.span.end))
    if goes_on and inner < block.span.end:
        found.append(Quotation(Span(start=inner, end=block.span.end), Span(start=start, end=block.span.end), 0))
        found.sort(key=lambda q: (q.outer.start, -q.outer.end))
        return []
    message = "a quotation mark without its partner"
    return [Diagnostic(stage="statements", message=message, start=start, end=inner)]


def _next_paragraph(text: str, end: int) -> int:
    while end < len(text) and text[end].isspace():
        end += 1
    return end
