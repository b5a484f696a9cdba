"""Which tokens stand between quotation marks, for the linear model."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from dateline.language import Parse

_OPENING: Final = frozenset({"“", "«", "``"})
_CLOSING: Final = frozenset({"”", "»", "''"})
_MARKS: Final = _OPENING | _CLOSING | {'"'}
_LONG: Final = 6  # tokens; shorter quotations are mostly quoted terms


def mark_quotations(parse: Parse) -> npt.NDArray[np.uint64]:
    """Return 0 outside quotation marks, 1 in a short quotation, 2 in a long one.

    A quotation ends with its paragraph at the latest; a straight mark closes what is open.
    """
    marks = np.zeros(len(parse), dtype=np.uint64)
    ends = [*_iter_beginnings(parse), len(parse)]
    opened, limit = -1, 0
    for number, text in enumerate(parse.columns.text):
        if text not in _MARKS:
            continue
        if number >= limit:
            _mark(marks, opened, limit)
            opened, limit = -1, ends[bisect_right(ends, number)]
        _mark(marks, opened, number)
        opened = -1 if text in _CLOSING or (text == '"' and opened >= 0) else number
    _mark(marks, opened, limit)
    return marks


def _iter_beginnings(parse: Parse) -> Iterator[int]:
    """Yield the first token of each paragraph."""
    paragraph = -1
    for sentence in parse.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            yield sentence.first


def _mark(marks: npt.NDArray[np.uint64], opened: int, end: int) -> None:
    """Mark what stands after an opened quotation up to its end; nothing where none is open."""
    if opened >= 0:
        marks[opened + 1 : end] = 2 if end - opened - 1 >= _LONG else 1
