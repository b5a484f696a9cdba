"""Reading a rule's pattern into the plain sequences it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.extract.times.words import split_words

_PIECE = re.compile(r"[\[\]()|]|[^\s\[\]()|]+")


class Element(NamedTuple):
    """One word of a sequence: a `word` in lower case, or a `symbol` whose find goes into the slot `name`."""

    name: str
    word: str | None
    symbol: str | None


Sequence = tuple[Element, ...]


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


def expand_pattern(pattern: str) -> list[Sequence]:
    """Return every sequence of elements a pattern stands for; raise PatternError when a bracket is missing."""
    pieces = _PIECE.findall(pattern)
    sequences, rest = _read_choice(pieces, 0)
    if rest < len(pieces):
        raise PatternError(f"{pieces[rest]!r} closes nothing in {pattern!r}")
    return list(dict.fromkeys(sequences))


def _read_choice(pieces: list[str], at: int) -> tuple[list[Sequence], int]:
    """Read alternatives up to a closing bracket or the end."""
    found, at = _read_sequence(pieces, at)
    while at < len(pieces) and pieces[at] == "|":
        more, at = _read_sequence(pieces, at + 1)
        found = found + more
    return found, at


def _read_sequence(pieces: list[str], at: int) -> tuple[list[Sequence], int]:
    sequences: list[Sequence] = [()]
    while at < len(pieces) and pieces[at] not in ")]|":
        if pieces[at] in "([":
            choices, closing = _read_choice(pieces, at + 1)
            if closing >= len(pieces) or pieces[closing] != {"(": ")", "[": "]"}[pieces[at]]:
                raise PatternError(f"{pieces[at]!r} is never closed")
            if pieces[at] == "[":
                choices = [*choices, ()]
            at = closing + 1
        else:
            choices, at = [tuple(_read_elements(pieces[at]))], at + 1
        sequences = [before + choice for before in sequences for choice in choices]
    return sequences, at


def _read_elements(piece: str) -> Iterator[Element]:
    """Read "the", "mid-", "MONTH" or "first:DAY"; a hyphen or apostrophe is an element of its own."""
    name, _, symbol = piece.rpartition(":")
    if symbol.isupper() and symbol.isalpha():
        yield Element(name or symbol.lower(), None, symbol)
        return
    for word in split_words(piece, 0, len(piece)).lower:
        yield Element("", word, None)
