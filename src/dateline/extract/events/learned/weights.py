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
        self._weights = weights
        self._rows: dict[int, int] = {key: row for row, key in enumerate(keys)}

    def score(self, features: Sequence[str]) -> Floats:
        """Return the sum of the weights of `features`, one number per class."""
        rows, crc = self._rows, zlib.crc32
        found = [row for feature in features if (row := rows.get(crc(feature.encode()))) is not None]
        total: Floats = self.bias + self._weights[found].sum(axis=0)
        return total


def softmax(scores: Floats) -> Floats:
    """Return probabilities for scores, class by class."""
    shifted = np.exp(scores - scores.max())
    return np.asarray(shifted / shifted.sum(), dtype=np.float32)


@lru_cache(maxsize=4)
def load_weights(name: str) -> FeatureWeights:
    """Open a stored model once: `parties` or `dates`."""
    return FeatureWeights(Path(__file__).parent / "models" / f"{name}.npz")
