"""How many people a noun phrase counts: "at least 12 soldiers", "a policeman", "two dozen officials"."""

from __future__ import annotations

import re

from dateline.language import Token

_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "mln": 1_000_000}
_ROUGH = {"dozen": 12, "score": 20}
_VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "several", "many", "some", "few"])
_COLLECTIVES = frozenset("family group number series crowd population team crew majority part rest lot total".split())


def read_number(token: Token) -> int | None:
    """Return the number a numeral (with its parts before it) says, None where it says none.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> read_number(nlp("1,200")[0])
    1200
    """
    words = [c.lower_ for c in token.children if c.dep_ in ("compound", "quantmod", "nummod") and c.i < token.i]
    return parse_number([*words, token.lower_])


def parse_number(words: list[str]) -> int | None:
    """Return the value of a numeral's words, None where they are vague or no numeral.

    >>> parse_number(["twenty-three"]), parse_number(["two", "dozen"]), parse_number(["dozens"])
    (23, 24, None)
    """
    total: int | None = None
    for word in [part for w in words for part in w.split("-")]:
        value = _word_value(word)
        if word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word in _ROUGH:
            total = (total or 1) * _ROUGH[word]
        elif value is not None:
            total = value if total is None or value >= 100 > total else total + value if total % 10 == 0 else value
    return total


def _word_value(word: str) -> int | None:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", word):
        value = int(word.replace(",", ""))
        return value if value < 10_000_000 else None
    return _UNITS.get(word, _TENS.get(word))


def count_people(noun: Token) -> int | None:
    """Return how many a noun phrase counts ("at least 12 soldiers", "both pilots", "him"); None where it is vague or a date."""
    if noun.ent_type_ in ("DATE", "TIME"):
        return None
    if noun.pos_ == "NUM" or noun.like_num or noun.lower_ == "dozen":
        return read_number(noun)
    for child in noun.children:
        if child.dep_ in ("nummod", "quantmod") or (child.dep_ in ("amod", "compound") and child.like_num):
            number = read_number(child)
            if number is not None:
                return number
        if child.lower_ == "both" and child.dep_ in ("det", "predet"):
            return 2
    if noun.lower_ in _VAGUE or noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("them", "they", "who", "which", "that"):
        return None
    if noun.pos_ == "PROPN":
        return 1 if noun.ent_type_ in ("PERSON", "") else None
    if noun.tag_ == "NN":
        is_one = any(c.dep_ in ("det", "poss") or (c.dep_ == "appos" and c.pos_ == "PROPN") for c in noun.children)
        return 1 if is_one and noun.lower_ not in _COLLECTIVES else None
    return 1 if noun.lower_ in ("him", "her", "he", "she") else None
