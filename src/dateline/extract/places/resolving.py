"""Where a toponym lies: of all places of that name, the one the report's surroundings speak for.

What decides, in this order: the container named after it ("Samarra, Iraq"), the countries the report
speaks of and how often, neighbours of those, and population.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.gazetteer import Gazetteer, Location

# The centre of a large country says nothing of where something happened; the confidence lies in the country only.
_CONTAINED = 12.0
_MENTIONED = 4.0
_NEIGHBOUR = 1.5


@dataclass(frozen=True, slots=True)
class Resolution:
    """A location and why it was chosen over others of its name."""

    location: Location
    reason: str


class Surroundings:
    """What a report says of where it lies: countries it names, weighted by how often."""

    def __init__(self, countries: Counter[str], gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer
        self._total = sum(countries.values()) or 1

    def choose(self, candidates: Sequence[Location], container: str | None) -> Resolution | None:
        """Return the likeliest of several locations, None where there are none.

        `container` is the country (alpha-3) or region that the text names around the toponym.
        """
        if not candidates:
            return None
        scored = [(self._score(c, container), -number, c) for number, c in enumerate(candidates)]
        best = max(scored, key=lambda s: (s[0], s[1]))[2]
        return Resolution(best, self._explain(best, container, len(candidates)))

    def _score(self, candidate: Location, container: str | None) -> float:
        score = math.log10(candidate.population + 10)
        if container is not None and container in (candidate.country, candidate.admin1):
            score += _CONTAINED
        share = self._countries.get(candidate.country or "", 0) / self._total
        if share:
            score += _MENTIONED * (0.3 + share)
        elif candidate.country and any(self._gazetteer.are_neighbours(candidate.country, c) for c in self._countries):
            score += _NEIGHBOUR
        return score

    def _explain(self, best: Location, container: str | None, count: int) -> str:
        if count == 1:
            return "the only place of that name"
        if container is not None and container in (best.country, best.admin1):
            return f"of {count} places of that name the one in {container}, which stands beside it"
        if self._countries.get(best.country or ""):
            return f"of {count} places of that name the likeliest in a report that speaks of {best.country}"
        return f"of {count} places of that name the largest that fits"
