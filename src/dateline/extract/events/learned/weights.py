"""A table of weights by feature name, as logistic regression leaves them."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def hash_features(features: Iterable[str]) -> list[int]:
    """Return the keys of features: the CRC-32 of each name, the same on every machine."""
    return [zlib.crc32(feature.encode()) for feature in features]


class FeatureWeights:
    """Weights of features, one column per class; a feature unknown to the model weighs nothing."""

    def __init__(self, path: Path) -> None:
        with np.load(path) as arrays:
            keys = arrays["keys"].tolist()
            weights = arrays["weights"].astype(np.float32)
            self.bias: Floats = arrays["bias"].astype(np.float32)
        self._weights = np.vstack([weights, np.zeros((1, weights.shape[1]), np.float32)])  # the last: unknown
        self._rows: dict[int, int] = {key: row for row, key in enumerate(keys)}

    def score(self, candidates: Sequence[Sequence[str]]) -> Floats:
        """Return the sums of the weights of each candidate's features, a row a candidate, a column a class.

        All at once: one after the other, each would cost more in calls than in sums. Shorter lists are filled up with
        the unknown, which weighs nothing.
        """
        rows, crc = self._rows, zlib.crc32
        found = [[row for f in features if (row := rows.get(crc(f.encode()))) is not None] for features in candidates]
        most = max(map(len, found), default=0)
        unknown = len(self._weights) - 1
        table = np.array([row + [unknown] * (most - len(row)) for row in found], dtype=np.int64)
        total: Floats = self.bias + self._weights.take(table.reshape(len(found), most), axis=0).sum(axis=1)
        return total


def softmax(scores: Floats) -> Floats:
    """Return probabilities for scores, class by class along the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=4)
def load_weights(name: str) -> FeatureWeights:
    """Open a stored model once: `parties` or `dates`."""
    return FeatureWeights(Path(__file__).parent / "models" / f"{name}.npz")
