"""Which words stand in quotation marks, block by block."""

from __future__ import annotations

from dateline.extract.times.words import Words

_OPENERS, _CLOSERS = frozenset("“«„"), frozenset("”»")


def find_quoted(words: Words) -> list[bool] | None:
    """Say for each word whether it is quoted; None when the block has no quotation marks.

    A quotation that is never closed runs to the end of its block, as it does in one of several paragraphs.
    """
    inside = False
    found = False
    marks = [False] * len(words)
    for number, word in enumerate(words.lower):
        doubled = word == "'" and words.at(number + 1) == "'" and words.is_joined(number + 1)
        if word in _OPENERS:
            inside = True
        elif word in _CLOSERS:
            inside = False
        elif word == '"' or doubled:
            inside = not inside
        marks[number] = inside
        found = found or inside
    return marks if found else None
