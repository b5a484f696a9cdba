"""Whether a name is a place where it stands, or somebody who acts, or part of somebody's name.

A town or region is a place unless it only says whom somebody belongs to ("Munich police"); a name that the parser
takes for no place, or that no table knows, must stand where places stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.extract.cast import Cast
from dateline.extract.places.acting import StateJudge
from dateline.extract.places.preceding import Neighbours
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.places.words import PlaceWords
from dateline.model import ActorKind, MentionForm

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_VAGUE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT, ActorKind.OTHER})
_INSIDE = frozenset("in near inside outside into across throughout around within toward towards off".split())
_PREPOSITIONS = _INSIDE | frozenset(
    "at on to from of for with between against about via including over above by through".split()
)
_ADDRESSED = frozenset("in at near of".split())
_FURTHEST = 4
_OFTEN = 4  # a name is a place throughout where one in so many mentions cannot be anything else


class Decider:
    """Decides spot by spot, in order; what was decided before counts for lists and for what follows a comma."""

    def __init__(self, tokens: Tokens, cast: Cast, words: PlaceWords) -> None:
        self._tokens = tokens
        self._cast = cast
        self._words = words
        self._neighbours = Neighbours(tokens, words)
        self._states = StateJudge(tokens, words, self._neighbours)
        self._surnames = _surnames(cast)

    def decide_all(self, spots: Iterable[Spot]) -> list[Spot]:
        """Return the spots that name places, in order; a name that did so once does it wherever nothing speaks against it."""
        judged = [(spot, self._decide_next(spot)) for spot in spots]
        certain = Counter(self._text(spot) for spot, accepted in judged if accepted and self._is_certain(spot))
        total = Counter(self._text(spot) for spot, _ in judged)
        names = {name for name, count in certain.items() if count * _OFTEN >= total[name]}
        return [spot for spot, accepted in judged if accepted or self._is_repeated(spot, names)]

    def _is_certain(self, spot: Spot) -> bool:
        """Tell whether a name that was found to be a place stands where hardly anything else could."""
        lead, word = self._neighbours.lead(spot)
        return not spot.acts and (
            word in _INSIDE or word == "at" or spot.contained or self._neighbours.follows_kind(lead)
        )

    def _decide_next(self, spot: Spot) -> bool:
        accepted = self._decide(spot)
        self._neighbours.remember(spot, accepted=accepted)
        return accepted

    def _is_repeated(self, spot: Spot, names: set[str]) -> bool:
        if spot.acts or spot.adjective or not spot.known or self._text(spot) not in names:
            return False
        return not (
            self._is_inside_name(spot, longer_only=True)
            or self._belongs_to_actor(spot)
            or self._neighbours.is_in_longer_run(spot)
        )

    def _text(self, spot: Spot) -> str:
        return self._tokens.words(spot.first, spot.last)

    def _decide(self, spot: Spot) -> bool:
        if spot.adjective:
            return self._states.is_geographic(spot)
        if spot.acts:
            return not self._is_inside_name(spot) and self._states.is_place(spot)
        if self._is_inside_name(spot) or self._belongs_to_actor(spot) or self._is_in_institution(spot):
            return False
        if self._is_surname(spot):
            _, word = self._neighbours.lead(spot)
            named = spot.listed and spot.label in _PLACE_LABELS and word in _PREPOSITIONS
            return named or self._is_certain(spot) or self._neighbours.follows_place(spot)
        if spot.label not in _PLACE_LABELS:
            return self._is_vouched(spot)
        return spot.known or self._is_supported(spot)

    def _is_surname(self, spot: Spot) -> bool:
        """Tell whether somebody in the report bears the name."""
        return spot.last - spot.first == 1 and self._tokens.texts[spot.first] in self._surnames

    def _is_vouched(self, spot: Spot) -> bool:
        """Tell whether a name that the parser takes for no place stands where only places stand."""
        near = self._neighbours
        lead, word = near.lead(spot)
        if near.follows_kind(lead) or (spot.contained and word in _ADDRESSED and not self._is_short(spot)):
            return not near.is_in_longer_run(spot)
        if near.ends_in_kind(spot) and (
            word in _INSIDE or word == "at" or (near.is_listed(spot) and near.previous_accepted)
        ):
            return True
        if not spot.known or near.is_in_longer_run(spot):
            return False
        if near.follows_place(spot) or (near.is_listed(spot) and near.previous_accepted):
            return True
        if spot.contained or near.ends_in_kind(spot):
            return True
        if spot.listed:
            vague = spot.label in ("PERSON", "ORG") and spot.last - spot.first == 1 and not spot.region
            return not vague or word in _PREPOSITIONS or near.has_kind(spot) or self._is_of_event(spot)
        return word in _INSIDE or (word == "at" and spot.last - spot.first > 1)

    def _is_supported(self, spot: Spot) -> bool:
        """Tell whether an unknown name stands where places stand, or ends in a word for one."""
        near = self._neighbours
        if near.has_kind(spot) or spot.contained:
            return True
        if self._is_short(spot):
            return False
        lead, word = near.lead(spot)
        if word in _INSIDE or word in ("at", "on") or near.follows_kind(lead):
            return True
        return near.follows_place(spot) or (near.is_listed(spot) and near.previous_accepted)

    def _is_short(self, spot: Spot) -> bool:
        """Tell whether a name is a shortened one, like those of armed groups: "M23", "ISIL"."""
        text = self._tokens.texts[spot.first]
        return spot.last - spot.first == 1 and len(text) < 6 and not text[1:].islower()

    def _is_of_event(self, spot: Spot) -> bool:
        after = self._tokens.folded[spot.last] if spot.last < len(self._tokens) else ""
        return after in self._words.context("event.place")

    def _is_in_institution(self, spot: Spot) -> bool:
        """Tell whether a name ends a body's ("University of Linden") or follows a party's letter ("R-Fla.")."""
        tokens, first = self._tokens, spot.first
        if first > 1 and tokens.texts[first - 1] == "-" and len(tokens.texts[first - 2]) == 1:
            return True
        lead, word = self._neighbours.lead(spot)
        if word != "of" or lead < 1 or not tokens.is_capital(lead - 1) or tokens.labels.get(lead - 1) == "PERSON":
            return False
        start, _ = tokens.bounds(first)
        return lead - 1 > start and tokens.folded[lead - 1] not in self._words.context("kind.of")

    def _belongs_to_actor(self, spot: Spot) -> bool:
        """Tell whether a name only says whom the noun after it belongs to: "Munich police", "the Ohio governor"."""
        owner = self._neighbours.is_owner(spot)
        index = spot.last + owner
        _, limit = self._tokens.bounds(spot.first)
        for position in range(index, min(limit, index + _FURTHEST)):
            token = self._tokens.doc[position]
            if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") and token.text != "-":
                return False
            lower = token.lower_
            if lower in self._words.context("actor.noun"):
                return not (owner and lower in self._words.context("owned.place"))
            if lower in self._words.context("event.place"):
                return False
        return False

    def _is_inside_name(self, spot: Spot, *, longer_only: bool = False) -> bool:
        """Tell whether a longer name of a person or a body holds this one, or the whole of it is a person's."""
        for index in {spot.first, spot.last - 1}:
            standing = self._cast.covering(index)
            if standing is None or standing.form is not MentionForm.NAME:
                continue
            actors = [self._cast[a] for a in standing.actors]
            if all(a.kind in _VAGUE for a in actors) or self._tokens.folded[standing.last - 1] in self._words.after:
                continue
            size, whole = spot.last - spot.first, standing.last - standing.first
            if size > whole:
                continue  # "Amazon" the company is not meant in "Amazon rainforest"
            if size == whole and longer_only and all(a.kind is ActorKind.PERSON for a in actors):
                continue
            if size < whole or not self._may_mistake(spot, [a.name for a in actors]):
                return True
        return False

    def _may_mistake(self, spot: Spot, names: Sequence[str | None]) -> bool:
        """Tell whether what is taken for an actor may be a place for all that: known, and never called anything longer."""
        lead, word = self._neighbours.lead(spot)
        if self._neighbours.follows_kind(lead):
            return True
        if not spot.known:
            return False
        if spot.listed and (word in _INSIDE or (spot.label in _PLACE_LABELS and word in _PREPOSITIONS)):
            return True
        longer = any(name is not None and len(name.split()) > spot.last - spot.first for name in names)
        return not longer and (spot.listed or word in _INSIDE or word in ("at", "of", "and", ",") or spot.contained)


def _surnames(cast: Cast) -> frozenset[str]:
    names = (actor.name.split() for actor in cast.actors if actor.kind is ActorKind.PERSON and actor.name)
    return frozenset(words[-1] for words in names if len(words) > 1)
