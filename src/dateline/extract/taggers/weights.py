"""Weights by the key of a feature, as the linear model stores them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dateline.extract.taggers.columns import Hashes, Numbers
from dateline.extract.taggers.features import Block
from dateline.extract.taggers.judgement import Probabilities

_BITS: Final = 18  # of a key that choose its drawer: some seven drawers a key, so that few keys share one


class WeightTable:
    """Weights by feature key: `keys` ascending; `weights` has one row more than keys, all zeros, for the unknown."""

    def __init__(self, keys: Hashes, weights: Probabilities, bias: Probabilities) -> None:
        """Take the arrays as they are."""
        self.keys = keys
        self.weights = weights
        self.bias = bias

    @classmethod
    def from_arrays(cls, arrays: Any, group: str) -> WeightTable:
        """Return the table of a group of layers from the arrays of a stored model."""
        weights = arrays[f"{group}_weights"].astype(np.float32)
        return cls(
            arrays[f"{group}_keys"],
            np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)]),
            arrays[f"{group}_bias"].astype(np.float32),
        )

    def find(self, keys: Hashes) -> Numbers:
        """Return the row of each key; the last row where the key is unknown.

        Keys are hashes and lie evenly, so the first bits of one lead to its place at once; searching by halves took a
        quarter of the time of the tagger.
        """
        flat = keys.ravel()
        rows = np.full(len(flat), len(self.keys))
        drawer = (flat >> np.uint64(64 - _BITS)).view(np.int64)
        pending = np.flatnonzero(self._is_filled.take(drawer))
        wanted = flat.take(pending)
        place = self._begins.take(drawer.take(pending))
        for _ in range(self._fullest - 1):
            place += self.keys.take(place, mode="clip") < wanted
        same = self.keys.take(place, mode="clip") == wanted
        rows[pending[same]] = place[same]
        return rows.reshape(keys.shape)

    @cached_property
    def _begins(self) -> npt.NDArray[np.int32]:
        """Where the keys of each drawer begin, and the end."""
        least = np.arange(1 << _BITS, dtype=np.uint64) << np.uint64(64 - _BITS)
        return np.append(np.searchsorted(self.keys, least), len(self.keys)).astype(np.int32)

    @cached_property
    def _is_filled(self) -> npt.NDArray[np.bool_]:
        """Which drawers have a key."""
        return np.diff(self._begins) > 0

    @cached_property
    def _fullest(self) -> int:
        """How many keys stand in the drawer that has most."""
        return int(np.diff(self._begins).max())

    def score(self, blocks: Sequence[Block], size: int) -> Probabilities:
        """Return the sums of weights for every token number under `size`."""
        scores = np.tile(self.bias, (size, 1))
        for block in blocks:
            if (block.rows[1:] > block.rows[:-1]).all():  # no token twice
                scores[block.rows] += self.add_up(block.keys)
            else:
                np.add.at(scores, block.rows, self.add_up(block.keys))
        return scores

    def add_up(self, keys: Hashes) -> Probabilities:
        """Return the sums of the weights of `keys` along the first axis, added in that order.

        Row by row: all weights at once would not stay in the processor's memory.
        """
        sums = np.zeros((keys.shape[1], self.weights.shape[1]), np.float32)
        found = np.empty_like(sums)
        for rows in self.find(keys):
            sums += self.weights.take(rows, axis=0, out=found, mode="clip")  # checked, it would be copied once more
        return sums
