"""How many were killed, injured, arrested: numbers that belong to one event only.

"At least 12", "more than a dozen", "130 people" and "no casualties" are understood; a number counts for an
event when its clause says so, or when the event's noun is the subject of the verb that kills.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax

_KILL = frozenset(["kill", "slay", "murder", "massacre", "execute", "assassinate", "die", "perish", "behead", "lynch"])
_INJURE = frozenset(["injure", "wound", "hurt", "maim"])
_ARREST = frozenset(["arrest", "detain", "jail", "imprison", "capture", "round"])
_UNITS = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    w: 10 * n
    for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "mln": 1_000_000}
_ROUGH = {"dozen": 12, "score": 20}
_VAGUE = frozenset(["dozens", "scores", "hundreds", "thousands", "several", "many", "some", "few"])


@dataclass(frozen=True, slots=True)
class Toll:
    """Counts of people; None where nothing is told."""

    killed: int | None = None
    injured: int | None = None
    arrested: int | None = None


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
    """Return how many a noun phrase counts ("at least 12 soldiers", "a policeman", "no one")."""
    if noun.pos_ == "NUM" or noun.like_num or noun.lower_ == "dozen":
        return read_number(noun)
    for child in noun.children:
        if child.dep_ in ("nummod", "quantmod") or (child.dep_ in ("amod", "compound") and child.like_num):
            number = read_number(child)
            if number is not None:
                return number
    if noun.lower_ in _VAGUE:
        return None
    if noun.tag_ == "NN" and any(c.dep_ == "det" and c.lower_ in ("a", "an", "one") for c in noun.children):
        return 1
    return None


def _total(nouns: list[Token]) -> int | None:
    counts = [count_people(n) for n in nouns]
    if not counts or counts[0] is None:
        return None
    return sum(c for c in counts if c is not None)


def read_toll(verb: Token) -> Toll:
    """Return what a verb of killing, wounding or arresting counts, with those coordinated to it."""
    lemma = verb.lemma_.lower()
    if lemma in ("die", "perish"):
        return Toll(killed=_total(syntax.surface_subjects(verb)))
    objects = syntax.deep_objects(verb)
    if lemma in _KILL:
        return Toll(killed=_total(objects))
    if lemma in _INJURE:
        return Toll(injured=_total(objects))
    if lemma in _ARREST:
        return Toll(arrested=_total(objects))
    if lemma == "leave":  # "left 12 dead and 30 wounded"
        return _read_left(verb, objects)
    return Toll()


def _read_left(verb: Token, objects: list[Token]) -> Toll:
    state = {c.lower_ for c in verb.subtree if c.dep_ in ("oprd", "acomp", "amod", "ccomp", "conj")}
    if state & {"dead", "killed"}:
        return Toll(killed=_total(objects[:1]))
    if state & {"injured", "wounded", "hurt"}:
        return Toll(injured=_total(objects[:1]))
    return Toll()


def merge_tolls(first: Toll, second: Toll) -> Toll:
    """Return both together; what the first tells stands."""
    return Toll(
        killed=first.killed if first.killed is not None else second.killed,
        injured=first.injured if first.injured is not None else second.injured,
        arrested=first.arrested if first.arrested is not None else second.arrested,
    )


def toll_of_event(head: Token) -> Toll:
    """Return the counts that belong to the act named at `head`.

    Its own verb; verbs it is the subject of ("the attack killed 12", "the attacks that killed 130"); adjuncts of
    its clause ("…, killing 12"); and verbs coordinated with it ("killed 12 and wounded 30").
    """
    toll = Toll()
    for verb in _related_verbs(head):
        toll = merge_tolls(toll, read_toll(verb))
    return toll


def _related_verbs(head: Token) -> list[Token]:
    verbs: list[Token] = []
    if head.pos_ in ("VERB", "AUX"):
        verbs.append(head)
        verbs += [c for c in head.children if c.dep_ in ("advcl", "conj", "xcomp") and c.pos_ == "VERB"]
        verbs += [g for c in verbs[1:] for g in c.children if g.dep_ == "conj" and g.pos_ == "VERB"]
        if head.dep_ == "conj" and head.head.pos_ == "VERB" and head.lemma_ in _KILL | _INJURE | _ARREST:
            pass  # its own count only: the first verb's belongs to that act
        return verbs
    for child in head.children:
        if child.dep_ in ("relcl", "acl") and child.pos_ == "VERB":
            verbs += [child, *(g for g in child.children if g.dep_ in ("conj", "advcl"))]
    if head.dep_ in ("nsubj", "pobj", "dobj"):
        verb = head.head.head if head.dep_ == "pobj" else head.head
        if verb.pos_ == "VERB" and (head.dep_ != "dobj" or verb.lemma_ in ("launch", "carry", "stage", "conduct")):
            if head.dep_ != "pobj" or head.head.lower_ in ("in", "by", "during", "from", "when"):
                verbs += [verb, *(c for c in verb.children if c.dep_ in ("conj", "advcl") and c.pos_ == "VERB")]
    return verbs
