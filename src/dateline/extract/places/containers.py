"""What a text says a place lies in: "Samarra, Iraq", "the Turkish city of Adana", "Lebanon's Bekaa valley"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.extract.cast import Cast
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Toponym
from dateline.knowledge.places.gazetteer import Location
from dateline.knowledge.places.words import PlaceWords
from dateline.model import ActorKind, PlaceKind

_BETWEEN = (
    [","], ["in"], [",", "in"], ["("], [",", "the"], ["in", "the"], [",", "in", "the"], ["of"], ["of", "the"],
    ["on", "the"], ["near"],
)  # fmt: skip
_NEAR = 6
_GREAT = 500_000  # inhabitants of a city that is meant where nothing else is said


@dataclass(frozen=True, slots=True)
class Container:
    """The country, and the region or town where one is named, in which the text puts a place; `words` are its own.

    `is_close` tells that it is part of the place's address ("Samarra, Iraq") and not just said to be around it.
    """

    country: str | None
    region: Location | None
    words: str
    is_close: bool


def find_container(index: int, toponyms: Sequence[Toponym], tokens: Tokens) -> Container | None:
    """Return what stands behind a toponym as that in which it lies: the widest for the country, the nearest region."""
    country: str | None = None
    region: Location | None = None
    chain = _chain(index, toponyms, tokens)
    for previous, following in pairwise(chain):
        holder = _holder(previous, following)
        if holder is not None and holder.kind is PlaceKind.COUNTRY:
            country = holder.country
        elif following.country and holder is None:
            country = following.country
        else:
            region = region or holder
    if len(chain) < 2:
        return None
    if country is not None and region is not None and region.country not in (country, None):
        region = None
    words = ", ".join(tokens.words(t.first, t.last) for t in chain[1:])
    is_close = tokens.texts[chain[0].last] in (",", "(", "of")
    return Container(country or (region.country if region else None), region, words, is_close)


def _chain(index: int, toponyms: Sequence[Toponym], tokens: Tokens) -> list[Toponym]:
    """Return a toponym and those behind it that say where it lies, up to a state."""
    chain = [toponyms[index]]
    for number in range(index, len(toponyms) - 1):
        following = toponyms[number + 1]
        later = toponyms[number + 2] if number + 2 < len(toponyms) else None
        ends = later is not None and later.country is not None and _between(following, later, tokens) == [","]
        if not _is_link(toponyms[number], following, tokens, ends_in_state=ends):
            break
        chain.append(following)
        if following.country and not following.locations:
            break
    return chain


def _holder(previous: Toponym, following: Toponym) -> Location | None:
    """Return the location of a container; where state and region share a name ("Georgia"), the one its town lies in."""
    if following.country is None and not any(p.kind is PlaceKind.COUNTRY for p in following.locations):
        great = [p for p in following.locations if p.population >= _GREAT]
        return main_location(following) or (great[0] if len(great) == 1 else None)
    if not following.locations:
        return None
    largest = max(previous.locations, key=lambda place: place.population, default=None)
    home = largest.country if largest is not None else None
    if home == following.country:
        return None
    return next((p for p in following.locations if p.country == home), None) or main_location(following)


def main_location(toponym: Toponym) -> Location | None:
    """Return what a name means as that in which something lies: the only place, or the only first-level region."""
    if len(toponym.locations) == 1:
        return toponym.locations[0]
    regions = [p for p in toponym.locations if p.kind is PlaceKind.REGION and p.admin1 == p.name]
    return regions[0] if len(regions) == 1 else None


def _between(previous: Toponym, following: Toponym, tokens: Tokens) -> list[str]:
    return [t.lower() for t in tokens.texts[previous.last : following.first]]


def _is_link(previous: Toponym, following: Toponym, tokens: Tokens, *, ends_in_state: bool) -> bool:
    between = _between(previous, following, tokens)
    if between not in _BETWEEN or (previous.country is not None and not previous.locations):
        return False
    if between[0] == "of" and not (previous.last > previous.inner[1] or previous.kind is PlaceKind.REGION):
        return False
    if between == ["near"] and previous.locations:
        return False
    if following.country is not None or (between == [","] and ends_in_state):
        return True
    inner, outer = _kinds(previous), _kinds(following)
    if between == [","]:
        if PlaceKind.REGION not in outer and not (inner <= {PlaceKind.BUILDING, PlaceKind.AREA} and outer):
            return False
        # "Alabama, Georgia" is a list: no first-level region lies in another.
        return not (inner == {PlaceKind.REGION} and PlaceKind.REGION in outer and _are_level(previous, following))
    return bool(outer)


def _kinds(toponym: Toponym) -> set[PlaceKind]:
    kinds = {place.kind for place in toponym.locations}
    if toponym.kind in (PlaceKind.BUILDING, PlaceKind.REGION) and (toponym.last > toponym.inner[1] or not kinds):
        return {toponym.kind}
    return kinds


def _are_level(one: Toponym, other: Toponym) -> bool:
    return all(any(p.admin1 == p.name for p in t.locations) for t in (one, other))


class OwnerFinder:
    """Finds the country that words before a toponym say it belongs to."""

    def __init__(self, tokens: Tokens, cast: Cast, words: PlaceWords) -> None:
        self._tokens = tokens
        self._cast = cast
        self._kinds = words.context("kind.of")
        self._directions = words.before

    def find(self, toponym: Toponym) -> str | None:
        """Return the country of an adjective or owner before the toponym: "the Turkish city of", "Iran's"."""
        start, _ = self._tokens.bounds(toponym.first)
        for index in range(toponym.first - 1, max(start, toponym.first - _NEAR) - 1, -1):
            folded = self._tokens.folded[index]
            if folded in ("s", "of", "the") or folded in self._kinds or folded in self._directions:
                continue
            if folded == "" and self._tokens.texts[index] not in ("-", "’", "'"):
                return None
            country = self._state_at(index, toponym.first)
            if country is not None:
                return country
            if self._tokens.doc[index].pos_ not in ("ADJ", "NOUN"):
                return None
        return None

    def _state_at(self, index: int, before: int) -> str | None:
        standing = self._cast.covering(index)
        if standing is None or len(standing.actors) != 1 or standing.last > before:
            return None
        actor = self._cast[standing.actors[0]]
        owns = index + 1 < before or self._tokens.labels.get(index) == "NORP"
        return actor.country if actor.kind is ActorKind.STATE and owns else None
