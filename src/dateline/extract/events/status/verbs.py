"""The status of an act that a verb names: negation, auxiliaries, the clause it stands in, the word that governs it."""

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
from dateline.language import Token

_DEEPEST = 3  # governors above governors that are still looked at
_INSTEAD = frozenset({"without", "instead", "than"})


def read_verb(verb: Token, depth: int = 0) -> StatusReading:
    """Return the status of the act a verb names, as its own clause and what governs it mark it."""
    condition = _read_condition(verb)
    if condition is not None:  # "if they do not release him" denies nothing
        return condition
    if syntax.is_negated(verb):
        return mark(NEGATED, "the verb is negated")
    if _is_done_by_few(verb):
        return mark(NEGATED, "hardly any did")
    own = read_auxiliaries(verb) or _read_governor(verb, depth)
    if own is not None:
        return own
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and depth < _DEEPEST and not _stands_alone(verb):
        return read_verb(verb.head, depth + 1)
    return UNMARKED


def _is_done_by_few(verb: Token) -> bool:
    """Tell whether a subject says that next to nobody did it: "few of them", "hardly any"; "a few" did."""
    for subject in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
        for word in (subject, *(c for c in subject.children if c.dep_ in ("amod", "det"))):
            before = [c.lower_ for c in word.children]
            if word.lower_ == "few" and not any(c.lower_ in ("a", "quite", "the") for c in subject.children):
                return "a" not in before
            if word.lower_ == "any" and any(w in ("hardly", "scarcely", "barely") for w in before):
                return True
    return False


def _stands_alone(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)


def read_auxiliaries(verb: Token) -> StatusReading | None:
    """Read a verb's own auxiliaries: "will visit", "could have attacked", "would attack"."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    perfect = "have" in auxiliaries
    for word in auxiliaries:
        if word in WORDS["modal.planned"]:
            return mark(PLANNED, f"“{word}”")
        if word in WORDS["modal.hypothetical"]:
            return mark(HYPOTHETICAL, f"“{word}”")
        if word in WORDS["modal.conditional"]:
            if perfect:
                return mark(HYPOTHETICAL, f"“{word} have”")
            return hint(PLANNED if _is_reported(verb) else HYPOTHETICAL, f"“{word}”")
    if "to" in auxiliaries and verb.dep_ == "ROOT":
        return mark(PLANNED, "a headline's infinitive")
    return None


def _is_reported(verb: Token) -> bool:
    """Tell whether a clause is what somebody said, so that its "would" tells what was to come."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")


def _read_condition(verb: Token) -> StatusReading | None:
    for child in verb.children:
        if child.dep_ in ("mark", "advmod") and child.lower_ in WORDS["conditional"]:
            return mark(HYPOTHETICAL, f"in a clause with “{child.lower_}”")
    return None


def _read_governor(verb: Token, depth: int) -> StatusReading | None:
    """Read the word whose clause the verb is: "plans to", "refused to", "is due to", "prevented from"."""
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return None
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if dep == "xcomp" and infinitive and any(c.lower_ == "yet" for c in head.children):
        return mark(NEGATED, f"who “{head.text} yet to” has not")
    if dep == "pcomp" and head.dep_ == "prep":
        if head.lower_ == "of" and head.head.lower_ == "short":
            return mark(NEGATED, "“short of”")
        if head.lower_ in _INSTEAD or head.head.lower_ in _INSTEAD:
            return mark(NEGATED, f"“{head.lower_} {verb.text}”")
        return _read_governing_word(_governor_of(head), depth, infinitive=True)
    if dep == "acl" and not infinitive:
        return None
    if dep in ("xcomp", "acl") or (dep == "ccomp" and (infinitive or _governs_that(head))):
        if any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
            return hint(ACTUAL, "an infinitive of what was done")
        if dep == "xcomp" and infinitive and _is_about_to(head) and not syntax.is_negated(head):
            return hint(PLANNED, f"“{head.text} to”")
        return _read_governing_word(head, depth, infinitive=infinitive)
    if dep == "advcl" and infinitive:
        planned = syntax.lemma_of(head) in WORDS["travelling"] or any(c.lower_ == "order" for c in verb.children)
        return hint(PLANNED if planned else ACTUAL, "an infinitive of purpose")
    return None


def _governor_of(preposition: Token) -> Token:
    """Return what a preposition belongs to: of "acquitted him of" and "kept them from" the verb, wherever it was hung."""
    above = preposition.head
    if above.dep_ == "dobj" and preposition.lower_ in ("of", "from"):
        return above.head if find_status(syntax.lemma_of(above.head), "verb") is NEGATED else above
    return above


def _governs_that(head: Token) -> bool:
    """Tell whether a clause with "that" after this word is wished, asked or denied ("demanded that", "denied that")."""
    word = syntax.lemma_of(head)
    return word in WORDS["hypothetical.that"] or word == "deny"


def _is_about_to(head: Token) -> bool:
    """Tell whether "be" or "be going" before an infinitive says that something is to come: "is to leave"."""
    if head.lower_ == "going":
        return any(c.dep_ == "aux" and c.lemma_ == "be" for c in head.children)
    return head.lower_ in ("is", "are", "was", "were") and not any(
        c.dep_ in ("acomp", "attr", "expl") for c in head.children
    )


def _read_governing_word(head: Token, depth: int, *, infinitive: bool) -> StatusReading | None:
    word = syntax.lemma_of(head)
    if head.pos_ not in ("VERB", "AUX"):
        return _read_governing_noun(head, word) if infinitive else None
    status = find_status(word, "verb") or find_status(head.lower_, "state")
    if word in ("tell", "warn", "ask") and not infinitive:
        status = None
    reason = f"governed by “{head.text}”"
    if status is not None:
        if syntax.is_negated(head):
            return hint(ACTUAL if status is NEGATED else NEGATED, f"“{head.text}” is negated")
        return mark(status, reason)
    above = _read_above(head, depth)
    if above is None and word in WORDS["tried"]:
        return hint(PLANNED, reason)
    return above


def _read_above(head: Token, depth: int) -> StatusReading | None:
    """Read the governing verb itself, whose status goes over to what it governs."""
    if depth >= _DEEPEST:
        return None
    if syntax.is_negated(head):
        return hint(NEGATED, f"“{head.text}” is negated")
    above = read_verb(head, depth + 1)
    return above if above is not UNMARKED else None


def _read_governing_noun(head: Token, word: str) -> StatusReading | None:
    """Read the noun or adjective an infinitive hangs on: "plan to", "due to"; nouns are often meant otherwise."""
    if head.pos_ in ("NOUN", "PROPN"):
        status = find_status(word, "of")
        return hint(status, f"governed by “{head.text}”") if status is not None else None
    status = find_status(head.lower_, "state")
    if status is None:
        return None
    if syntax.is_negated(head) or (head.head.pos_ in ("VERB", "AUX") and syntax.is_negated(head.head)):
        return hint(NEGATED, f"“{head.text}” is negated")
    return mark(status, f"governed by “{head.text}”")
