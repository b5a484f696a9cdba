"""The status of an act that a noun names: its determiner and adjectives, the verb that carries it, what governs it."""

from __future__ import annotations

from dateline.extract import syntax
from dateline.extract.events.status.readings import (
    ACTUAL,
    HYPOTHETICAL,
    NEGATED,
    PLANNED,
    UNMARKED,
    WORDS,
    StatusReading,
    find_status,
    hint,
    mark,
)
from dateline.extract.events.status.verbs import read_verb
from dateline.extract.events.surroundings import Trigger
from dateline.language import Token
from dateline.model import EventStatus, EventType

_MEASURES = frozenset({EventType.SANCTION, EventType.COERCE})
"""Acts that are done when they are ordered."""
_NONE = frozenset({"no", "neither"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_OF = frozenset({"of", "for", "to", "at", "against"})


def read_noun(trigger: Trigger, kind: EventType | None = None) -> StatusReading:
    """Return the status of the act a noun names; `kind` is its type where that is known."""
    noun = trigger.token
    own = _read_own(noun)
    if own is not None:
        return own
    if noun.dep_ == "pobj" and noun.head.dep_ in ("prep", "agent"):
        before = _read_preposition(noun, noun.head)
        if before is not UNMARKED:
            return before
    return _read_governor(noun) if trigger.carrier is None else _read_carrier(noun, trigger.carrier, kind)


def _read_own(noun: Token) -> StatusReading | None:
    """Read a noun's determiner and adjectives: "no agreement", "the planned visit", "any attack"."""
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in _NONE:
            return mark(NEGATED, f"“{child.text} {noun.text}”")
        if child.dep_ in ("amod", "det"):
            status = find_status(child.lower_, "adjective")
            if status is not None:
                return mark(status, f"“{child.text} {noun.text}”")
        if child.dep_ in ("relcl", "acl"):
            status = _find_expectation(child)
            if status is not None:
                return mark(status, f"“{noun.text} … {child.text}”")
    return None


def _find_expectation(word: Token) -> EventStatus | None:
    """Return the status that a participle or adjective gives what it is said of: "talks scheduled for Friday"."""
    if word.tag_ not in ("VBN", "JJ", "VBD") or word.lower_ not in WORDS["planned.said-of"] or syntax.is_negated(word):
        return None
    is_cause = word.lower_ == "due" and not any(
        c.dep_ in ("xcomp", "npadvmod") or c.lower_ in ("on", "in") for c in word.children
    )
    return None if is_cause else PLANNED


def _read_carrier(noun: Token, carrier: Token, kind: EventType | None) -> StatusReading:
    """Read the verb that carries a noun; one that presupposes the act leaves it as done."""
    word = syntax.lemma_of(carrier)
    reason = f"“{carrier.text} {noun.text}”"
    reading = read_verb(carrier)
    if word in WORDS["presupposing"] and (word not in WORDS["again"] or reading.status is ACTUAL):
        return mark(ACTUAL, reason)
    if reading is not UNMARKED:
        return reading
    status = find_status(word, "noun")
    if status is not None:
        return mark(status, reason)
    if noun.dep_ != "dobj" or (kind in _MEASURES and word in WORDS["enacting"]):
        return UNMARKED
    return hint(PLANNED, reason) if word in WORDS["announcing"] else UNMARKED


def _read_governor(noun: Token) -> StatusReading:
    """Read what a noun is the object or subject of ("sought talks"), or what stands before its preposition."""
    head = noun.head
    if noun.dep_ == "conj" and head.pos_ == "NOUN":
        return _read_governor(head)
    if head.pos_ not in ("VERB", "AUX"):
        return UNMARKED
    word = syntax.lemma_of(head)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        expected = _find_expectation(_predicate(head))
        if expected is not None:
            return mark(expected, f"“{noun.text} … {_predicate(head).text}”")
    if noun.dep_ == "dobj" and word in WORDS["again"]:
        again = read_verb(head)
        return again if again.status is not ACTUAL else UNMARKED
    if noun.dep_ in ("dobj", "nsubjpass") and word not in WORDS["presupposing"]:
        status = find_status(word, "noun")
        if status is not None:
            reason = f"governed by “{head.text}”"
            return mark(status, reason) if status is not HYPOTHETICAL else hint(status, reason)
    if noun.dep_ in ("nsubj", "nsubjpass") and word in WORDS["taking-place"]:
        return _lean_on(noun, head)
    return UNMARKED


def _predicate(verb: Token) -> Token:
    """Return the adjective or participle a form of "be" says of its subject, else the verb itself."""
    if verb.lemma_ != "be":
        return verb
    return next((c for c in verb.children if c.dep_ == "acomp"), verb)


def _lean_on(noun: Token, verb: Token) -> StatusReading:
    """Return the status of a noun's verb where it is to come or possible and the noun speaks of no known act."""
    if any(c.lower_ in _KNOWN or c.dep_ == "poss" for c in noun.children):
        return UNMARKED
    reading = read_verb(verb)
    if reading is UNMARKED or reading.status is ACTUAL:
        return UNMARKED
    return hint(reading.status, f"with “{verb.text}”: {reading.reason}")


def _is_denied_talk(word: Token) -> bool:
    """Tell whether a word is talk of something that somebody denies: "denied rumours of riots"."""
    return (
        syntax.lemma_of(word) in WORDS["talk"]
        and word.dep_ == "dobj"
        and syntax.lemma_of(word.head) in WORDS["denying"]
    )


def _read_preposition(noun: Token, preposition: Token) -> StatusReading:
    link, above = preposition.lower_, preposition.head
    if link == "without":
        return mark(NEGATED, f"“without {noun.text}”")
    if link == "of" and _is_denied_talk(above):
        return mark(NEGATED, f"“{above.head.text} {above.text} of {noun.text}”")
    if link == "of" and above.lower_ in WORDS["planned.ahead"]:
        return mark(PLANNED, f"“{above.text} of {noun.text}”")
    if link in WORDS["planned.before"] or above.lower_ in WORDS["planned.before"]:
        return hint(PLANNED, f"“{above.text} {link} {noun.text}”")
    if above.pos_ in ("VERB", "AUX"):
        if link == "for" and syntax.lemma_of(above) in WORDS["travelling"]:
            return hint(PLANNED, f"“{above.text} {link} {noun.text}”")
        status = find_status(syntax.lemma_of(above), "of") if link == "for" else None
        return hint(status, f"“{above.text} {link} {noun.text}”") if status is not None else UNMARKED
    status = find_status(syntax.lemma_of(above), "of") if link in _OF else None
    return hint(status, f"“{above.text} {link} {noun.text}”") if status is not None else UNMARKED
