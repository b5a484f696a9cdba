"""The names that can act: states and the seats of their governments, as the cast knows them."""

from __future__ import annotations

import re

from dateline.extract.cast import Cast, Standing
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.names import fold
from dateline.knowledge.places.gazetteer import Gazetteer
from dateline.model import Actor, ActorKind, MentionForm, PlaceKind

_ACTORS = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.MILITARY})
_ADJECTIVE = re.compile(r"^\w+(?:i|an|ese|ish|ch|ic)$(?<!stan)(?<!atican)")
_SEAT_SIZE = 50_000  # inhabitants of a town that can stand for its state


class StateSpotter:
    """Spots the names of states and of their seats."""

    def __init__(self, tokens: Tokens, cast: Cast, gazetteer: Gazetteer) -> None:
        self._tokens = tokens
        self._cast = cast
        self._gazetteer = gazetteer
        self._standings = dict(self._first_and_standing(s) for s in cast.standings if self._is_able(s))

    def __contains__(self, index: object) -> bool:
        """Tell whether a name of a state or a government begins at a word."""
        return index in self._standings

    def spot_at(self, index: int) -> Spot | None:
        """Return the state, its adjective, or its seat that is named from a word on."""
        standing = self._standings.get(index)
        if standing is None:
            return self._unlisted_at(index)
        actor = self._cast[standing.actors[0]]
        last = standing.last
        while last > index + 1 and self._tokens.folded[last - 1] in ("s", ""):
            last -= 1
        name = self._tokens.words(index, last)
        label = self._tokens.labels.get(index, "")
        if actor.kind is not ActorKind.STATE or self._is_seat(name, actor):
            if actor.kind is not ActorKind.STATE and not self._is_building(name):
                return None
            return Spot(index, last, label, seat=True, known=True, listed=True)
        adjective = fold(name) != fold(actor.name or "") and (
            label == "NORP" or self._tokens.doc[standing.head].pos_ == "ADJ" or bool(_ADJECTIVE.search(name))
        )
        return Spot(index, last, label, country=actor.country, known=True, adjective=adjective)

    def _unlisted_at(self, index: int) -> Spot | None:
        """Return a state whose name the cast has only inside something else ("Crete and Cyprus")."""
        match = self._gazetteer.countries.longest_at(self._tokens.folded, index)
        label = self._tokens.labels.get(index, "")
        if match is None or label == "PERSON" or self._gazetteer.regions_of(match[1].name):
            return None
        return Spot(index, index + match[0], label, country=match[1].country, known=True)

    def _is_building(self, name: str) -> bool:
        return any(place.kind in (PlaceKind.BUILDING, PlaceKind.AREA) for place in self._gazetteer.regions_of(name))

    def _is_able(self, standing: Standing) -> bool:
        if standing.form is not MentionForm.NAME or len(standing.actors) != 1:
            return False
        actor = self._cast[standing.actors[0]]
        return actor.kind in _ACTORS and actor.country is not None

    def _first_and_standing(self, standing: Standing) -> tuple[int, Standing]:
        first = standing.first
        while first < standing.last - 1 and not self._tokens.is_capital(first):
            first += 1
        if self._tokens.folded[first] == "the" and first < standing.last - 1:
            first += 1
        return first, standing

    def _is_seat(self, name: str, actor: Actor) -> bool:
        """Tell whether a name for a state is that of its capital, or of a palace in it."""
        folded = fold(name)
        if folded == fold(actor.name or "") or self._gazetteer.country_named(name) is not None:
            return False
        listed = self._gazetteer.regions_of(name)
        if any(r.kind is not PlaceKind.COUNTRY and r.country == actor.country for r in listed):
            return True
        return any(
            t.country == actor.country and t.population >= _SEAT_SIZE and fold(t.name) == folded
            for t in self._gazetteer.towns(name)
        )
