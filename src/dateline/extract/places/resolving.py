"""Where a toponym lies: of all places of that name, the one the report's surroundings speak for.

What decides, in this order: what the text says it lies in ("Samarra, Iraq"; "the Turkish city of Adana"), the
countries spoken of in its sentence and in the report, places already found around it, and size. The weights
were chosen on annotated reports; docs/decisions/places.md has the figures.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.places.containers import Container
from dateline.knowledge.names import fold
from dateline.knowledge.places.gazetteer import Gazetteer, Location
from dateline.model import PlaceKind

_CONTAINED = 14.0
_OWNED = 10.0
_HOLDS = 5.0  # for a country or region that stands behind one of its towns
_SIZE = 1.5  # for each tenfold of inhabitants
_GREAT = 3.0  # for a city of half a million or more
_GREAT_SIZE = 500_000
_FEW = 3
_OWN_NAME = 2.0  # against an old or foreign name of a town
_PRESENT = 0.8
_SHARE = 2.5
_IN_SENTENCE = 2.0
_NEIGHBOUR = 0.7
_NEAR = 2.0
_NEARBY = 300.0  # km
_BESIDE = 4.0
_CLOSE = 60.0  # km
_COUNTY = 150.0  # km
SMALL = 100_000  # a smaller town is doubtful in a report that does not speak of its country
# What a place of our own table weighs, as inhabitants; one in several countries, or in none, is known the world over.
_WORLD = 1e9
_STATE = 1e8
_FIRST_LEVEL = 2e7
_WEIGHTS = {PlaceKind.REGION: 2e6, PlaceKind.SEA: 2e6, PlaceKind.AREA: 5e5, PlaceKind.BORDER: 1e6, PlaceKind.CITY: 1e5}
_OTHER = 5e5


@dataclass(frozen=True, slots=True)
class Resolution:
    """A location and why it was chosen over others of its name."""

    location: Location
    reason: str
    by_base: bool = False  # found without the word for its kind: "Leipzig" for "Leipzig Airport"


@dataclass(frozen=True, slots=True)
class Hints:
    """What speaks for one place and not for another of its name, around one toponym."""

    container: Container | None = None
    owner: str | None = None
    sentence: frozenset[str] = frozenset()
    anchors: tuple[Location, ...] = ()
    inner: frozenset[str] = frozenset()


NO_HINTS = Hints()


class Surroundings:
    """What a report says of where it lies: countries it names, weighted by how often."""

    def __init__(self, countries: Counter[str], gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer
        self._total = sum(countries.values()) or 1

    @property
    def main(self) -> str | None:
        """The country that more than half of the report's country names mean, if there is one."""
        if not self._countries:
            return None
        country, count = self._countries.most_common(1)[0]
        return country if count * 2 > self._total else None

    def choose(self, candidates: Sequence[Location], name: str, hints: Hints = NO_HINTS) -> Resolution | None:
        """Return the likeliest of several locations, None where none is likely."""
        fitting = self._fitting(candidates, fold(name), hints)
        if not fitting:
            return None
        scored = [(self._score(c, fold(name), hints), -number) for number, c in enumerate(fitting)]
        best = fitting[-max(scored)[1]]
        if self._is_stray(best, hints):
            return None
        return Resolution(best, self._explain(best, hints, len(candidates)))

    def choose_base(self, candidates: Sequence[Location], name: str, hints: Hints = NO_HINTS) -> Resolution | None:
        """Return the likeliest location of a name without its kind, only where the report speaks of its country."""
        spoken = [c for c in candidates if self._is_spoken_of(c, hints) and not _is_loose_county(c, hints)]
        found = self.choose(spoken, name, hints)
        return replace(found, by_base=True) if found is not None else None

    def _fitting(self, candidates: Sequence[Location], folded: str, hints: Hints) -> Sequence[Location]:
        """Return the candidates in the country that the text names, if any is; old names only where they are at home."""
        if hints.container is not None and hints.container.country is not None:
            return [c for c in candidates if c.country in (hints.container.country, None)]
        own = [c for c in candidates if _is_own_name(c, folded) or self._is_spoken_of(c, hints)]
        return own or [c for c in candidates if c.population >= _GREAT_SIZE]

    def _is_spoken_of(self, candidate: Location, hints: Hints) -> bool:
        country = candidate.country
        if country is None or (hints.container is not None and country == hints.container.country):
            return True
        return country in self._countries or country in hints.sentence or country == hints.owner

    def _is_stray(self, best: Location, hints: Hints) -> bool:
        """Tell whether a small town lies far from the few countries that a report speaks of."""
        if best.geonames_id is None or best.population >= SMALL or self._is_spoken_of(best, hints):
            return False
        if (
            not self._countries
            or len(self._countries) > _FEW
            or any(distance(best, a) < _NEARBY for a in hints.anchors)
        ):
            return False
        return not any(self._gazetteer.are_neighbours(best.country or "", c) for c in self._countries)

    def _score(self, candidate: Location, folded: str, hints: Hints) -> float:
        score = _SIZE * math.log10(_weight(candidate) + 10)
        if _weight(candidate) >= _GREAT_SIZE:
            score += _GREAT
        if _is_own_name(candidate, folded):
            score += _OWN_NAME
        if hints.container is not None and _is_contained(candidate, hints.container):
            score += _CONTAINED
        if hints.owner is not None and hints.owner == candidate.country:
            score += _OWNED
        if candidate.country in hints.inner:
            score += _HOLDS
        if candidate.country in hints.sentence:
            score += _IN_SENTENCE
        nearest = min((distance(candidate, a) for a in hints.anchors), default=math.inf)
        score += _BESIDE if nearest < _CLOSE else _NEAR if nearest < _NEARBY else 0
        return score + self._country_score(candidate.country)

    def _country_score(self, country: str | None) -> float:
        if country is None:
            return 0.0
        count = self._countries.get(country, 0)
        if count:
            return _PRESENT + _SHARE * count / self._total
        near = any(self._gazetteer.are_neighbours(country, c) for c in self._countries)
        return _NEIGHBOUR if near else 0.0

    def _explain(self, best: Location, hints: Hints, count: int) -> str:
        if count == 1:
            return "the only place of that name that fits" if hints.container else "the only place of that name"
        if hints.container is not None and _is_contained(best, hints.container):
            return f"of {count} places of that name the one in {hints.container.words}, as the text says"
        if hints.owner is not None and hints.owner == best.country:
            return f"of {count} places of that name the one in {best.country}, to which the text gives it"
        if any(distance(best, a) < _NEARBY for a in hints.anchors):
            return f"of {count} places of that name the one near others that the report names"
        if self._countries.get(best.country or ""):
            return f"of {count} places of that name the likeliest in a report that speaks of {best.country}"
        return f"of {count} places of that name the largest that fits"


def _is_loose_county(candidate: Location, hints: Hints) -> bool:
    """Tell whether a town tells nothing of the county named like it: most American counties share their names."""
    if candidate.country != "USA":
        return False
    contained = hints.container is not None and _is_contained(candidate, hints.container)
    return not contained and not any(distance(candidate, a) < _COUNTY for a in hints.anchors)


def _weight(candidate: Location) -> float:
    if candidate.kind is PlaceKind.COUNTRY:
        return _STATE
    if candidate.population:
        return candidate.population
    if candidate.country is None:
        return _WORLD
    if candidate.kind is PlaceKind.REGION and candidate.admin1 == candidate.name:
        return _FIRST_LEVEL
    return _WEIGHTS.get(candidate.kind, _OTHER)


def _is_own_name(candidate: Location, folded: str) -> bool:
    return candidate.geonames_id is None or fold(candidate.name) == folded


def _is_contained(place: Location, container: Container) -> bool:
    region = container.region
    if region is not None and region.country == place.country:
        if region.admin1 is not None and region.admin1 == place.admin1:
            return True
        return distance(place, region) < 150
    return region is None and container.country is not None and container.country == place.country


def distance(one: Location, other: Location) -> float:
    """Return the kilometres between two locations, endlessly many where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(one.longitude - other.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
