"""Annotated reports cut into windows and stacked for the network."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from gold import LAYERS, Example, Pairs
from torch import Tensor

from dateline.extract.taggers.windows import LIMIT, Window, cut_windows, frame
from dateline.extract.taggers.wordpiece import WordPieces

Item = tuple[Example, Window]


@dataclass(frozen=True)
class Batch:
    """Padded pieces with their mask, where the words begin, and what is known of them.

    `words` holds window and piece of each word; `pairs` holds trigger, mention (both as rows of `words`)
    and role; `dates` holds trigger, expression of time and whether it says when the event was.
    """

    pieces: Tensor
    mask: Tensor
    words: Tensor
    targets: dict[str, Tensor]
    pairs: Tensor
    dates: Tensor


def cut_anew(example: Example, vocabulary: WordPieces) -> list[Window]:
    """Return windows of a random size, so that every pass shows the sentences in other company."""
    return cut_windows(example.parse, vocabulary, limit=random.randint(LIMIT // 2, LIMIT))


def cut_sentences(example: Example, vocabulary: WordPieces) -> list[Window]:
    """Return every sentence as a window of its own."""
    words = [vocabulary.split(token.text) for token in example.parse.tokens]
    return [frame(words, s.first, s.last, vocabulary) for s in example.parse.sentences]


def iter_batches(
    examples: Sequence[Example], vocabulary: WordPieces, size: int, *, single: bool = False
) -> Iterator[Batch]:
    """Yield all windows once, in random order, those of similar length together."""
    cut = cut_sentences if single else cut_anew
    items = [(example, window) for example in examples for window in cut(example, vocabulary)]
    items.sort(key=lambda item: len(item[1].pieces) + random.random() * 30)
    groups = [items[first : first + size] for first in range(0, len(items), size)]
    random.shuffle(groups)
    yield from map(stack, groups)


def stack(items: Sequence[Item]) -> Batch:
    """Return the windows as one batch."""
    width = max(len(window.pieces) for _, window in items)
    pieces = torch.zeros(len(items), width, dtype=torch.long)
    mask = torch.zeros_like(pieces)
    for row, (_, window) in enumerate(items):
        pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        mask[row, : len(window.pieces)] = 1
    words = [(row, place) for row, (_, window) in enumerate(items) for place in window.firsts]
    targets = {
        layer: torch.from_numpy(np.concatenate([_part(e.targets[layer], w) for e, w in items])) for layer in LAYERS
    }
    parties, dates = (
        torch.tensor(list(_iter_pairs(items, kind)), dtype=torch.long).reshape(-1, 3) for kind in ("parties", "dates")
    )
    return Batch(pieces, mask, torch.tensor(words), targets, parties, dates)


def _part(target: np.ndarray, window: Window) -> np.ndarray:  # type: ignore[type-arg]
    return target[window.first_token : window.first_token + len(window.firsts)]


def _iter_pairs(items: Sequence[Item], kind: str) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of trigger and word that stand in one window, with what the word is to the trigger."""
    row = 0
    for example, window in items:
        tokens = range(window.first_token, window.first_token + len(window.firsts))
        pairs: Sequence[Pairs] = getattr(example, kind)
        for some in pairs:
            for word, role in zip(some.words, some.roles, strict=True):
                if some.trigger in tokens and word in tokens:
                    yield row + some.trigger - tokens[0], row + word - tokens[0], role
        row += len(tokens)
