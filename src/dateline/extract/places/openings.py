"""Datelines that stand in the prose: "EDMONTON, Ky. (WBKO) -", "CAIRO - The court", one for each item of a digest."""

from __future__ import annotations

from dateline.extract.places.tokens import Tokens
from dateline.extract.places.toponyms import Spot
from dateline.knowledge.places.gazetteer import Gazetteer

_NO_TOWNS = frozenset({"the", "this", "that", "update"})
_DASHES = frozenset({"-", "--", "—", "–", "_"})
_HEAD = 6  # words of a dateline, its dash among them
_AFTER_TOWN = frozenset(["-", "--", "—", "–", "_", ",", "(", "/", ":"])


def is_opening(index: int, tokens: Tokens) -> bool:
    """Tell whether a word in capitals opens a paragraph or an item of a digest, as the town of a dateline does."""
    text = tokens.texts[index]
    if len(text) < 4 or not text.isupper() or not text.isalpha() or tokens.folded[index] in _NO_TOWNS:
        return False
    sentence = tokens.parse.sentence_at(index)
    if index != sentence.first or sentence.is_title:
        return False
    if sentence.index == 0 or tokens.parse.sentences[sentence.index - 1].paragraph != sentence.paragraph:
        return True
    return not _DASHES.isdisjoint(tokens.texts[index + 1 : index + _HEAD])


def spot_opening(index: int, tokens: Tokens, gazetteer: Gazetteer) -> Spot | None:
    """Return the town in capitals that opens a paragraph, if the tables know it."""
    texts = tokens.texts
    last = index + 1
    while last < len(texts) and texts[last].isupper() and len(texts[last]) > 2 and texts[last].isalpha():
        last += 1
    if last < len(texts) and (texts[last] in _AFTER_TOWN or index == 0):
        name = tokens.words(index, last).title()
        if gazetteer.towns(name) or gazetteer.regions_of(name):
            return Spot(index, last, "GPE", known=True, listed=True)
    return None
