"""Whether an act is told as done, to come, possible, or not so.

Explicit marks decide (negation, modals, the word that governs the act); where there are none the tagger's
opinion counts, and without a tagger the tense.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.events.surroundings import Trigger
from dateline.model import EventStatus

_ACTUAL, _PLANNED = EventStatus.ACTUAL, EventStatus.PLANNED
_HYPOTHETICAL, _NEGATED = EventStatus.HYPOTHETICAL, EventStatus.NEGATED

_NEGATORS = frozenset(
    [
        "avoid",
        "prevent",
        "avert",
        "deny",
        "fail",
        "refuse",
        "decline",
        "forbid",
        "prohibit",
        "cancel",
        "scrap",
        "abandon",
        "foil",
        "thwart",
        "rule_out",
        "stop",
        "dismiss",
        "reject",
        "abort",
        "forgo",
        "forego",
    ]
)
_PLANNERS = frozenset(
    [
        "plan",
        "intend",
        "schedule",
        "expect",
        "prepare",
        "aim",
        "decide",
        "pledge",
        "promise",
        "vow",
        "agree",
        "arrange",
        "set",
        "slate",
        "poise",
        "announce",
        "commit",
        "head",
    ]
)
_WISHERS = frozenset(
    [
        "want",
        "seek",
        "hope",
        "wish",
        "urge",
        "demand",
        "propose",
        "consider",
        "threaten",
        "fear",
        "warn",
        "ask",
        "call",
        "request",
        "recommend",
        "suggest",
        "push",
        "press",
        "discuss",
        "debate",
        "mull",
        "contemplate",
        "encourage",
        "persuade",
        "convince",
        "allow",
        "permit",
        "enable",
        "authorize",
        "authorise",
        "help",
        "try",
        "attempt",
        "need",
        "require",
        "favour",
        "favor",
        "support",
        "oppose",
        "advocate",
        "offer",
        "invite",
        "discourage",
        "deter",
    ]
)
_PLANNED_ADJECTIVES = frozenset(
    ["planned", "upcoming", "scheduled", "forthcoming", "future", "next", "coming", "impending", "imminent", "proposed"]
)
_POSSIBLE_ADJECTIVES = frozenset(
    [
        "possible",
        "potential",
        "alleged",
        "suspected",
        "likely",
        "hypothetical",
        "threatened",
        "feared",
        "further",
        "any",
        "eventual",
    ]
)
_PLANNED_STATES = frozenset(
    ["due", "set", "scheduled", "slated", "poised", "ready", "expected", "likely", "prepared", "bound", "about"]
)
_POSSIBLE_STATES = frozenset(
    [
        "willing",
        "able",
        "unlikely",
        "reluctant",
        "eager",
        "keen",
        "free",
        "possible",
        "impossible",
        "unable",
        "unwilling",
    ]
)
_MODALS = {
    "will": _PLANNED,
    "'ll": _PLANNED,
    "’ll": _PLANNED,
    "wo": _PLANNED,
    "shall": _PLANNED,
    "would": _HYPOTHETICAL,
    "'d": _HYPOTHETICAL,
    "could": _HYPOTHETICAL,
    "may": _HYPOTHETICAL,
    "might": _HYPOTHETICAL,
    "should": _HYPOTHETICAL,
    "must": _HYPOTHETICAL,
    "can": _HYPOTHETICAL,
    "ca": _HYPOTHETICAL,
    "ought": _HYPOTHETICAL,
}
_CONDITIONALS = frozenset(["if", "unless", "whether", "lest"])


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A status with what decided it; `is_marked` tells whether an explicit mark did."""

    status: EventStatus
    reason: str
    is_marked: bool


def read_status(trigger: Trigger) -> StatusReading:
    """Return the status of the act a trigger names, as its clause marks it."""
    if trigger.is_verb:
        return _read_verb(trigger.token)
    return _read_noun(trigger)


def _marked(status: EventStatus, reason: str) -> StatusReading:
    return StatusReading(status, reason, True)


def _read_verb(verb: Token) -> StatusReading:
    if syntax.is_negated(verb):
        return _marked(_NEGATED, "the verb is negated")
    own = _read_auxiliaries(verb)
    if own is not None:
        return own
    above = _read_governor(verb)
    if above is not None:
        return above
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "aux") for c in verb.children):
        shared = _read_verb(verb.head)
        if shared.is_marked:
            return shared
    return StatusReading(_ACTUAL, "told without a mark of plan, wish or denial", False)


def _read_auxiliaries(verb: Token) -> StatusReading | None:
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    for word in auxiliaries:
        if word in _MODALS:
            if word in ("would", "could", "might") and "have" in auxiliaries:
                return _marked(_HYPOTHETICAL, f"“{word} have”")
            return _marked(_MODALS[word], f"“{word}”")
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in _CONDITIONALS:
            return _marked(_HYPOTHETICAL, f"in a clause with “{child.lower_}”")
    if "to" in auxiliaries and verb.dep_ == "ROOT":
        return _marked(_PLANNED, "a headline's infinitive")
    return None


def _read_governor(verb: Token) -> StatusReading | None:
    """Read the word whose clause the verb is: "plans to", "refused to", "is due to", "prevented from"."""
    head, dep = verb.head, verb.dep_
    if dep == "pcomp" and head.dep_ == "prep":
        head, dep = head.head, "xcomp"
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if dep in ("xcomp", "ccomp", "acl") and head.i != verb.i:
        word = head.lemma_.lower()
        if dep == "ccomp" and not infinitive and word not in _WISHERS:
            return None
        if dep == "acl" and not infinitive:
            return None
        return _read_governing_word(head, word, infinitive=infinitive)
    if dep == "advcl" and infinitive:
        return _marked(_HYPOTHETICAL, "an infinitive of purpose")
    return None


def _read_governing_word(head: Token, word: str, *, infinitive: bool) -> StatusReading | None:
    if word in _NEGATORS:
        return _marked(_NEGATED, f"governed by “{head.text}”")
    if word in _PLANNERS or word in _PLANNED_STATES or head.lower_ in _PLANNED_STATES:
        if syntax.is_negated(head):
            return _marked(_NEGATED, f"“{head.text}” is negated")
        return _marked(_PLANNED, f"governed by “{head.text}”")
    if word in _WISHERS or word in _POSSIBLE_STATES:
        return _marked(_HYPOTHETICAL, f"governed by “{head.text}”")
    if head.pos_ == "NOUN" and infinitive:
        planned = word in ("plan", "decision", "promise", "vow", "pledge", "intention", "agreement", "intent")
        return _marked(_PLANNED if planned else _HYPOTHETICAL, f"governed by “{head.text}”")
    if head.pos_ in ("VERB", "AUX"):
        if syntax.is_negated(head):
            return _marked(_NEGATED, f"“{head.text}” is negated")
        above = _read_auxiliaries(head)
        if above is not None:
            return above
    return None


def _read_noun(trigger: Trigger) -> StatusReading:
    noun = trigger.token
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in ("no", "neither"):
            return _marked(_NEGATED, f"“{child.text} {noun.text}”")
        if child.lower_ in _PLANNED_ADJECTIVES and child.dep_ == "amod":
            return _marked(_PLANNED, f"“{child.text} {noun.text}”")
        if child.lower_ in _POSSIBLE_ADJECTIVES and child.dep_ in ("amod", "det"):
            return _marked(_HYPOTHETICAL, f"“{child.text} {noun.text}”")
    if trigger.carrier is not None:
        reading = _read_verb(trigger.carrier)
        if reading.is_marked:
            return reading
        word = trigger.carrier.lemma_.lower()
        if word in _NEGATORS:
            return _marked(_NEGATED, f"“{trigger.carrier.text} {noun.text}”")
        if word in ("plan", "schedule", "postpone", "call"):
            return _marked(_PLANNED, f"“{trigger.carrier.text} {noun.text}”")
        return reading
    return _read_noun_governor(noun)


def _read_noun_governor(noun: Token) -> StatusReading:
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        if head.lower_ == "without":
            return _marked(_NEGATED, f"“without {noun.text}”")
        preposition, head = head, head.head
        if preposition.lower_ == "for" and head.lemma_.lower() in (
            "call",
            "appeal",
            "demand",
            "ask",
            "plea",
            "push",
            "plan",
            "hope",
        ):
            return _marked(_HYPOTHETICAL, f"“{head.text} for {noun.text}”")
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return StatusReading(_ACTUAL, "told without a mark of plan, wish or denial", False)
    word = head.lemma_.lower()
    if head.pos_ == "VERB":
        if word in _NEGATORS:
            return _marked(_NEGATED, f"governed by “{head.text}”")
        if word in _WISHERS and noun.dep_ == "dobj":
            return _marked(_HYPOTHETICAL, f"governed by “{head.text}”")
    return StatusReading(_ACTUAL, "told without a mark of plan, wish or denial", False)
