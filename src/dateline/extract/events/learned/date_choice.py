"""Choosing an act's date among its candidates: a learned score, with the encoder's opinion where there is one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from dateline.extract.events.circumstances.dating import Dated
from dateline.extract.events.learned.date_features import DateCandidate, DateCandidateFinder, DatedAct
from dateline.extract.events.learned.weights import Floats, load_weights
from dateline.extract.taggers import DateScorer
from dateline.language import Parse
from dateline.model import Time

_ENCODER = 1.0
"""How much the encoder's opinion of the times that stand near weighs, in log odds."""

_LEAST = 1e-4


class DateChooser:
    """Chooses the date of each act of one report."""

    def __init__(
        self, parse: Parse, times: Sequence[Time], published: date | None, encoder: DateScorer | None = None
    ) -> None:
        """Take the report's times; `encoder` is asked where it is there."""
        self._parse = parse
        self._finder = DateCandidateFinder(parse, times, published)
        self._weights = load_weights("dates")
        self._encoder = encoder

    def choose(self, act: DatedAct) -> Dated:
        """Return the likeliest date of an act, which may be none."""
        candidates = self._finder.find(act)
        scores = self._weights.score_pairs([c.pairs for c in candidates])[:, 1]
        if self._encoder is not None:
            scores = scores + self._ask(self._encoder, act.trigger.token.i, candidates)
        best = int(scores.argmax())
        return Dated(candidates[best].value, candidates[best].why)

    def _ask(self, encoder: DateScorer, trigger: int, candidates: Sequence[DateCandidate]) -> Floats:
        """Return what the encoder's opinion adds to each candidate's score: nothing to those no time near says."""
        near = self._near(trigger)
        said: dict[str | None, float] = {}
        if near:
            likely = encoder(trigger, [head for head, _ in near]).tolist()
            for (_, value), sure in zip(near, likely, strict=True):
                said[value] = max(sure, said.get(value, 0.0))
        added = [_ENCODER * _log_odds(said[c.value]) if c.value in said else 0.0 for c in candidates]
        return np.array(added, np.float32)

    def _near(self, trigger: int) -> list[tuple[int, str]]:
        """Return the dates in a trigger's sentence and the two beside it, each by its head."""
        here, numbers = self._parse.sentence_numbers[trigger], self._parse.sentence_numbers
        return [(head, value) for head, value in self._finder.calendar.iter_dates() if abs(numbers[head] - here) <= 1]


def _log_odds(likely: float) -> float:
    return math.log(max(likely, _LEAST) / max(1 - likely, _LEAST))
