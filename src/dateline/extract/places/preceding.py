"""What stands before and after a name: the preposition that takes it, "town of", lists, and a smaller place with a comma."""

from __future__ import annotations

from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.places.words import PlaceWords

_SKIPPED = frozenset(["the", "a", "an", "", "both", "all", "nearby", "neighboring", "neighbouring"])
_LINKS = frozenset({"and", "or", "nor", "to", "the", "&", ",", "-", "–", "/"})
_OFFICIAL = frozenset("state department republic area community post base territory".split())  # "Department of Justice"
_FURTHEST = 5
_OWNING = ("'s", "’s", "'", "’")


class Neighbours:
    """Reads the words around names; remembers the name before, for lists and for "Samarra, Iraq"."""

    def __init__(self, tokens: Tokens, words: PlaceWords) -> None:
        self._tokens = tokens
        self._words = words
        self._previous: Spot | None = None
        self.previous_accepted = False

    def remember(self, spot: Spot, *, accepted: bool) -> None:
        """Keep the last name and whether it was a place."""
        self._previous, self.previous_accepted = spot, accepted

    def lead(self, spot: Spot) -> tuple[int, str]:
        """Return the number and the folded form of the word before a name: articles, directions, adjectives left out.

        The number is -1 where the sentence begins with the name.
        """
        start, _ = self._tokens.bounds(spot.first)
        index = spot.first - 1
        while index >= start and spot.first - index <= _FURTHEST:
            folded = self._tokens.folded[index]
            if folded not in _SKIPPED and folded not in self._words.before:
                token = self._tokens.doc[index]
                if token.pos_ != "ADJ" or folded == "near":
                    return index, folded
            index -= 1
        return (index, self._tokens.folded[index]) if index >= start else (-1, "")

    def has_direction(self, spot: Spot) -> bool:
        """Tell whether a direction stands before a name: "southern Iraq", "the contiguous United States"."""
        index = spot.first - 1
        return index >= 0 and self._tokens.folded[index] in self._words.before

    def follows_kind(self, lead: int) -> bool:
        """Tell whether "town of" or "the city" stands before a name."""
        if lead < 0:
            return False
        kind = lead - 1 if self._tokens.folded[lead] == "of" else lead
        if kind < 0 or self._tokens.folded[kind] not in self._words.context("kind.of"):
            return False
        return not self._tokens.is_capital(kind) or self._tokens.folded[kind] not in _OFFICIAL

    def has_kind(self, spot: Spot) -> bool:
        """Tell whether a word for a kind of place ends a name or stands right after it."""
        return self.ends_in_kind(spot) or (
            spot.last < len(self._tokens) and self._tokens.folded[spot.last] in self._words.after
        )

    def ends_in_kind(self, spot: Spot) -> bool:
        """Tell whether a name of several words ends in one for a kind of place: "Linden Hospital"."""
        return spot.last - spot.first > 1 and self._tokens.folded[spot.last - 1] in self._words.after

    def is_owner(self, spot: Spot) -> bool:
        """Tell whether a possessive stands right after a name."""
        return spot.last < len(self._tokens) and self._tokens.texts[spot.last] in _OWNING

    def follows_place(self, spot: Spot) -> bool:
        """Tell whether a smaller place and a comma stand before: "Samarra, Iraq"."""
        before = self._previous
        if before is None or not self.previous_accepted or before.country is not None:
            return False
        between = self._tokens.texts[before.last : spot.first]
        if between and self._tokens.folded[before.last] in self._words.after:
            between = between[1:]
        return between in ([","], ["("], [",", "the"], [",", "in"])

    def is_listed(self, spot: Spot) -> bool:
        """Tell whether the name continues a list that a name of its sort began, or a list of places at all events."""
        before = self._previous
        if (
            before is None
            or not (before.acts == spot.acts or self.previous_accepted)
            or not 0 < spot.first - before.last <= 3
        ):
            return False
        between = [t.lower() for t in self._tokens.texts[before.last : spot.first]]
        return all(t in _LINKS for t in between) and not (spot.acts and "to" in between)

    def is_in_longer_run(self, spot: Spot) -> bool:
        """Tell whether further capitals stand right before or after, as in a person's or a company's name."""
        tokens = self._tokens
        first, limit = tokens.bounds(spot.first)
        before, after = spot.first - 1, spot.last
        if before > first and tokens.is_capital(before) and tokens.folded[before] not in self._words.before:
            return tokens.labels.get(before) not in ("GPE", "LOC", "FAC", "NORP")
        if after < limit and tokens.is_capital(after) and tokens.folded[after] not in self._words.after:
            return True
        return after + 1 < limit and tokens.texts[after] in ("&", "-") and tokens.is_capital(after + 1)
