"""What both models do with their scores: make probabilities of them, where there is anything to judge."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dateline.extract.taggers import labels
from dateline.extract.taggers.judgement import Probabilities
from dateline.language import Parse


def softmax(scores: npt.NDArray[np.float32]) -> Probabilities:
    """Return probabilities along the last axis."""
    raised: Probabilities = np.exp(scores - scores.max(axis=-1, keepdims=True))
    raised /= raised.sum(axis=-1, keepdims=True)
    return raised


def find_candidates(parse: Parse) -> npt.NDArray[np.int64]:
    """Return the numbers of the words that can carry an event."""
    return np.array([i for i, pos in enumerate(parse.columns.pos) if pos in labels.TRIGGER_TAGS], dtype=np.int64)


def silence(event: Probabilities, candidates: npt.NDArray[np.int64]) -> Probabilities:
    """Make O certain at every token but the candidates."""
    silent = np.zeros_like(event)
    silent[:, 0] = 1
    silent[candidates] = event[candidates]
    return silent
