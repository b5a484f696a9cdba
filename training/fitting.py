"""Logistic regression over named features, and the model it leaves."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

Floats = npt.NDArray[np.float32]
LEAST = 0.02  # weights below it in every class are dropped


def hash_row(features: Iterable[str]) -> list[int]:
    """Return the keys of features, as `dateline.extract.events.learned.weights` makes them."""
    return [zlib.crc32(feature.encode()) for feature in features]


@dataclass(frozen=True)
class Model:
    """Weights by key, one per class, and the biases."""

    rows: dict[int, Floats]
    bias: Floats

    def score(self, keys: Sequence[int]) -> Floats:
        """Return the sums of the weights of keys."""
        total = self.bias.copy()
        for key in keys:
            if key in self.rows:
                total += self.rows[key]
        return total

    def save(self, path: Path) -> None:
        """Write the model to `path`, keys ascending."""
        path.parent.mkdir(parents=True, exist_ok=True)
        keys = sorted(self.rows)
        weights = np.array([self.rows[key] for key in keys], dtype=np.float16)
        np.savez_compressed(path, keys=np.array(keys, dtype=np.uint32), weights=weights, bias=self.bias)


def fit(rows: Sequence[Sequence[int]], labels: Sequence[int], *, strength: float, rare: int) -> Model:
    """Return a model of rows of keys; a key seen in `rare` rows or fewer is left out."""
    counts = Counter(key for row in rows for key in set(row))
    keys = sorted(key for key, count in counts.items() if count > rare)
    place = {key: i for i, key in enumerate(keys)}
    index = [(r, place[k]) for r, row in enumerate(rows) for k in set(row) if k in place]
    row, column = zip(*index, strict=True)
    matrix = csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(len(rows), len(keys)))
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-3).fit(matrix, labels)
    if len(model.classes_) == 2:
        weights = np.vstack([-model.coef_[0], model.coef_[0]]).T / 2
        bias = np.array([-model.intercept_[0], model.intercept_[0]]) / 2
    else:
        weights, bias = model.coef_.T, model.intercept_
    kept = {key: weights[i].astype(np.float32) for i, key in enumerate(keys) if np.abs(weights[i]).max() >= LEAST}
    return Model(kept, bias.astype(np.float32))
