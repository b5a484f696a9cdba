"""The linear model: logistic regression over words and syntax, for every layer of labels.

Its weights are one table per group of layers, found by the key of a feature (see `features`); a judgement is
a sum of rows, and the rows that weigh most are its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from dateline.extract.taggers import labels
from dateline.extract.taggers.columns import read_columns
from dateline.extract.taggers.distributions import find_candidates, silence, softmax
from dateline.extract.taggers.features import span_blocks, word_blocks
from dateline.extract.taggers.judgement import Layers, Probabilities
from dateline.extract.taggers.lexicon import Lexicon
from dateline.extract.taggers.parties import LinearParties, Ways
from dateline.extract.taggers.weights import WeightTable
from dateline.language import Parse

WORD_LAYERS: Final = ("event", "status")
SPAN_LAYERS: Final = ("content", "voice", "position", "condition")


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that was seen, in words, and how far it spoke for the decision (in log odds)."""

    feature: str
    weight: float


class LinearTagger:
    """The stored linear model."""

    def __init__(self, path: Path, lexicon: Lexicon) -> None:
        """Read the weights; `lexicon` is what the frames know of words."""
        self._lexicon = lexicon
        with np.load(path, allow_pickle=False) as arrays:
            self._word = WeightTable.from_arrays(arrays, "word")
            self._span = WeightTable.from_arrays(arrays, "span")
            self._party = WeightTable.from_arrays(arrays, "party")

    def judge(self, parse: Parse) -> Layers:
        """Return the model's probabilities for a parse."""
        columns = read_columns(parse)
        triggers = find_candidates(parse)
        word = self._word.score(word_blocks(columns, self._lexicon, triggers), len(parse))
        span = self._span.score(span_blocks(columns, np.arange(len(parse))), len(parse))
        layers = dict(_split(word, WORD_LAYERS)) | dict(_split(span, SPAN_LAYERS))
        layers["event"] = silence(layers["event"], triggers)
        parties = LinearParties(parse, columns, Ways(columns), layers["event"], self._party)
        return Layers(**layers, parties=parties, dates=None)

    def explain(self, parse: Parse, token: int, label: str, *, layer: str = "event", top: int = 5) -> list[Reason]:
        """Return the features that spoke most for `label` at `token`, strongest first."""
        columns = read_columns(parse)
        group = WORD_LAYERS if layer in WORD_LAYERS else SPAN_LAYERS
        rows = np.array([token])
        blocks = word_blocks(columns, self._lexicon, rows) if group is WORD_LAYERS else span_blocks(columns, rows)
        table = self._word if group is WORD_LAYERS else self._span
        column = _offset(group, layer) + labels.LAYERS[layer].index(label)
        reasons = []
        for block in blocks:
            weights = table.weights[table.find(block.keys), column]
            for row, place in zip(*np.nonzero(weights > 0), strict=True):
                name = block.describe(columns, int(row), int(place))
                reasons.append(Reason(name, float(weights[row, place])))
        return sorted(reasons, key=lambda r: (-r.weight, r.feature))[:top]


def _offset(group: Sequence[str], layer: str) -> int:
    return sum(len(labels.LAYERS[name]) for name in group[: group.index(layer)])


def _split(scores: Probabilities, group: Sequence[str]) -> Iterator[tuple[str, Probabilities]]:
    for layer in group:
        first = _offset(group, layer)
        yield layer, softmax(scores[:, first : first + len(labels.LAYERS[layer])])
