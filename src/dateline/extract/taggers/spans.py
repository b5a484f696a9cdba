"""From begin-inside-outside probabilities to spans: the best legal path (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.extract.taggers import labels
from dateline.extract.taggers.judgement import Probabilities

_LEAST = 1e-6  # keeps logarithms finite


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """Tokens `first` to the one before `last`.

    `kind` is "" in layers without kinds; `score` is the mean probability of the tags chosen.
    """

    first: int
    last: int
    kind: str
    score: float


def decode_spans(probabilities: Probabilities, layer: str, *, lean: float = 0.0) -> list[TaggedSpan]:
    """Return the spans of the likeliest legal tagging, in order.

    `lean` is added to the log probability of every tag inside a span: above 0 finds more and longer spans,
    below 0 fewer. The columns are those of `labels.LAYERS[layer]`.
    """
    tags = labels.LAYERS[layer]
    if not len(probabilities):
        return []
    scores = np.log(np.maximum(probabilities, _LEAST))
    scores[:, 1:] += lean
    return list(_collect(_best_path(scores, _legal(tags)), tags, probabilities))


def _legal(tags: Sequence[str]) -> npt.NDArray[np.float32]:
    """Return 0 where one tag may follow another, minus infinity where not: I follows only B or I of its kind."""
    steps = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for column, tag in enumerate(tags):
        if tag[0] == "I":
            fits = [other[0] in "BI" and other[1:] == tag[1:] for other in tags]
            steps[:, column] = np.where(fits, 0, -np.inf)
    return steps


def _best_path(scores: npt.NDArray[np.float32], steps: npt.NDArray[np.float32]) -> list[int]:
    best = scores[0] + steps[0]  # the text begins as if after O
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for row in range(1, len(scores)):
        reach = best[:, None] + steps
        came_from[row] = reach.argmax(axis=0)
        best = reach.max(axis=0) + scores[row]
    path = [int(best.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(came_from[row, path[-1]]))
    return path[::-1]


def _collect(path: Sequence[int], tags: Sequence[str], probabilities: Probabilities) -> list[TaggedSpan]:
    spans: list[TaggedSpan] = []
    first = 0
    for end in range(1, len(path) + 1):
        if end < len(path) and tags[path[end]][0] == "I":
            continue
        tag = tags[path[first]]
        if tag != labels.OUTSIDE:
            picked = probabilities[np.arange(first, end), path[first:end]]
            spans.append(TaggedSpan(first, end, tag[2:], float(picked.mean())))
        first = end
    return spans
