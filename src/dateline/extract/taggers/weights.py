"""Weights by the key of a feature, as the linear model stores them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.extract.taggers.columns import Hashes, Numbers
from dateline.extract.taggers.features import Block
from dateline.extract.taggers.judgement import Probabilities


@dataclass(frozen=True, slots=True)
class WeightTable:
    """Weights by feature key: `keys` ascending; `weights` has one row more than keys, all zeros, for the unknown."""

    keys: Hashes
    weights: Probabilities
    bias: Probabilities

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
        """Return the row of each key; the last row where the key is unknown."""
        place = np.searchsorted(self.keys, keys)
        known = self.keys[np.minimum(place, len(self.keys) - 1)] == keys
        return np.where(known, place, len(self.keys))

    def score(self, blocks: Sequence[Block], size: int) -> Probabilities:
        """Return the sums of weights for every token number under `size`."""
        scores = np.tile(self.bias, (size, 1))
        for block in blocks:
            found = self.weights[self.find(block.keys)].sum(axis=0)
            np.add.at(scores, block.rows, found)
        return scores
