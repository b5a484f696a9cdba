"""The linear model: logistic regression over words and syntax, for every layer of labels.

Its weights are one table per group of layers, found by the key of a feature (see `features`); a judgement is
a sum of rows, and the rows that weigh most are its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from dateline.extract.taggers import labels
from dateline.extract.taggers.columns import Hashes, Numbers, read_columns
from dateline.extract.taggers.features import Block, span_blocks, word_blocks
from dateline.extract.taggers.judgement import Layers, Probabilities
from dateline.language import Parse

WORD_LAYERS: Final = ("event", "status")
SPAN_LAYERS: Final = ("content", "voice", "position", "condition")


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


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that was seen, in words, and how far it spoke for the decision (in log odds)."""

    feature: str
    weight: float


class LinearTagger:
    """The stored linear model."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as arrays:
            self._word = WeightTable.from_arrays(arrays, "word")
            self._span = WeightTable.from_arrays(arrays, "span")

    def judge(self, parse: Parse) -> Layers:
        """Return the model's probabilities for a parse."""
        columns = read_columns(parse)
        triggers = find_candidates(parse)
        word = self._word.score(word_blocks(columns, triggers), len(parse))
        span = self._span.score(span_blocks(columns, np.arange(len(parse))), len(parse))
        layers = dict(_split(word, WORD_LAYERS)) | dict(_split(span, SPAN_LAYERS))
        layers["event"] = silence(layers["event"], triggers)
        return Layers(**layers, parties=score_nothing)

    def explain(self, parse: Parse, token: int, label: str, *, layer: str = "event", top: int = 5) -> list[Reason]:
        """Return the features that spoke most for `label` at `token`, strongest first."""
        columns = read_columns(parse)
        group = WORD_LAYERS if layer in WORD_LAYERS else SPAN_LAYERS
        table, read = (self._word, word_blocks) if group is WORD_LAYERS else (self._span, span_blocks)
        column = _offset(group, layer) + labels.LAYERS[layer].index(label)
        reasons = []
        for block in read(columns, np.array([token])):
            weights = table.weights[table.find(block.keys), column]
            for row, place in zip(*np.nonzero(weights > 0), strict=True):
                name = block.describe(parse, columns, int(row), int(place))
                reasons.append(Reason(name, float(weights[row, place])))
        return sorted(reasons, key=lambda r: (-r.weight, r.feature))[:top]


def find_candidates(parse: Parse) -> Numbers:
    """Return the numbers of the words that can carry an event."""
    return np.array([t.i for t in parse.doc if t.pos_ in labels.TRIGGER_TAGS], dtype=np.int64)


def silence(event: Probabilities, candidates: Numbers) -> Probabilities:
    """Make O certain at every token but the candidates."""
    silent = np.zeros_like(event)
    silent[:, 0] = 1
    silent[candidates] = event[candidates]
    return silent


def score_nothing(trigger: int, mentions: Sequence[int]) -> Probabilities:
    """Know nothing of parties: every mention is certain to play no role."""
    return np.tile(np.array([1, 0, 0], dtype=np.float32), (len(mentions), 1))


def softmax(scores: npt.NDArray[np.float32]) -> Probabilities:
    """Return probabilities along the last axis."""
    raised: Probabilities = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def _offset(group: Sequence[str], layer: str) -> int:
    return sum(len(labels.LAYERS[name]) for name in group[: group.index(layer)])


def _split(scores: Probabilities, group: Sequence[str]) -> Iterator[tuple[str, Probabilities]]:
    for layer in group:
        first = _offset(group, layer)
        yield layer, softmax(scores[:, first : first + len(labels.LAYERS[layer])])
