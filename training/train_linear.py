"""Make models/linear.npz again: logistic regression per layer, all layers of a group in one table of weights.

usage: train_linear.py --gold ../shared/gold/train reports [--judged judged.npz] [--out FILE] [--limit N]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from gold import Example, load_examples
from layers import UNJUDGED
from plain import load_judged
from prepared import CERTAIN, Prepared
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dateline.extract.taggers import labels
from dateline.extract.taggers.columns import Columns, read_columns
from dateline.extract.taggers.distributions import find_candidates
from dateline.extract.taggers.features import Block, span_blocks, word_blocks
from dateline.extract.taggers.lexicon import load_lexicon
from dateline.extract.taggers.linear import SPAN_LAYERS, WORD_LAYERS
from dateline.extract.taggers.parties import Ways, hash_pairs
from dateline.extract.taggers.taggers import MODELS

STRENGTH = {"event": 2.0, "status": 1.0, "content": 0.3, "voice": 0.5, "position": 0.3, "condition": 0.3, "party": 0.5}
"""The inverse of the regularisation of each layer."""

LEAST = 0.06  # weights below it in every class are dropped
RARE = {"word": 1, "span": 3, "party": 1}  # a feature seen in fewer places is left out

Floats = npt.NDArray[np.float32]
Read = Callable[[Columns, npt.NDArray[np.int64]], list[Block]]


def train(examples: Sequence[Example]) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays of the stored model."""
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    lexicon = load_lexicon()
    read_words: Read = lambda columns, rows: word_blocks(columns, lexicon, rows)  # noqa: E731
    for group, layers, read in (("word", WORD_LAYERS, read_words), ("span", SPAN_LAYERS, span_blocks)):
        rows = [_rows(example, group) for example in examples]
        keys, matrix = build_matrix(_read_tokens(examples, rows, read), rare=RARE[group])
        doubts = np.concatenate([_doubts(e)[r] for e, r in zip(examples, rows, strict=True)])
        targets = {
            layer: np.concatenate([e.targets[layer][r] for e, r in zip(examples, rows, strict=True)])
            for layer in layers
        }
        fitted = [
            fit_layer(matrix, target, layer, doubts if layer == "event" else None) for layer, target in targets.items()
        ]
        arrays |= _store(group, keys, fitted)
    keys, matrix = build_matrix(_read_pairs(examples), rare=RARE["party"])
    roles = np.array([role for e in examples for party in e.parties for role in party.roles])
    return arrays | _store("party", keys, [fit_layer(matrix, roles, "party")])


def _store(
    group: str, keys: npt.NDArray[np.uint64], fitted: Sequence[tuple[Floats, Floats]]
) -> dict[str, npt.NDArray[np.generic]]:
    weights = np.hstack([weight for weight, _ in fitted])
    kept = np.abs(weights).max(axis=1) >= LEAST
    return {
        f"{group}_keys": keys[kept],
        f"{group}_weights": weights[kept].astype(np.float16),
        f"{group}_bias": np.concatenate([bias for _, bias in fitted]).astype(np.float32),
    }


def _doubts(example: Example) -> npt.NDArray[np.uint8]:
    if example.doubts is None:
        return np.tile(np.array([0, CERTAIN, 0], np.uint8), (len(example.parse), 1))
    return example.doubts


def _rows(example: Example, group: str) -> npt.NDArray[np.int64]:
    return find_candidates(example.parse) if group == "word" else np.arange(len(example.parse))


def _read_tokens(
    examples: Sequence[Example], rows: Sequence[npt.NDArray[np.int64]], read: Read
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]]:
    """Yield, for stretches of features, which of all wanted tokens they belong to, and their keys."""
    first = 0
    for example, wanted in zip(examples, rows, strict=True):
        number = np.full(len(example.parse), -1)
        number[wanted] = first + np.arange(len(wanted))
        first += len(wanted)
        for block in read(read_columns(example.parse), wanted):
            yield number[block.rows], block.keys


def _read_pairs(examples: Sequence[Example]) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]]:
    """Yield the same for triggers and mentions; the type is the annotated one."""
    first = 0
    for example in examples:
        columns = read_columns(example.parse)
        ways = Ways(columns)
        for party in example.parties:
            type_number = int(example.targets["event"][party.trigger])
            keys = hash_pairs(example.parse, columns, ways, party.trigger, party.words, type_number)
            yield first + np.arange(len(party.words)), keys
            first += len(party.words)


def build_matrix(
    parts: Iterable[tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]], *, rare: int
) -> tuple[npt.NDArray[np.uint64], csr_matrix]:
    """Return the keys seen in more than `rare` places, ascending, and which row has which of them."""
    row_parts, key_parts = [], []
    for rows, keys in parts:
        row_parts.append(np.broadcast_to(rows, keys.shape)[keys != 0])
        key_parts.append(keys[keys != 0])
    row, key = np.concatenate(row_parts), np.concatenate(key_parts)
    found, column, count = np.unique(key, return_inverse=True, return_counts=True)
    often = count > rare
    kept = often[column]
    column = (np.cumsum(often) - 1)[column[kept]]
    ones = np.ones(int(kept.sum()), dtype=np.float32)
    return found[often], csr_matrix((ones, (row[kept], column)), shape=(int(row.max()) + 1, int(often.sum())))


def fit_layer(
    matrix: csr_matrix, target: npt.NDArray[np.int64], layer: str, doubts: npt.NDArray[np.uint8] | None = None
) -> tuple[Floats, Floats]:
    """Return weights (features by labels) and biases; a label without examples gets a bias that rules it out.

    Where `doubts` leave something to a second label, the place is learned from twice, each time by its share.
    """
    judged = target != UNJUDGED
    size = len(labels.LAYERS.get(layer, labels.ROLES))
    weights = np.zeros((matrix.shape[1], size), dtype=np.float32)
    bias = np.full(size, -30.0, dtype=np.float32)
    found = np.unique(target[judged])
    if len(found) < 2:  # so few reports that there is nothing to tell apart
        bias[found] = 0.0
        return weights, bias
    model = LogisticRegression(C=STRENGTH[layer], max_iter=300, tol=1e-3)
    rows, learned, weight = _spread(target, judged, doubts)
    model.fit(matrix[rows], learned, sample_weight=weight)
    if len(model.classes_) == 2:  # one column, for the second class
        weights[:, model.classes_[1]], bias[model.classes_] = model.coef_[0], [0.0, model.intercept_[0]]
    else:
        weights[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return weights, bias


def _spread(
    target: npt.NDArray[np.int64], judged: npt.NDArray[np.bool_], doubts: npt.NDArray[np.uint8] | None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], Floats | None]:
    """Return the rows to learn from with their labels and weights."""
    rows = judged.nonzero()[0]
    if doubts is None:
        return rows, target[rows], None
    second = rows[doubts[rows, 2] > 0]
    weights = np.concatenate([doubts[rows, 1], doubts[second, 2]]).astype(np.float32) / CERTAIN
    return np.concatenate([rows, second]), np.concatenate([target[rows], doubts[second, 0]]), weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of annotated reports to learn from"
    )
    parser.add_argument(
        "--judged", type=Path, nargs="*", default=[], help="reports that teachers judged (see ask_teachers.py)"
    )
    parser.add_argument("--out", type=Path, default=MODELS / "linear.npz")
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    examples = load_examples(options.gold, limit=options.limit)
    for path in options.judged:
        examples += load_judged(Prepared.load(path))
    arrays = train(examples)
    np.savez_compressed(options.out, **arrays)
    sizes = {name: array.shape for name, array in arrays.items()}
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.1f} MB, {sizes}")


if __name__ == "__main__":
    main()
