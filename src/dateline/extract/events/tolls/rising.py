"""Tolls told by how they grew: "which raised the number of those killed in the attacks to 130", "the death toll rose to 45"."""

from __future__ import annotations

from dateline.extract.counting import count_people
from dateline.language import Token

_RAISES = frozenset("raise bring take push lift put".split())
_RISES = frozenset("rise climb grow increase jump reach stand".split())
_DEAD = frozenset("dead death fatality killed victim".split())
_OF_ACT = frozenset(("of", "from", "in"))


def read_risen_toll(act: Token) -> int | None:
    """Return to how many the dead of an act grew, by the word that names it; None where that is not told."""
    count = _find_count(act)
    return _read_number(count) if count is not None else None


def _find_count(act: Token) -> Token | None:
    """Return the noun that counts the dead of an act: "the toll of the attack", "the number of those killed in the attack"."""
    noun = _above(act, _OF_ACT)
    if noun is None and act.dep_ == "acl":
        noun = act.head
    elif noun is not None and noun.tag_ == "VBN" and noun.lemma_ in ("kill", "die"):
        noun = noun.head
    if noun is None:
        return None
    counted = noun if noun.lemma_ == "toll" else _above(noun, frozenset(("of",)))
    if counted is None or counted.lemma_ not in ("toll", "number"):
        return None
    return counted if counted.lemma_ == "toll" or _speaks_of_dead(counted) else None


def _above(word: Token, prepositions: frozenset[str]) -> Token | None:
    """Return what a word is hung on by one of some prepositions."""
    link = word.head
    return link.head if word.dep_ == "pobj" and link.lower_ in prepositions else None


def _speaks_of_dead(count: Token) -> bool:
    return any(word.lemma_.lower() in _DEAD or word.lower_ in _DEAD for word in count.subtree)


def _read_number(count: Token) -> int | None:
    verb = count.head
    raised = count.dep_ == "dobj" and verb.lemma_ in _RAISES
    risen = count.dep_ == "nsubj" and verb.lemma_ in _RISES
    if not raised and not risen:
        return None
    after = [word for word in verb.subtree if word.i > max(count.i, verb.i)]
    for word in after:
        at_last = word.head.lower_ in ("to", "at") or word.head.i == verb.i
        if at_last and (word.like_num or word.pos_ == "NUM" or word.dep_ in ("pobj", "dobj")):
            number = count_people(word)
            if number is not None and number > 1:
                return number
    return None
