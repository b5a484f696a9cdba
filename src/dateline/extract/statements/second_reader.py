"""The learned reader of statements: how sure it is of a content, of a cue, and of where a content ends.

Its judgement is per token and knows nothing of the rules. What both say is weighed in log odds: what the rule is
worth by itself, the learned reader's belief in the cue and in the words of the content, and that a statement inside
another's content is seldom worth a piece of its own. The weights were fitted on annotated reports, each judged by a
model that had not seen it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from dateline.extract.statements.regions import Piece
from dateline.extract.taggers import Judgement

_MOST = 5.0  # log odds of one token are cut off here, so that no single word decides


@dataclass(frozen=True, slots=True)
class Weights:
    """What the evidence for a statement counts."""

    base: float
    trust: float
    cue: float
    content: float
    nested: float
    no_cue: float


FAST = Weights(base=0.25, trust=0.45, cue=0.23, content=0.12, nested=-1.4, no_cue=0.5)
CAREFUL = Weights(base=0.5, trust=0.25, cue=0.47, content=0.22, nested=-1.4, no_cue=0.5)
UNAIDED = Weights(base=0.0, trust=1.0, cue=0.0, content=0.0, nested=0.0, no_cue=0.0)
"""For a report that no tagger has judged: the rules' own trust decides."""


def log_odds(probability: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Return the log odds of probabilities, cut off at both ends."""
    kept = np.clip(probability.astype(np.float64), 1e-6, 1 - 1e-6)
    odds: npt.NDArray[np.float64] = np.clip(np.log(kept / (1 - kept)), -_MOST, _MOST)
    return odds


def find_runs(inside: npt.NDArray[np.bool_], opens: npt.NDArray[np.bool_]) -> list[Piece]:
    """Return the stretches of tokens that are `inside`; a token that `opens` begins a new one."""
    starts = inside & (opens | ~np.concatenate([[False], inside[:-1]]))
    ends = inside & ~np.concatenate([(inside & ~starts)[1:], [False]])
    return list(zip(np.flatnonzero(starts).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True))


class SecondReader:
    """What the taggers think of the statements of one report."""

    def __init__(self, judgement: Judgement | None, size: int) -> None:
        if judgement is None:
            self.weights = UNAIDED
            self.inside = self.cue = self.speaker = np.zeros(size)
            self._opens = np.zeros(size, dtype=np.bool_)
        else:
            self.weights = FAST if judgement.encoder is None else CAREFUL
            self.inside = log_odds(1 - judgement.content[:, 0])
            self.cue = log_odds(judgement.voice[:, 1])
            self.speaker = log_odds(judgement.voice[:, 2])
            self._opens = judgement.content[:, 1] > judgement.content[:, 2]
        self._sums = np.concatenate([[0.0], np.cumsum(self.inside)])

    def spans(self) -> list[Piece]:
        """Return the stretches of tokens that are likelier inside a content than not."""
        return find_runs(self.inside > 0, self._opens)

    def support(self, pieces: Iterable[Piece]) -> float:
        """Return the mean log odds that the tokens of a content are inside one."""
        kept = list(pieces)
        size = sum(last - first for first, last in kept)
        return float(sum(self._sums[last] - self._sums[first] for first, last in kept) / max(size, 1))

    def weigh(self, pieces: Iterable[Piece], cue: int | None, trust: float, *, nested: bool) -> float:
        """Return the log odds that a rule's statement is one."""
        w = self.weights
        total = w.base + w.trust * log(trust / (1 - trust)) + w.content * self.support(pieces)
        total += w.no_cue if cue is None else w.cue * float(self.cue[cue])
        return total + (w.nested if nested else 0.0)

    def opinion(self, pieces: Iterable[Piece], cue: int | None) -> str:
        """Say in words what the learned reader thinks of a content and its cue."""
        if self.weights is UNAIDED:
            return "not judged by the tagger"
        belief = self.support(pieces)
        if cue is not None:
            belief = (belief + float(self.cue[cue])) / 2
        return f"the tagger {'agrees' if belief > 0.8 else 'disagrees' if belief < -0.8 else 'is unsure'}"
