"""Cutting a parse into the stretches the encoder sees at once: whole sentences with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from dateline.extract.taggers.wordpiece import WordPieces
from dateline.language import Parse

LIMIT: Final = 192
"""Word pieces in a window at most, with the two that frame it."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens from `first_token` on, as numbered pieces; `firsts` says at which piece each token begins."""

    first_token: int
    pieces: tuple[int, ...]
    firsts: tuple[int, ...]


def cut_windows(parse: Parse, vocabulary: WordPieces, *, limit: int = LIMIT) -> list[Window]:
    """Return the windows of a parse, of about equal length, so that no sentence stands alone at an end.

    A sentence longer than `limit` is cut.
    """
    words = [vocabulary.split(text) for text in parse.columns.text]
    room = limit - 2
    stretches = [s for sentence in parse.sentences for s in _cut_long(sentence.first, sentence.last, words, room)]
    bounds = _balance([sum(len(words[i]) for i in range(*s)) for s in stretches], room)
    return [frame(words, stretches[a][0], stretches[b - 1][1], vocabulary) for a, b in pairwise(bounds)]


def _cut_long(first: int, last: int, words: Sequence[tuple[int, ...]], room: int) -> list[tuple[int, int]]:
    """Return a stretch of tokens whole, or in parts that fit."""
    parts: list[tuple[int, int]] = []
    length = 0
    for token in range(first, last):
        length += len(words[token])
        if length > room and token > first:
            parts.append((first, token))
            first, length = token, len(words[token])
    return [*parts, (first, last)]


def _balance(lengths: Sequence[int], room: int) -> list[int]:
    """Return where windows begin, and the end: as few as fit, each near the mean length."""
    total = sum(lengths)
    mean = total / max(1, -(-total // room))
    ends = list(accumulate(lengths))
    bounds = [0]
    begun = 0
    for index, end in enumerate(ends):
        after = ends[index + 1] if index + 1 < len(ends) else None
        if after is None or after - begun > room or abs(end - begun - mean) <= abs(after - begun - mean):
            bounds.append(index + 1)
            begun = end
    return bounds


def frame(words: Sequence[tuple[int, ...]], first: int, last: int, vocabulary: WordPieces) -> Window:
    """Return tokens `first` to the one before `last` as a window."""
    pieces = [vocabulary.begin]
    firsts = []
    for token in range(first, last):
        firsts.append(len(pieces))
        pieces.extend(words[token])
    return Window(first, (*pieces, vocabulary.end), tuple(firsts))
