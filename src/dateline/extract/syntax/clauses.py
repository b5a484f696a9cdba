"""Clauses: which one a word stands in or takes, its auxiliaries, and on whose word it is told."""

from __future__ import annotations

from dateline.extract.syntax.roles import surface_subjects
from dateline.language import Token

_COMPLEMENTS = ("xcomp", "ccomp", "acl", "pcomp")
_SHORT_FORMS = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can"}


def clause_of(token: Token) -> Token:
    """Return the verb that governs a word's clause (the word itself where it is one)."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def complement_clause(token: Token) -> Token | None:
    """Return the verb of the clause a word takes as complement, None where it takes none.

    An infinitive of a noun is one however it was parsed: "an operation to find them".
    """
    for child in token.children:
        if child.pos_ in ("VERB", "AUX") and (child.dep_ in _COMPLEMENTS or _is_infinitive_of(child, token)):
            return child
        if child.dep_ == "prep" and child.lower_ in ("for", "on", "to"):
            for inner in child.children:
                if inner.dep_ in ("pcomp",) and inner.pos_ in ("VERB", "AUX"):
                    return inner
    return None


def _is_infinitive_of(verb: Token, noun: Token) -> bool:
    return (
        verb.dep_ == "relcl" and noun.pos_ == "NOUN" and any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    )


def clause_sort(token: Token) -> str | None:
    """Return which sort of clause a word takes: infinitive, that or gerund; None where it takes none."""
    verb = complement_clause(token)
    if verb is None:
        return None
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(c.lower_ == "to" for c in auxiliaries):
        return "infinitive"
    return "gerund" if verb.tag_ == "VBG" and not auxiliaries else "that"


def auxiliaries(verb: Token) -> list[str]:
    """Return the auxiliaries of a verb, their short forms written out ("will" for "'ll" and "wo")."""
    words = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return [_SHORT_FORMS.get(word, word) for word in words]


def is_negated(token: Token) -> bool:
    """Tell whether a word is negated by "not", "never", "no" or "neither" hung on it or its auxiliary."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in ("never", "neither", "no") and child.dep_ in ("det", "advmod", "preconj")
        ):
            return True
    return False


def speakers(token: Token) -> list[Token]:
    """Return who is said to have said the clause a word stands in: "Russia says Israel must stop"."""
    verb = clause_of(token)
    while verb.head.i != verb.i:
        above, link = verb.head, verb.dep_
        if link in ("ccomp", "parataxis") and above.pos_ in ("VERB", "AUX"):
            return surface_subjects(above)
        if link == "pcomp" and above.lower_ == "according":
            break
        verb = above
    for child in verb.children:  # "…, the minister said" hung under what was said
        if child.dep_ in ("ccomp", "parataxis") and child.i > token.i and child.tag_ in ("VBD", "VBZ"):
            return surface_subjects(child)
    return []


def came_before(clause: Token) -> bool:
    """Tell whether a clause says what the clause above came after: "after five had been killed"."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("after", "since") for c in clause.children)
