"""Who stands where in a clause, read off spaCy's dependencies (ClearNLP labels).

Roles are deep: the object of a passive is its surface subject. Nothing here knows of politics; every
function takes spaCy tokens and returns head tokens, conjuncts included.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# Verbs whose object does what the infinitive says ("urged Turkey to withdraw").
OBJECT_CONTROL = frozenset(
    [
        "urge",
        "ask",
        "tell",
        "order",
        "call",
        "press",
        "push",
        "persuade",
        "convince",
        "force",
        "compel",
        "request",
        "invite",
        "allow",
        "permit",
        "enable",
        "help",
        "want",
        "expect",
        "warn",
        "advise",
        "encourage",
        "require",
        "instruct",
        "direct",
        "authorize",
        "authorise",
        "prompt",
        "lead",
        "cause",
        "leave",
        "get",
        "beg",
        "challenge",
        "command",
        "entreat",
        "forbid",
        "implore",
        "oblige",
        "pressure",
        "prod",
        "teach",
        "tempt",
        "train",
        "trust",
        "empower",
        "entitle",
        "commission",
        "appoint",
    ]
)


def conjoined(token: Token) -> list[Token]:
    """Return a token and those coordinated with it, in order."""
    found = [token]
    for child in token.conjuncts:
        if child.i > token.i and child.dep_ == "conj" and _is_chained(child, token):
            found.append(child)
    return found


def _is_chained(child: Token, first: Token) -> bool:
    head = child.head
    while head.i != first.i:
        if head.dep_ != "conj":
            return False
        head = head.head
    return True


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive, reduced relatives ("troops sent by") included."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(c.dep_ == "agent" for c in verb.children):
        return True
    if verb.dep_ in ("acl", "amod"):
        return not any(c.dep_ in ("dobj", "aux") for c in verb.children)
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not _has_own_frame(verb) and is_passive(verb.head)


def _has_own_frame(verb: Token) -> bool:
    return any(c.dep_ in (*_SUBJECTS, "aux", "auxpass", "dobj") for c in verb.children)


def is_negated(token: Token) -> bool:
    """Tell whether a word is negated by "not", "never", "no" or "neither" hung on it or its auxiliary."""
    for child in token.children:
        if child.dep_ == "neg" or (
            child.lower_ in ("never", "neither", "no") and child.dep_ in ("det", "advmod", "preconj")
        ):
            return True
    return False


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of a verb's surface subject, found through coordination, control, relatives and adjuncts."""
    if depth > 6:
        return []
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.dep_ != "csubj":
            return _resolve_relative(child, verb)
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head, depth + 1)
    if dep == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
        return controllers(verb, depth)
    if dep == "advcl" and head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head, depth + 1)
    if dep == "pcomp" and head.dep_ == "prep":
        above = head.head
        if above.pos_ in ("VERB", "AUX"):
            objects = [c for c in above.children if c.dep_ == "dobj"]
            if objects and above.lemma_ in _OBJECT_PREP:
                return expand(objects)
            if above.lemma_ in _OBJECT_PREP and is_passive(above):
                return surface_subjects(above, depth + 1)
            return surface_subjects(above, depth + 1)
    if dep in ("relcl", "acl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        return conjoined(head) if dep == "relcl" or verb.tag_ != "VB" else _owners(head)
    if dep in ("ccomp", "conj") and head.pos_ == "AUX":
        return surface_subjects(head, depth + 1)
    return []


# "accused Russia of bombing", "barred them from entering", "blamed it for killing": the object acts.
_OBJECT_PREP = frozenset(
    [
        "accuse",
        "bar",
        "ban",
        "prevent",
        "stop",
        "block",
        "prohibit",
        "suspect",
        "blame",
        "criticize",
        "criticise",
        "condemn",
        "deter",
        "keep",
        "discourage",
        "charge",
        "convict",
        "acquit",
        "praise",
        "thank",
        "punish",
        "fault",
        "denounce",
        "protect",
        "save",
        "rescue",
    ]
)


def _owners(noun: Token) -> list[Token]:
    """Return who a noun's infinitive is done by: "Russia's plan to withdraw"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return conjoined(child)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return surface_subjects(noun.head, 3)
    return []


def controllers(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what an infinitive says: the object of "urge", the subject of "vow"."""
    head = verb.head
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd"):
        return surface_subjects(head.head, depth + 1)
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    if objects and head.lemma_ in OBJECT_CONTROL:
        return expand(objects)
    if head.lemma_ in OBJECT_CONTROL and is_passive(head):
        return surface_subjects(head, depth + 1)
    return surface_subjects(head, depth + 1)


def _resolve_relative(subject: Token, verb: Token) -> list[Token]:
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return conjoined(verb.head)
    return conjoined(subject)


def expand(tokens: list[Token]) -> list[Token]:
    """Return tokens with their conjuncts, without repetition."""
    found: list[Token] = []
    for token in tokens:
        found.extend(t for t in conjoined(token) if t not in found)
    return found


def agents(token: Token) -> list[Token]:
    """Return the heads in a by-phrase of a passive or a noun."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found.extend(c for c in child.children if c.dep_ == "pobj")
    return expand(found)


def deep_subjects(verb: Token) -> list[Token]:
    """Return who does what a verb says."""
    return agents(verb) if is_passive(verb) else surface_subjects(verb)


def deep_objects(verb: Token) -> list[Token]:
    """Return whom a verb's act is done to."""
    if is_passive(verb):
        return surface_subjects(verb)
    found = [
        c
        for c in verb.children
        if c.dep_ in ("dobj", "obj", "oprd", "attr") and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
    ]
    if not found and verb.dep_ == "relcl" and not _relative_is_subject(verb):
        return conjoined(verb.head)
    return [t for t in expand(found) if t.lower_ not in _RELATIVES] or (
        conjoined(verb.head) if found and verb.dep_ == "relcl" else []
    )


def _relative_is_subject(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child.lower_ in _RELATIVES
    return True


def indirect_objects(verb: Token) -> list[Token]:
    """Return the dative of a verb ("gave Ukraine arms")."""
    return expand([c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"])


def after_preposition(token: Token, preposition: str) -> list[Token]:
    """Return the nouns after a preposition hung on `token`; "out of" and "because of" count by their last word."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in ("prep", "agent", "dative", "prt", "advmod"):
            continue
        inner = [c for c in child.children if c.dep_ == "prep"]
        if not inner and child.lower_ == preposition:
            found.extend(c for c in child.children if c.dep_ == "pobj")
        for last in inner:
            if last.lower_ == preposition:
                found.extend(c for c in last.children if c.dep_ == "pobj")
        if inner and child.lower_ == preposition:
            found.extend(c for c in child.children if c.dep_ == "pobj")
    return expand(found)


def iter_prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Yield each preposition hung on `token` with each noun after it."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield child.lower_, noun


def possessors(noun: Token) -> list[Token]:
    """Return who owns a noun: "Turkey's attack", "its attack"."""
    return expand([c for c in noun.children if c.dep_ == "poss"])


def modifiers(noun: Token) -> list[Token]:
    """Return the adjectives and nouns before a noun: "Russian airstrikes", "Israel–Hamas talks"."""
    found = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "nummod", "npadvmod") and c.i < noun.i]
    return [
        t for c in found for t in (*conjoined(c), *(g for g in c.children if g.dep_ in ("compound", "nmod", "amod")))
    ]


def complement_clause(token: Token) -> Token | None:
    """Return the verb of the clause a word takes as complement, None where it takes none."""
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "acl", "pcomp") and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("for", "on", "to"):
            for inner in child.children:
                if inner.dep_ in ("pcomp",) and inner.pos_ in ("VERB", "AUX"):
                    return inner
    return None


def clause_sort(token: Token) -> str | None:
    """Return which sort of clause a word takes: infinitive, that or gerund; None where it takes none."""
    verb = complement_clause(token)
    if verb is None:
        return None
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return "infinitive"
    return "gerund" if verb.tag_ == "VBG" else "that"


def clause_of(token: Token) -> Token:
    """Return the verb that governs a word's clause (the word itself where it is one)."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def iter_ancestors_with_link(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield each word above `token` with the label of the link through which it is reached."""
    while token.head.i != token.i:
        yield token.head, token.dep_
        token = token.head
