"""The learned reader of positions: how sure it is that words are the content of a stand, and of which kind.

What the rules and it say is weighed in log odds, as for statements; the weights were fitted on annotated reports,
each judged by a model that had not seen it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from dateline.extract.statements.second_reader import log_odds
from dateline.extract.taggers import Judgement, labels
from dateline.model import PositionKind


@dataclass(frozen=True, slots=True)
class Weights:
    """What the evidence for a position counts: the rule's trust, and the belief in its kind."""

    base: float
    trust: float
    kind: float


FAST = Weights(base=1.5, trust=0.75, kind=0.25)
CAREFUL = Weights(base=1.5, trust=0.5, kind=0.5)
UNAIDED = Weights(base=0.3, trust=1.0, kind=0.0)
"""For a report that no tagger has judged: the rules' own trust decides."""


class SecondReader:
    """What the taggers think of the positions of one report."""

    def __init__(self, judgement: Judgement | None, size: int) -> None:
        self._judgement, self._size = judgement, size
        self._sums: dict[PositionKind, npt.NDArray[np.float64]] = {}
        self.weights = UNAIDED if judgement is None else FAST if judgement.encoder is None else CAREFUL

    def belief(self, first: int, last: int, kind: PositionKind) -> float:
        """Return the mean log odds that tokens `first` to `last` are the content of a stand of that kind."""
        sums = self._sums.get(kind)
        if sums is None:  # most reports take stands of a kind or two
            sums = self._sums[kind] = self._add_up(kind)
        return float((sums[last] - sums[first]) / max(last - first, 1))

    def _add_up(self, kind: PositionKind) -> npt.NDArray[np.float64]:
        """Return the sums of the log odds of a kind up to each token."""
        if self._judgement is None:
            return np.zeros(self._size + 1)
        begin = labels.POSITIONS.index(f"B-{kind.value}")
        odds = log_odds(self._judgement.position[:, begin] + self._judgement.position[:, begin + 1])
        return np.concatenate([[0.0], np.cumsum(odds)])

    def weigh(self, first: int, last: int, kind: PositionKind, trust: float) -> float:
        """Return the log odds that a rule's position is one."""
        w = self.weights
        return w.base + w.trust * log(trust / (1 - trust)) + w.kind * self.belief(first, last, kind)

    def opinion(self, first: int, last: int, kind: PositionKind) -> str:
        """Say in words what the learned reader thinks."""
        if self.weights is UNAIDED:
            return "not judged by the tagger"
        belief = self.belief(first, last, kind)
        return f"the tagger {'agrees' if belief > 0 else 'disagrees' if belief < -2.5 else 'is unsure'}"
