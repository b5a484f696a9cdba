"""Which words may name a place: the cast's states, our tables, the parser's entities, and towns that stand where towns do.

At each capital the longest name wins. Whether a name is a place in its sentence is decided later.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.cast import Cast
from dateline.extract.places.openings import is_opening, spot_opening
from dateline.extract.places.states import StateSpotter
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.names import fold
from dateline.knowledge.places.gazetteer import Gazetteer
from dateline.knowledge.places.words import PlaceWords
from dateline.model import PlaceKind

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NO_NAMES = frozenset("DATE TIME PERCENT MONEY CARDINAL ORDINAL QUANTITY".split())
_PEOPLE = frozenset({"NORP", "LANGUAGE"})  # towns too, where the parser errs
_CLOSED = frozenset("ADP ADV AUX CCONJ DET INTJ NUM PART PRON PUNCT SCONJ VERB".split())
# Capitalised words that are towns somewhere, and hardly ever meant as such.
_COMMON = frozenset(
    """earth man west east north south sea state states act capital union house congress republic federal war council
    nato isis un eu""".split()
)
_BEFORE_UNKNOWN = frozenset("in at near of to from outside inside around on into and the".split())
_PARTICLES = frozenset("al el de la del of the on sur upon le les da do dos das van san ez es ed ibn abu".split())
_LONGEST_TOWN = 5
_LARGE = 100_000  # inhabitants of a town whose name is hardly anything else


class Spotter:
    """Spots the names of one report."""

    def __init__(self, tokens: Tokens, cast: Cast, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._tokens = tokens
        self._gazetteer = gazetteer
        self._words = words
        self._states = StateSpotter(tokens, cast, gazetteer)

    def spot(self) -> Iterator[Spot]:
        """Yield the spots in order; none overlaps another."""
        done = 0
        for index in self._tokens.openings:
            spot = self._spot_at(index) if index >= done else None
            if spot is not None:
                yield spot._replace(contained=True) if not spot.acts and self._is_contained(spot.last) else spot
                done = spot.last

    def _spot_at(self, index: int) -> Spot | None:
        if is_opening(index, self._tokens):
            return spot_opening(index, self._tokens, self._gazetteer)
        named = (self._states.spot_at(index), self._listed_at(index), self._short_at(index))
        found = [spot for spot in named if spot is not None]
        if not found and self._tokens.folded[index] in self._words.before:
            return None  # "northern Aleppo": the direction is joined to the name later
        entity = self._entity_at(index)
        if entity is not None:
            found.append(entity)
        if not found:
            return self._town_at(index)
        return max(found, key=lambda s: (s.last, s.country is not None, s.known))

    def _is_contained(self, last: int) -> bool:
        """Tell whether a comma and a state's or region's name stand right after."""
        texts = self._tokens.texts
        if last + 1 >= len(texts) or texts[last] != "," or not self._tokens.is_capital(last + 1):
            return False
        return last + 1 in self._states or self._is_region(last + 1)

    def _is_region(self, index: int) -> bool:
        match = self._gazetteer.regions.longest_at(self._tokens.folded, index)
        if match is None:
            text = self._tokens.texts[index]
            return self._gazetteer.abbreviated(text) is not None or bool(self._gazetteer.first_level(text))
        return any(place.kind in (PlaceKind.REGION, PlaceKind.CITY) for place in match[1])

    def _listed_at(self, index: int) -> Spot | None:
        match = self._gazetteer.regions.longest_at(self._tokens.folded, index)
        if match is None:
            return None
        region = any(place.kind is PlaceKind.REGION and place.country is not None for place in match[1])
        return Spot(index, index + match[0], self._label(index), known=True, listed=True, region=region)

    def _short_at(self, index: int) -> Spot | None:
        """Return a shortened state or province after a town of it and a comma: "Gatineau, Que."."""
        if index < 2 or self._tokens.texts[index - 1] != ",":
            return None
        region = self._gazetteer.abbreviated(self._tokens.texts[index])
        if region is None:
            return None
        towns = self._gazetteer.towns(self._tokens.texts[index - 2])
        if not any(town.country == region.country for town in towns):
            return None
        return Spot(index, index + 1, "GPE", known=True, listed=True)

    def _entity_at(self, index: int) -> Spot | None:
        entity = self._tokens.entities.get(index)
        if entity is None:
            return None
        last, label = entity
        if last - index == 1 and self._is_no_town(index):
            return None
        if label not in _PLACE_LABELS:
            return self._building_at(index, last, label)
        spot = Spot(index, last, label)
        return self._shorten(spot)

    def _shorten(self, spot: Spot) -> Spot:
        """Return the entity, or that part of it which a table knows where the whole is more than one name."""
        if self._is_known(spot.first, spot.last):
            return spot._replace(known=True)
        last = spot.last
        while last > spot.first + 1 and not self._tokens.is_capital(last - 1):
            last -= 1  # "Gulf began"
        if last < spot.last and self._is_known(spot.first, last):
            return spot._replace(last=last, known=True)
        for end in range(spot.first + 1, spot.last):
            if self._tokens.texts[end] in (",", "/", "("):
                return spot._replace(last=end, known=self._is_known(spot.first, end))
        return spot

    def _building_at(self, index: int, last: int, label: str) -> Spot | None:
        """Return an organisation's name that ends in a word for a building: "Linden Hospital"."""
        if label not in ("ORG", "PERSON", "WORK_OF_ART") or last - index < 2:
            return None
        if self._words.after.get(self._tokens.folded[last - 1]) is None:
            return None
        name, core = self._tokens.words(index, last), self._tokens.words(index, last - 1)
        known = bool(self._gazetteer.towns(name) or self._gazetteer.first_level(core))
        return Spot(index, last, label, known=known)

    def _town_at(self, index: int) -> Spot | None:
        """Return the longest name of a town that begins here, or an unknown name that stands where places do."""
        label = self._label(index)
        if label in _NO_NAMES or self._tokens.doc[index].pos_ in _CLOSED:
            return None
        _, limit = self._tokens.bounds(index)
        end = self._name_end(index, min(limit, index + _LONGEST_TOWN))
        for last in range(end, index, -1):
            if not self._tokens.is_capital(last - 1) or (last - index == 1 and self._is_no_town(index)):
                continue
            if self._gazetteer.towns(self._tokens.words(index, last)):
                town = self._town(index, last, label)
                return town if town.listed or label not in _PEOPLE else None
        before = self._tokens.folded[index - 1] if index else ""
        if label in _PLACE_LABELS:  # what is left of an entity that was cut at a comma
            return Spot(index, end, label)
        if before in _BEFORE_UNKNOWN and "of" not in self._tokens.folded[index:end]:
            return Spot(index, end, label)
        return None

    def _town(self, first: int, last: int, label: str) -> Spot:
        """Return the spot of a town's name; that of a large one counts like one in our own table."""
        name = self._tokens.words(first, last)
        folded = fold(name)
        large = any(t.population >= _LARGE and fold(t.name) == folded for t in self._gazetteer.towns(name))
        return Spot(first, last, label, known=True, listed=large)

    def _is_no_town(self, index: int) -> bool:
        text = self._tokens.texts[index]
        return self._tokens.folded[index] in _COMMON or (text.isupper() and len(text) < 5)

    def _name_end(self, first: int, limit: int) -> int:
        """Return the token after a run of capitals, particles and hyphens within it included."""
        last = end = first + 1
        while last < limit:
            if self._tokens.is_capital(last):
                end = last + 1
            elif self._tokens.texts[last] != "-" and self._tokens.folded[last] not in _PARTICLES:
                break
            last += 1
        return end

    def _is_known(self, first: int, last: int) -> bool:
        """Tell whether a table has a name, or the name without a word for its kind at the end."""
        name = self._tokens.words(first, last)
        if self._gazetteer.regions_of(name) or self._gazetteer.towns(name):
            return True
        if last - first < 2 or self._tokens.folded[last - 1] not in self._words.after:
            return False
        core = self._tokens.words(first, last - 1)
        return bool(self._gazetteer.first_level(core) or self._gazetteer.towns(core))

    def _label(self, index: int) -> str:
        return self._tokens.labels.get(index, "")
