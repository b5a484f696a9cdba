"""Which tokens stand between quotation marks, for the linear model."""

from __future__ import annotations

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
    opened = -1
    paragraph = -1
    texts = parse.columns.text
    for sentence in parse.sentences:
        if sentence.paragraph != paragraph:
            opened = _close(marks, opened, sentence.first)
            paragraph = sentence.paragraph
        for number in range(sentence.first, sentence.last):
            text = texts[number]
            if text not in _MARKS:
                continue
            if text in _CLOSING or (text == '"' and opened >= 0):
                opened = _close(marks, opened, number)
            else:
                opened = _close(marks, opened, number)
                opened = number
    _close(marks, opened, len(parse))
    return marks


def _close(marks: npt.NDArray[np.uint64], opened: int, end: int) -> int:
    if opened >= 0:
        marks[opened + 1 : end] = 2 if end - opened - 1 >= _LONG else 1
    return -1
