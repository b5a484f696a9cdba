"""Where an act happened: the place that its own clause names."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.events.surroundings import Trigger
from dateline.language import Parse, Token
from dateline.model import Place, PlaceId

_WHERE = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "across",
        "over",
        "to",
        "from",
        "into",
        "along",
        "off",
        "through",
        "throughout",
        "within",
        "between",
        "against",
    ]
)


class PlaceChooser:
    """Chooses the places of the acts of one report."""

    def __init__(self, parse: Parse, places: Sequence[Place]) -> None:
        self._parse = parse
        self._by_sentence: dict[int, dict[int, Place]] = {}
        for place in places:
            tokens = parse.tokens_between(place.start, place.end)
            if tokens:
                number = parse.sentence_numbers[tokens[-1]]
                self._by_sentence.setdefault(number, {})[tokens[-1]] = place

    def choose(self, trigger: Trigger) -> PlaceId | None:
        """Return the place hung on the act's words or on its clause, the nearest to the trigger first; None where none is."""
        inside = self._by_sentence.get(self._parse.sentence_numbers[trigger.token.i], {})
        for word in _words_of(trigger) if inside else ():
            found = [(abs(n - word.i), n) for n in inside if _hangs_on(self._parse.tokens[n], word)]
            if found:
                return inside[min(found)[1]].id
        return None


def _words_of(trigger: Trigger) -> list[Token]:
    words = [trigger.token, *([trigger.carrier] if trigger.carrier is not None else [])]
    if not trigger.is_verb and trigger.carrier is None and trigger.token.head.pos_ == "VERB":
        words.append(trigger.token.head)
    return words


def _hangs_on(place: Token, word: Token) -> bool:
    """Tell whether a place is reached from a word through prepositions, compounds and appositions only."""
    token = place
    while token.head.i != token.i:
        if token.head.i == word.i:
            return token.dep_ in ("prep", "compound", "nmod", "poss", "amod", "advmod", "npadvmod") or (
                token.dep_ in ("dobj", "pobj") and word.pos_ == "VERB"
            )
        if token.dep_ not in ("pobj", "prep", "compound", "nmod", "appos", "conj", "amod", "poss", "dobj"):
            return False
        if token.dep_ == "prep" and token.lower_ not in _WHERE and token.lower_ != "of":
            return False
        token = token.head
    return False
