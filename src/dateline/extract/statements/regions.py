"""Stretches of tokens within a sentence: from heads of subtrees to clean pieces of content."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dateline.language import Parse, Sentence, Token

Piece = tuple[int, int]
"""Tokens from the first up to, and not including, the second."""

_LEADING = frozenset({",", "that", "“", "”", '"', "``", "''", ":", ";", "-", "--", "—", "–", "‘", "’", "'"})
_NAMING = ("NOUN", "PROPN", "PRON")  # a single word of these can be a piece of its own: "Chad | to have left"
_TRAILING = frozenset({",", ";", ":", "-", "--", "—", "–", "“", '"', ".", "``"})


class Region:
    """A sentence as the place where a cue looks for its content."""

    __slots__ = ("_cues", "doc", "first", "last", "parse", "sentence")

    def __init__(self, parse: Parse, sentence: Sentence, cues: Collection[str]) -> None:
        self.parse = parse
        self.doc = parse.tokens
        self.sentence = sentence
        self.first, self.last = sentence.first, sentence.last
        self._cues = cues

    def is_cue(self, token: Token) -> bool:
        """Tell whether a verb is one of saying."""
        return token.lemma_.lower() in self._cues

    def subtrees(self, heads: Iterable[Token]) -> set[int]:
        """Return the tokens of the sentence that hang on `heads`."""
        return {t.i for head in heads for t in head.subtree if self.first <= t.i < self.last}

    def bounds(self, heads: Sequence[Token], *, after: int = -1) -> Piece:
        """Return the stretch from the first to the last token that hangs on `heads`, none at or before `after`."""
        inside = [i for i in self.subtrees(heads) if i > after]
        return (min(inside), max(inside) + 1) if inside else (heads[0].i, heads[0].i + 1)

    def trimmed(self, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        """Return the pieces without marks, commas and "that" at their ends; empty ones and stray words are dropped."""
        found = [piece for piece in (self._trim(*p) for p in pieces) if piece is not None]
        return tuple(p for p in found if p[1] - p[0] > 1 or len(found) == 1 or self.doc[p[0]].pos_ in _NAMING)

    def _trim(self, first: int, last: int) -> Piece | None:
        doc = self.doc
        while first < last and doc[first].lower_ in _LEADING:
            first += 1
        while first < last and (doc[last - 1].text in _TRAILING or doc[last - 1].dep_ == "cc"):
            last -= 1
        return (first, last) if first < last else None


def runs_of(numbers: Iterable[int]) -> list[Piece]:
    """Return token numbers as stretches of neighbours, in order."""
    runs: list[Piece] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1]:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs
