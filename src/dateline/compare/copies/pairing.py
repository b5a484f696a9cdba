"""The sentences of a copy beside those of its original that they were made from, whatever order they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from dateline.compare.copies.prose import Prose

Stretch = tuple[int, int]
"""A sentence: its first word and the one after its last."""
_SAME = 0.5  # share of a sentence's pairs of words, or of its words where it stands in its place, that were left
MARK = 4
"""Words below which something between full stops is a heading, a caption or a mark and no sentence."""


def pair_sentences(copy: Prose, original: Prose) -> list[tuple[Stretch, Stretch | None]]:
    """Return each sentence of the copy with the original's that it was made from, None where it has none of its own."""
    theirs = list(original.iter_sentences())
    owners: dict[tuple[str, str], list[int]] = {}
    for number, (start, end) in enumerate(theirs):
        for pair in pairwise(original.words[start:end]):
            owners.setdefault(pair, []).append(number)
    found: list[tuple[Stretch, Stretch | None]] = []
    place = 0  # in the original, behind the sentence paired last
    for here in _iter_whole(copy):
        best = _find_by_pairs(copy.words[slice(*here)], owners)
        if best is None and place < len(theirs) and _are_alike(copy, here, original, theirs[place]):
            best = place
        place = place if best is None else best + 1
        found.append((here, None if best is None else theirs[best]))
    return found


def _iter_whole(prose: Prose) -> Iterator[Stretch]:
    return (stretch for stretch in prose.iter_sentences() if stretch[1] - stretch[0] >= MARK)


def _find_by_pairs(words: tuple[str, ...], owners: dict[tuple[str, str], list[int]]) -> int | None:
    """Return the sentence that shares most pairs of words, None where all together share too few.

    A sentence may have been split or joined; what counts is whether the original has its words, in whichever sentence.
    """
    held = [owners[pair] for pair in pairwise(words) if pair in owners]
    if len(held) < _SAME * (len(words) - 1):
        return None
    votes = Counter(number for numbers in held for number in numbers)
    return min(votes, key=lambda number: (-votes[number], number))


def _are_alike(copy: Prose, here: Stretch, original: Prose, there: Stretch) -> bool:
    mine, yours = Counter(copy.words[slice(*here)]), Counter(original.words[slice(*there)])
    return (mine & yours).total() >= _SAME * max(mine.total(), yours.total())
