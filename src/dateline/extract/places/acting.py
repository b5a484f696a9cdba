"""When a state's name, or that of its seat, is a place: only where the words around it make it one.

"In Iraq", "southern Iraq", "Basra, Iraq", "a visit to Iraq", "the border with Iraq", "Iraq's second city"; but not
"Iraq said", "talks with Iraq", "Iraq's minister". Rates by context were counted in annotated reports.
"""

from __future__ import annotations

from dateline.extract.places.preceding import Neighbours
from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.places.words import PlaceWords
from dateline.language import Token

_FURTHEST = 5
# For these no adjective is at hand, so that "the U.S. embassy" is one of theirs and not one there.
_WITHOUT_ADJECTIVE = frozenset({"USA", "GBR", "ARE", "NZL", "SAU"})
_OPEN = ("ADJ", "NUM", "PROPN", "ADV", "VERB")


class StateJudge:
    """Judges names that can act."""

    def __init__(self, tokens: Tokens, words: PlaceWords, neighbours: Neighbours) -> None:
        self._tokens = tokens
        self._words = words
        self._neighbours = neighbours

    def is_place(self, spot: Spot) -> bool:
        """Tell whether a state's name stands for its land, or a seat's name for the town or building."""
        near = self._neighbours
        if near.has_direction(spot) or near.follows_place(spot) or self._is_base(spot) or self._is_heading(spot):
            return True
        if near.is_owner(spot):
            return self._owns_place(spot)
        if self._is_modifier(spot):
            return self._is_of_event(spot)
        if near.is_listed(spot):
            return near.previous_accepted
        lead, word = near.lead(spot)
        if word in self._words.context("locative") or (word == "at" and spot.seat) or near.follows_kind(lead):
            return True
        return lead >= 0 and self._is_reached(spot, lead, word)

    def is_geographic(self, spot: Spot) -> bool:
        """Tell whether an adjective says whose border or waters: "the Syrian border", not "Syrian border guards"."""
        _, limit = self._tokens.bounds(spot.first)
        after = spot.last
        if after >= limit or self._tokens.folded[after] not in ("border", "frontier", "airspace", "waters", "coast"):
            return False
        return after + 1 >= limit or self._tokens.doc[after + 1].pos_ not in ("NOUN", "PROPN", "ADJ")

    def _is_reached(self, spot: Spot, lead: int, word: str) -> bool:
        """Tell whether a preposition or verb takes a state as somewhere to be, to come from or to go."""
        context = self._words.context
        governors = self._governors(spot, lead)
        if word == "from":
            return not governors & context("from.actor")
        if word in ("to", "for"):
            return bool(governors & context("to.place"))
        if word == "of":
            return bool(governors & context("of.place"))
        if word in ("with", "between"):
            return bool(governors & context("with.border"))
        if word == "including":
            return bool(governors & context("including.place"))
        return self._head(spot).dep_ in ("dobj", "pobj") and bool(governors & context("verb.place"))

    def _governors(self, spot: Spot, lead: int) -> set[str]:
        """Return the lemmas that the name hangs on: by the parse, and the word before its preposition."""
        head = self._head(spot)
        found = {head.head.lemma_.lower()}
        if head.dep_ in ("pobj", "pcomp"):
            above = head.head.head
            found |= {above.lemma_.lower(), above.lower_}
            found |= {c.lower_ for c in above.children if c.dep_ in ("advmod", "prt") and c.i < head.i}
        if lead > 0:
            found.add(self._tokens.doc[lead - 1].lemma_.lower())
        return found

    def _head(self, spot: Spot) -> Token:
        for index in range(spot.first, spot.last):
            token = self._tokens.doc[index]
            if not spot.first <= token.head.i < spot.last or token.head.i == token.i:
                return token
        return self._tokens.doc[spot.last - 1]

    def _is_modifier(self, spot: Spot) -> bool:
        """Tell whether the name belongs to a noun right after it: "the U.S. embassy", "the Iran-Iraq war"."""
        head = self._head(spot)
        if head.dep_ not in ("compound", "nmod", "amod", "nsubj") or not spot.last <= head.head.i < spot.last + 4:
            return False
        if head.dep_ == "nsubj":
            return False
        return self._tokens.texts[spot.last] not in (",", ";", ":", "and", "or")

    def _is_of_event(self, spot: Spot) -> bool:
        """Tell whether what the name belongs to is named by where it is: "the Kenya bombing"."""
        if spot.country in _WITHOUT_ADJECTIVE or self._tokens.labels.get(spot.first) == "NORP":
            return False
        following = self._tokens.folded[spot.last : spot.last + 2]
        return any(word in self._words.context("event.state") for word in following)

    def _owns_place(self, spot: Spot) -> bool:
        """Tell whether a state has what a place has: its capital, its coast, its largest city; not its state media."""
        owned = self._words.context("owned.place")
        _, limit = self._tokens.bounds(spot.first)
        found = False
        for index in range(spot.last + 1, min(limit, spot.last + _FURTHEST)):
            token = self._tokens.doc[index]
            if token.lower_ in owned:
                found = True
            elif token.pos_ == "NOUN":
                found = False
            elif found or (token.pos_ not in _OPEN and token.text != "-"):
                break
        return found

    def _is_heading(self, spot: Spot) -> bool:
        """Tell whether a name is all that a sentence holds, as over an item of a digest: "2. Sudan."."""
        sentence = self._tokens.parse.sentence_at(spot.first)
        others = (self._tokens.doc[i] for i in range(sentence.first, sentence.last) if not spot.first <= i < spot.last)
        return not sentence.is_title and all(t.pos_ in ("PUNCT", "NUM", "SPACE", "X", "SYM") for t in others)

    def _is_base(self, spot: Spot) -> bool:
        return self._tokens.texts[spot.last : spot.last + 2] == ["-", "based"]
