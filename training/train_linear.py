"""Make models/linear.npz again: logistic regression per layer, all layers of a group in one table of weights.

usage: train_linear.py --gold ../shared/gold/train [--out FILE] [--limit N]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from gold import UNJUDGED, Example, load_examples
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dateline.extract.taggers import labels
from dateline.extract.taggers.columns import Columns, read_columns
from dateline.extract.taggers.features import Block, span_blocks, word_blocks
from dateline.extract.taggers.linear import SPAN_LAYERS, WORD_LAYERS, find_candidates
from dateline.extract.taggers.taggers import MODELS

STRENGTH = {"event": 2.0, "status": 1.0, "content": 0.3, "voice": 0.5, "position": 0.3, "condition": 0.3}
"""The inverse of the regularisation of each layer."""

LEAST = 0.06  # weights below it in every class are dropped
RARE = {"word": 1, "span": 3}  # a feature seen in fewer places is left out

Floats = npt.NDArray[np.float32]
Read = Callable[[Columns, npt.NDArray[np.int64]], list[Block]]


def train(examples: Sequence[Example]) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays of the stored model."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for group, layers, read in (("word", WORD_LAYERS, word_blocks), ("span", SPAN_LAYERS, span_blocks)):
        rows = [_rows(example, group) for example in examples]
        keys, matrix = build_matrix(examples, rows, read, rare=RARE[group])
        fitted = [
            fit_layer(matrix, np.concatenate([e.targets[layer][r] for e, r in zip(examples, rows, strict=True)]), layer)
            for layer in layers
        ]
        weights = np.hstack([weight for weight, _ in fitted])
        kept = np.abs(weights).max(axis=1) >= LEAST
        arrays[f"{group}_keys"] = keys[kept]
        arrays[f"{group}_weights"] = weights[kept].astype(np.float16)
        arrays[f"{group}_bias"] = np.concatenate([bias for _, bias in fitted]).astype(np.float32)
    return arrays


def _rows(example: Example, group: str) -> npt.NDArray[np.int64]:
    return find_candidates(example.parse) if group == "word" else np.arange(len(example.parse))


def build_matrix(
    examples: Sequence[Example], rows: Sequence[npt.NDArray[np.int64]], read: Read, *, rare: int
) -> tuple[npt.NDArray[np.uint64], csr_matrix]:
    """Return the keys seen often enough, ascending, and which token has which of them."""
    token_parts, key_parts = [], []
    first = 0
    for example, wanted in zip(examples, rows, strict=True):
        number = np.full(len(example.parse), -1)
        number[wanted] = first + np.arange(len(wanted))
        first += len(wanted)
        for block in read(read_columns(example.parse), wanted):
            token, key = np.broadcast_to(number[block.rows], block.keys.shape).ravel(), block.keys.ravel()
            token_parts.append(token[key != 0])
            key_parts.append(key[key != 0])
    token, key = np.concatenate(token_parts), np.concatenate(key_parts)
    keys, column, count = np.unique(key, return_inverse=True, return_counts=True)
    often = count > rare
    kept = often[column]
    column = (np.cumsum(often) - 1)[column[kept]]
    ones = np.ones(kept.sum(), dtype=np.float32)
    return keys[often], csr_matrix((ones, (token[kept], column)), shape=(first, int(often.sum())))


def fit_layer(matrix: csr_matrix, target: npt.NDArray[np.int64], layer: str) -> tuple[Floats, Floats]:
    """Return weights (features by labels) and biases; a label without examples gets a bias that rules it out."""
    judged = target != UNJUDGED
    model = LogisticRegression(C=STRENGTH[layer], max_iter=300, tol=1e-3)
    model.fit(matrix[judged], target[judged])
    size = len(labels.LAYERS[layer])
    weights = np.zeros((matrix.shape[1], size), dtype=np.float32)
    bias = np.full(size, -30.0, dtype=np.float32)
    if len(model.classes_) == 2:  # one column, for the second class
        weights[:, model.classes_[1]], bias[model.classes_] = model.coef_[0], [0.0, model.intercept_[0]]
    else:
        weights[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return weights, bias


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of annotated reports to learn from")
    parser.add_argument("--out", type=Path, default=MODELS / "linear.npz")
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    arrays = train(load_examples(options.gold, limit=options.limit))
    np.savez_compressed(options.out, **arrays)
    sizes = {name: array.shape for name, array in arrays.items()}
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {sizes}")


if __name__ == "__main__":
    main()
