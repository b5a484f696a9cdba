"""Prepared reports cut into windows and stacked for a network."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from layers import LAYERS
from prepared import Prepared
from torch import Tensor

from dateline.extract.taggers.windows import LIMIT, cut

BEGIN, END, MASK = 101, 102, 103  # the pieces that frame a window, and the one that hides others

Item = tuple[Prepared, int, int]
"""Reports and the first token of a window in them, and the one after its last."""


@dataclass(frozen=True)
class Batch:
    """Padded pieces with their mask, where the words begin, and what is known of them.

    `words` holds window and piece of each word, `candidates` whether it may be a trigger; `targets` has a column for each
    layer, `doubts` the second act and the shares of both. `pairs` holds trigger, mention (both as rows of `words`) and role;
    `dates` trigger, expression of time and whether it says when the event was.
    """

    pieces: Tensor
    mask: Tensor
    words: Tensor
    candidates: Tensor
    targets: Tensor
    doubts: Tensor
    pairs: Tensor
    dates: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the same on a device."""
        return Batch(*(getattr(self, field.name).to(device, non_blocking=True) for field in fields(self)))

    def target(self, layer: str) -> Tensor:
        """Return the labels of one layer."""
        return self.targets[:, list(LAYERS).index(layer)]


def iter_items(prepared: Prepared, *, anew: bool) -> Iterator[Item]:
    """Yield the windows of all reports: of a random size if `anew`, so that every pass shows the sentences in other
    company, and else as they are cut at run time."""
    for sentences in prepared.iter_sentences():
        origin = sentences[0][0]
        lengths = prepared.lengths[origin : sentences[-1][1]]
        own = [(first - origin, last - origin) for first, last in sentences]
        limit = random.randint(LIMIT // 2, LIMIT) if anew else LIMIT
        yield from ((prepared, first + origin, last + origin) for first, last in cut(lengths, own, limit=limit))


def iter_batches(sets: Sequence[Prepared], size: int) -> Iterator[Batch]:
    """Yield all windows once, cut anew, in random order, those of similar length together."""
    items = [item for prepared in sets for item in iter_items(prepared, anew=True)]
    items.sort(key=lambda item: _count_pieces(item) + random.random() * 30)
    groups = [items[first : first + size] for first in range(0, len(items), size)]
    random.shuffle(groups)
    yield from map(stack, groups)


def _count_pieces(item: Item) -> int:
    prepared, first, last = item
    return int(prepared.ends[last - 1] - (prepared.ends[first - 1] if first else 0)) + 2


def stack(items: Sequence[Item]) -> Batch:
    """Return windows as one batch."""
    width = max(map(_count_pieces, items))
    pieces = np.zeros((len(items), width), np.int64)
    mask = np.zeros_like(pieces)
    words, candidates, targets, doubts, pairs, dates = [], [], [], [], [], []
    row = 0
    for number, (prepared, first, last) in enumerate(items):
        begin = int(prepared.ends[first - 1]) if first else 0
        end = int(prepared.ends[last - 1])
        pieces[number, : end - begin + 2] = [BEGIN, *prepared.pieces[begin:end].tolist(), END]
        mask[number, : end - begin + 2] = 1
        starts = np.concatenate([[0], prepared.ends[first : last - 1] - begin]) + 1
        words.append(np.stack([np.full(last - first, number), starts], axis=1))
        candidates.append(prepared.candidates[first:last])
        targets.append(prepared.targets[:, first:last].T)
        doubts.append(prepared.doubts[first:last])
        pairs.append(_move(prepared.parties, first, last, row))
        dates.append(_move(prepared.dates, first, last, row))
        row += last - first
    arrays = [np.concatenate(parts).astype(np.int64) for parts in (words, candidates, targets, doubts, pairs, dates)]
    return Batch(*map(torch.from_numpy, [pieces, mask, *arrays]))


def _move(pairs: np.ndarray, first: int, last: int, row: int) -> np.ndarray:  # type: ignore[type-arg]
    """Return the pairs that stand in one window, counted in the words of the batch."""
    low, high = np.searchsorted(pairs[:, 0], [first, last])
    near = pairs[low:high]
    near = near[(near[:, 1] >= first) & (near[:, 1] < last)]
    return near + np.array([row - first, row - first, 0])
