"""The encoder: a small transformer that reads whole windows of a report and judges every layer in one pass.

Windows go through one at a time and without padding. On one core that is as fast as any batch, and what a
report is given never depends on what is read beside it; the stored model's scales are fixed for the same end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime

from dateline.extract.taggers import labels
from dateline.extract.taggers.distributions import find_candidates, silence, softmax
from dateline.extract.taggers.judgement import Layers, Probabilities
from dateline.extract.taggers.windows import Window, cut_windows
from dateline.extract.taggers.wordpiece import WordPieces
from dateline.language import Parse

RANK: Final = 64
"""Numbers per token, role and side that the parties are compared by."""

PAIRED: Final = ("actor", "recipient", "date")
"""What a word can be to a trigger, each by a projection of its own."""

_SIDES: Final = 2 * len(PAIRED) * RANK
_COLUMNS: Final = sum(map(len, labels.LAYERS.values())) + _SIDES


class Encoder:
    """The stored encoder, on one thread."""

    def __init__(self, model: Path, vocabulary: Path) -> None:
        """Open the model and read its vocabulary."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._vocabulary = WordPieces(vocabulary)

    def judge(self, parse: Parse) -> Layers:
        """Return the encoder's probabilities for a parse."""
        windows = cut_windows(parse, self._vocabulary)
        parts = [self._score(window) for window in windows]
        scores = np.vstack([np.zeros((0, _COLUMNS), np.float32), *parts])
        layers: dict[str, Probabilities] = {}
        first = 0
        for layer, tags in labels.LAYERS.items():
            layers[layer] = softmax(scores[:, first : first + len(tags)])
            first += len(tags)
        layers["event"] = silence(layers["event"], find_candidates(parse))
        pairs = ProjectedPairs(*np.hsplit(scores[:, first:], 2))
        return Layers(**layers, parties=EncodedParties(pairs), dates=EncodedDates(pairs))

    def _score(self, window: Window) -> Probabilities:
        """Return one row for each token of a window."""
        feed = {
            "pieces": np.array([window.pieces], dtype=np.int64),
            "places": np.array(window.firsts, dtype=np.int64),
        }
        scores: Probabilities = self._session.run(None, feed)[0]
        return scores


@dataclass(frozen=True, slots=True)
class ProjectedPairs:
    """Scores pairs by the product of a trigger's projection and a word's, one for each of `PAIRED`."""

    triggers: Probabilities
    words: Probabilities

    def score(self, trigger: int, words: Sequence[int]) -> Probabilities:
        """Return one row per word, one score per entry of `PAIRED`."""
        left = self.triggers[trigger].reshape(1, -1, RANK)
        right = self.words[np.array(words, dtype=np.int64)].reshape(len(words), -1, RANK)
        scores: Probabilities = (left * right).sum(axis=-1) / np.sqrt(np.float32(RANK))
        return scores


@dataclass(frozen=True, slots=True)
class EncodedParties:
    """The parties by projected pairs."""

    pairs: ProjectedPairs

    def __call__(self, trigger: int, mentions: Sequence[int]) -> Probabilities:
        """Return none, actor and recipient for each mention; see `judgement.PartyScorer`."""
        scores = self.pairs.score(trigger, mentions)[:, :2]
        return softmax(np.hstack([np.zeros((len(mentions), 1), np.float32), scores]))


@dataclass(frozen=True, slots=True)
class EncodedDates:
    """The dates by projected pairs."""

    pairs: ProjectedPairs

    def __call__(self, trigger: int, times: Sequence[int]) -> Probabilities:
        """Return how likely each expression of time is to say when the event was; see `judgement.DateScorer`."""
        scores: Probabilities = self.pairs.score(trigger, times)[:, 2]
        return softmax(np.stack([np.zeros_like(scores), scores], axis=1))[:, 1]
