"""Cutting a parse into the stretches the encoder sees at once: whole sentences with their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    """Return the windows of a parse; see `cut`."""
    words = [vocabulary.split(text) for text in parse.columns.text]
    sentences = [(sentence.first, sentence.last) for sentence in parse.sentences]
    stretches = cut([len(word) for word in words], sentences, limit=limit)
    return [frame(words, first, last, vocabulary) for first, last in stretches]


def cut(lengths: Sequence[int], sentences: Iterable[tuple[int, int]], *, limit: int = LIMIT) -> list[tuple[int, int]]:
    """Return the first token of each window and the one after its last, the windows of about equal length, so that no
    sentence stands alone at an end.

    `lengths` counts the pieces of each token. A sentence longer than `limit` is cut.
    """
    room = limit - 2
    stretches = [s for first, last in sentences for s in _cut_long(first, last, lengths, room)]
    bounds = _balance([sum(lengths[first:last]) for first, last in stretches], room)
    return [(stretches[a][0], stretches[b - 1][1]) for a, b in pairwise(bounds)]


def _cut_long(first: int, last: int, lengths: Sequence[int], room: int) -> list[tuple[int, int]]:
    """Return a stretch of tokens whole, or in parts that fit."""
    parts: list[tuple[int, int]] = []
    length = 0
    for token in range(first, last):
        length += lengths[token]
        if length > room and token > first:
            parts.append((first, token))
            first, length = token, lengths[token]
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
