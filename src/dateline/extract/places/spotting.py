"""Which words may name a place: the cast's states, our tables, the parser's entities, and towns that stand where towns do.

At each capital the longest name wins. Whether a name is a place in its sentence is decided later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.extract.cast import Cast, Standing
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.names import fold
from dateline.knowledge.place_words import PlaceWords
from dateline.model import ActorKind, MentionForm, PlaceKind

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_ACTORS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
_ADJECTIVE = re.compile(r"^\w+(?:i|an|ese|ish|ch|ic)$(?<!stan)(?<!atican)")
_LONGEST_TOWN = 5
_CLOSED = frozenset("ADP ADV AUX CCONJ DET INTJ NUM PART PRON PUNCT SCONJ VERB".split())
# Capitalised words that are towns somewhere, and hardly ever meant as such.
_COMMON = frozenset(
    """earth man west east north south sea state states act capital union house congress republic federal war council
    nato isis un eu""".split()
)
_AFTER_TOWN = frozenset(["-", "--", "—", "–", "_", ",", "(", "/", ":"])
_LARGE = 100_000  # inhabitants of a town whose name is hardly anything else
_SEAT_SIZE = 50_000  # inhabitants of a town that can stand for its state
_PARTICLES = frozenset("al el de la del of the on sur upon el le les da do dos das van san ez es ed ibn abu".split())


class Spotter:
    """Spots the names of one report."""

    def __init__(self, tokens: Tokens, cast: Cast, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._tokens = tokens
        self._cast = cast
        self._gazetteer = gazetteer
        self._words = words
        self._standings = self._named_standings()

    def spot(self) -> Iterator[Spot]:
        """Yield the spots in order; none overlaps another."""
        index = 0
        while index < len(self._tokens):
            spot = self._spot_at(index) if self._may_begin(index) else None
            if spot is not None and not spot.acts and self._is_contained(spot.last):
                spot = replace(spot, contained=True)
            if spot is None:
                index += 1
            else:
                yield spot
                index = spot.last

    def _is_contained(self, last: int) -> bool:
        """Tell whether a comma and a state's or region's name stand right after."""
        texts = self._tokens.texts
        if last + 1 >= len(texts) or texts[last] != "," or not self._tokens.is_capital(last + 1):
            return False
        return last + 1 in self._standings or self._is_region(last + 1)

    def _is_region(self, index: int) -> bool:
        match = self._gazetteer.regions.longest_at(self._tokens.folded, index)
        if match is None:
            return self._gazetteer.abbreviated(self._tokens.texts[index]) is not None
        return any(place.kind in (PlaceKind.REGION, PlaceKind.CITY) for place in match[1])

    def _may_begin(self, index: int) -> bool:
        if self._tokens.is_capital(index):
            return True
        text = self._tokens.texts[index]
        return text in ("al", "el", "ad", "as", "ash") and self._tokens.is_capital(index + 2)

    def _spot_at(self, index: int) -> Spot | None:
        listed = [s for s in (self._state_at(index), self._listed_at(index), self._short_at(index)) if s is not None]
        if not listed and self._is_dateline(index):
            return self._dateline_at(index)
        if not listed and self._tokens.folded[index] in self._words.before:
            return None  # "northern Aleppo": the direction is joined to the name later
        entity = self._entity_at(index)
        found = [*listed, entity] if entity is not None else listed
        if not found:
            return self._town_at(index)
        return max(found, key=lambda s: (s.last, s.country is not None, s.known))

    def _named_standings(self) -> dict[int, Standing]:
        found: dict[int, Standing] = {}
        for standing in self._cast.standings:
            if standing.form is MentionForm.NAME and len(standing.actors) == 1:
                actor = self._cast[standing.actors[0]]
                if actor.kind in _ACTORS and actor.country is not None:
                    first = standing.first
                    while first < standing.last and self._tokens.folded[first] in ("the", ""):
                        first += 1
                    found[first] = standing
        return found

    def _state_at(self, index: int) -> Spot | None:
        standing = self._standings.get(index)
        if standing is None:
            return None
        actor = self._cast[standing.actors[0]]
        last = standing.last
        while last > index + 1 and self._tokens.folded[last - 1] in ("s", ""):
            last -= 1
        name = self._tokens.words(index, last)
        if actor.kind is not ActorKind.STATE or self._is_seat(name, actor.country or "", actor.name):
            known = bool(self._gazetteer.regions_of(name)) or actor.kind is ActorKind.STATE
            return Spot(index, last, self._label(index), seat=True, known=True, listed=True) if known else None
        head = self._tokens.doc[standing.head]
        adjective = fold(name) != fold(actor.name) and (
            self._tokens.labels.get(index) == "NORP" or head.pos_ == "ADJ" or bool(_ADJECTIVE.search(name))
        )
        return Spot(index, last, self._label(index), country=actor.country, known=True, adjective=adjective)

    def _is_seat(self, name: str, country: str, actor: str) -> bool:
        """Tell whether a name for a state is that of its capital, or of a palace in it."""
        folded = fold(name)
        if folded == fold(actor) or self._gazetteer.country_named(name) is not None:
            return False
        if any(r.kind is not PlaceKind.COUNTRY and r.country == country for r in self._gazetteer.regions_of(name)):
            return True
        return any(
            t.country == country and t.population >= _SEAT_SIZE and fold(t.name) == folded
            for t in self._gazetteer.towns(name)
        )

    def _listed_at(self, index: int) -> Spot | None:
        match = self._gazetteer.regions.longest_at(self._tokens.folded, index)
        if match is None:
            return None
        last = index + match[0]
        region = any(place.kind is PlaceKind.REGION and place.country is not None for place in match[1])
        return Spot(index, last, self._label(index), known=True, listed=True, region=region)

    def _is_dateline(self, index: int) -> bool:
        """Tell whether a word in capitals opens a paragraph, as the town of a dateline does: "EDMONTON, Ky. (WBKO) --"."""
        text = self._tokens.texts[index]
        if len(text) < 4 or not text.isupper() or not text.isalpha():
            return False
        parse = self._tokens.parse
        sentence = parse.sentence_at(index)
        if index != sentence.first or sentence.is_title:
            return False
        return sentence.index == 0 or parse.sentences[sentence.index - 1].paragraph != sentence.paragraph

    def _dateline_at(self, index: int) -> Spot | None:
        texts = self._tokens.texts
        last = index + 1
        while last < len(texts) and texts[last].isupper() and len(texts[last]) > 2 and texts[last].isalpha():
            last += 1
        if last < len(texts) and (texts[last] in _AFTER_TOWN or index == 0):
            name = self._tokens.words(index, last).title()
            if self._gazetteer.towns(name) or self._gazetteer.regions_of(name):
                return Spot(index, last, "GPE", known=True, listed=True)
        return None

    def _short_at(self, index: int) -> Spot | None:
        """Return a shortened state or province after a comma: "Gatineau, Que."."""
        if index == 0 or self._tokens.texts[index - 1] != ",":
            return None
        region = self._gazetteer.abbreviated(self._tokens.texts[index])
        before = self._tokens.texts[index - 2] if index > 1 else ""
        if region is None or not any(t.country == region.country for t in self._gazetteer.towns(before)):
            return None
        return Spot(index, index + 1, "GPE", known=True, listed=True)

    def _entity_at(self, index: int) -> Spot | None:
        entity = self._tokens.entities.get(index)
        if entity is None:
            return None
        if self._is_dateline(index):
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
            return replace(spot, known=True)
        for end in range(spot.first + 1, spot.last):
            if self._tokens.texts[end] in (",", "/", "("):
                return replace(spot, last=end, known=self._is_known(spot.first, end))
        return spot

    def _building_at(self, index: int, last: int, label: str) -> Spot | None:
        """Return an organisation's name that ends in a word for a building: "Linden Hospital"."""
        if label not in ("ORG", "PERSON", "WORK_OF_ART") or last - index < 2:
            return None
        if self._words.after.get(self._tokens.folded[last - 1]) is None:
            return None
        return Spot(index, last, label)

    def _town_at(self, index: int) -> Spot | None:
        """Return the longest name of a town that begins here; the weakest of spots."""
        label = self._label(index)
        if self._tokens.doc[index].pos_ in _CLOSED:
            return None
        if label in ("DATE", "TIME", "NORP", "LANGUAGE", "PERCENT", "MONEY", "CARDINAL", "ORDINAL", "QUANTITY"):
            return None
        _, limit = self._tokens.bounds(index)
        end = self._name_end(index, min(limit, index + _LONGEST_TOWN))
        for last in range(end, index, -1):
            if last - index == 1 and self._is_no_town(index):
                return None
            if self._tokens.is_capital(last - 1) and self._gazetteer.towns(self._tokens.words(index, last)):
                return self._town(index, last, label)
        return Spot(index, end, label) if self._tokens.is_capital(end - 1) else None

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
