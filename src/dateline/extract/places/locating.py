"""From toponyms to places: each resolved with what is known of all.

A place that no table knows takes its country from what the text puts it in, or from the places beside it; it
gets the point of the region or town it is said to lie in, and none where only a country is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.places.candidates import find_by_base, find_candidates
from dateline.extract.places.containers import Container, OwnerFinder, find_container, main_location
from dateline.extract.places.describing import describe, describe_unknown
from dateline.extract.places.resolving import SMALL, Hints, Resolution, Surroundings
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Toponym
from dateline.knowledge.names import fold
from dateline.knowledge.places.gazetteer import Gazetteer, Location
from dateline.knowledge.places.words import load_place_words
from dateline.model import Place


class Locator:
    """Resolves the toponyms of one report together."""

    def __init__(self, tokens: Tokens, cast: Cast, gazetteer: Gazetteer, toponyms: Sequence[Toponym]) -> None:
        self._tokens = tokens
        self._cast = cast
        self._gazetteer = gazetteer
        self._toponyms = [replace(t, locations=find_candidates(t, tokens, gazetteer)) for t in toponyms]
        self._owners = OwnerFinder(tokens, cast, load_place_words())
        self._open = {t.first for t in self._toponyms if t.country is None or t.locations}
        self._telling = [s for s in cast.standings if self._open.isdisjoint(range(s.first, s.last))]
        """The mentions of actors that tell of a country; "London police" says nothing of which London is meant."""
        self._sentences = self._countries_by_sentence()
        self.surroundings = Surroundings(self._count_countries(), gazetteer)

    def locate_all(self) -> list[Place]:
        """Return the places, without ids; whatever is known for certain is resolved first and helps the rest."""
        containers = self._share([find_container(n, self._toponyms, self._tokens) for n in range(len(self._toponyms))])
        found: dict[int, Resolution] = {}
        certain = {n for n, t in enumerate(self._toponyms) if len(t.locations) == 1 or t.country or containers[n]}
        for number in sorted(certain):
            self._resolve(number, containers[number], (), found)
        anchors = tuple(r.location for n, r in found.items() if not self._toponyms[n].country)
        for number in range(len(self._toponyms)):
            if number not in certain:
                self._resolve(number, containers[number], anchors, found)
        return [self._place(n, containers[n], found) for n in range(len(self._toponyms))]

    def _share(self, containers: list[Container | None]) -> list[Container | None]:
        """Let every mention of a name have the container that one of them has: one name, one place in a report."""
        backwards = zip(reversed(self._toponyms), reversed(containers), strict=True)
        known = {fold(t.core): c for t, c in backwards if c is not None}
        pairs = zip(self._toponyms, containers, strict=True)
        return [c or (known.get(fold(t.core)) if _is_in_one_country(t) else None) for t, c in pairs]

    def _resolve(
        self, number: int, container: Container | None, anchors: tuple[Location, ...], found: dict[int, Resolution]
    ) -> None:
        toponym = self._toponyms[number]
        candidates: Sequence[Location] = toponym.locations
        if toponym.country is not None:
            country = self._gazetteer.country(toponym.country)
            if country is None or not candidates:
                if country is not None:
                    found[number] = Resolution(country, "a state's name")
                return
            candidates = (country, *candidates)
        sentence = self._sentences.get(self._tokens.parse.sentence_numbers[toponym.first], frozenset())
        owner = self._owners.find(toponym)
        hints = Hints(container, owner, sentence, anchors, self._inner_countries(number))
        resolution = self.surroundings.choose(candidates, toponym.core, hints)
        if resolution is None:
            resolution = self.surroundings.choose_base(find_by_base(toponym, self._gazetteer), toponym.base, hints)
        if resolution is not None:
            found[number] = resolution

    def _inner_countries(self, number: int) -> frozenset[str]:
        """Return the countries that a town right before and a comma speak for: "Tbilisi, Georgia"."""
        if number == 0:
            return frozenset()
        before, toponym = self._toponyms[number - 1], self._toponyms[number]
        if self._tokens.texts[before.last : toponym.first] != [","]:
            return frozenset()
        largest = max(before.locations, key=lambda place: place.population, default=None)
        own = (p for p in before.locations if p.population >= SMALL or p is largest)
        return frozenset(p.country for p in own if p.country is not None)

    def _count_countries(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for standing in self._telling:
            counts.update(c for a in standing.actors if (c := self._cast[a].country) is not None)
        for toponym in self._toponyms:
            counts.update(_country_of(toponym))
        return counts

    def _countries_by_sentence(self) -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        numbers = self._tokens.parse.sentence_numbers
        for standing in self._telling:
            countries = (self._cast[actor].country for actor in standing.actors)
            found.setdefault(numbers[standing.head], set()).update(c for c in countries if c is not None)
        for toponym in self._toponyms:
            found.setdefault(numbers[toponym.first], set()).update(_country_of(toponym))
        return {number: frozenset(countries) for number, countries in found.items()}

    def _place(self, number: int, container: Container | None, found: dict[int, Resolution]) -> Place:
        toponym, resolution = self._toponyms[number], found.get(number)
        if resolution is not None:
            return describe(toponym, resolution, container, self._tokens)
        country = self._owners.find(toponym) or self._country_around(number, found) or self.surroundings.main
        return describe_unknown(toponym, container, country, self._tokens)

    def _country_around(self, number: int, found: dict[int, Resolution]) -> str | None:
        """Return the country of the nearest place of the same sentence."""
        numbers = self._tokens.parse.sentence_numbers
        here = numbers[self._toponyms[number].first]
        near = [
            (abs(n - number), n, r.location.country)
            for n, r in found.items()
            if r.location.country and numbers[self._toponyms[n].first] == here
        ]
        return min(near)[2] if near else None


def _is_in_one_country(toponym: Toponym) -> bool:
    """Tell whether a name means no place that lies in several countries: the Gulf is not in Iran for once being so."""
    return all(place.country is not None for place in toponym.locations)


def _country_of(toponym: Toponym) -> list[str]:
    """Return the country that a name tells by itself, without a look at the report."""
    if toponym.country is not None:
        return [] if toponym.locations else [toponym.country]
    location = main_location(toponym)
    if location is None or location.country is None or 0 < location.population < SMALL:
        return []  # a small town tells nothing: it may be another one, which no table knows
    return [location.country]
