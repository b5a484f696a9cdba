"""Tidying quoted words: marks in pairs, no comma left over from the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.cli.terminal import clean

_PAIRS = {"“": "”", "„": "“", "«": "»"}
_OPENING, _CLOSING = "“„«", "”»"
_ALL = '“”„«»"'
_EDGE = re.compile(r"[\s,;:]+$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what was said, with the characters that stand before and after it in the report."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def is_quoted(self) -> bool:
        """Tell whether quotation marks stand around it."""
        return self.before[-1:] in ("“", '"', "«", "„", "‘") and self.after[:1] in ("”", '"', "»", "“", "’")


def quote(pieces: Sequence[Piece], *, direct: bool) -> str:
    """Return what was said on one line, in tidy quotation marks where the words are the speaker's.

    >>> quote([Piece("It must be destroyed,", "“", "”")], direct=True)
    '“It must be destroyed”'
    >>> quote([Piece("We are not there yet,"), Piece("but the mood has changed.")], direct=True)
    '“We are not there yet, but the mood has changed.”'
    >>> quote([Piece('Turkey has "a right to defend its airspace,', " ", '"')], direct=False)
    'Turkey has “a right to defend its airspace”'
    >>> quote([Piece("Russia would be welcome"), Piece("a coalition of two,", "“", "”")], direct=False)
    'Russia would be welcome … “a coalition of two”'
    """
    if direct:
        return f"“{_join(_inner(piece.words) for piece in pieces)}”"
    return _join(_balance(_mark(piece)) for piece in pieces)


def _inner(words: str) -> str:
    """Return a piece of direct speech without the marks around it; marks within become single ones."""
    plain = _strip_enclosing(clean(words))
    return _drop_unpaired(plain).replace("“", "‘").replace("”", "’")


def _strip_enclosing(words: str) -> str:
    if words[:1] in ("“", '"', "«", "„", "‘") and _closes_at_end(words):
        return words[1:].rstrip('”"»’, ')
    return words.strip(_ALL) if sum(c in _ALL for c in words) == 1 else words


def _closes_at_end(words: str) -> bool:
    """Tell whether the mark that words begin with is closed by their last one, and not before."""
    inner = words[1:].rstrip(" ,.")
    return inner[-1:] in ("”", '"', "»", "’") and not any(c in _OPENING + '"' for c in inner[:-1])


def _mark(piece: Piece) -> str:
    words = clean(piece.words)
    if piece.is_quoted and not any(c in _ALL for c in words):
        return f"“{_EDGE.sub('', words)}”"
    return words


def _straight_to_curly(words: str) -> str:
    """Return words with straight double marks turned, first opening, then closing."""
    turned, is_open = [], False
    for c in words:
        if c == '"':
            is_open = not is_open
            c = "“" if is_open else "”"
        turned.append(c)
    return "".join(turned)


def _unpaired(words: str) -> tuple[list[int], list[int]]:
    """Return the offsets of opening marks that nothing closes, and of closing marks that nothing opens."""
    opened: list[int] = []
    closed: list[int] = []
    for offset, c in enumerate(words):
        if c in _OPENING:
            opened.append(offset)
        elif c in _CLOSING:
            opened.pop() if opened else closed.append(offset)
    return opened, closed


def _drop_unpaired(words: str) -> str:
    turned = _straight_to_curly(words)
    opened, closed = _unpaired(turned)
    lost = {*opened, *closed}
    return "".join(c for offset, c in enumerate(turned) if offset not in lost)


def _balance(words: str) -> str:
    """Return words whose last open mark is closed at their end; a closing mark that nothing opens is left out."""
    turned = _straight_to_curly(words)
    opened, closed = _unpaired(turned)
    kept = "".join(c for offset, c in enumerate(turned) if offset not in {*opened[:-1], *closed})
    return f"{_EDGE.sub('', kept)}{_PAIRS[turned[opened[-1]]]}" if opened else kept


def _join(pieces: Iterable[str]) -> str:
    """Join pieces: a comma goes on into a small letter, an ellipsis stands for anything else between."""
    joined = ""
    for words in pieces:
        if not joined:
            joined = words
        elif joined.endswith(",") and words[:1].islower():
            joined = f"{joined} {words}"
        else:
            joined = f"{_EDGE.sub('', joined)} … {words}"
    return _EDGE.sub("", joined).removesuffix(",”") + ("”" if joined.endswith(",”") else "")
