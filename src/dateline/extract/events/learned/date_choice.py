"""Choosing an act's date among its candidates by a learned score."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.extract.events.dating import Dated
from dateline.extract.events.learned.date_features import DateCandidateFinder, DatedAct
from dateline.extract.events.learned.weights import load_weights
from dateline.language import Parse
from dateline.model import Time


class DateChooser:
    """Chooses the date of each act of one report."""

    def __init__(self, parse: Parse, times: Sequence[Time], published: date | None) -> None:
        self._finder = DateCandidateFinder(parse, times, published)
        self._weights = load_weights("dates")

    def choose(self, act: DatedAct) -> Dated:
        """Return the likeliest date of an act, which may be none."""
        candidates = self._finder.find(act)
        scores = self._weights.score_pairs([c.pairs for c in candidates])[:, 1].tolist()
        best = max(range(len(candidates)), key=lambda i: (scores[i], -i))
        return Dated(candidates[best].value, candidates[best].why)
