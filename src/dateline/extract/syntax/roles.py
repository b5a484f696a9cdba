"""Who does what a word says, and whom it is done to; roles are deep: the object of a passive is its surface subject."""

from __future__ import annotations

from dateline.extract.syntax.links import conjoined, expand, modifiers
from dateline.extract.syntax.words import lemma_of
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_LISTS = load_grammar_lists()


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive.

    Reduced relatives ("troops sent by"), participles before nouns ("captured soldiers") and forms that left
    their auxiliary out ("five killed in blast") are passives too.
    """
    if verb.tag_ not in ("VBN", "VBD"):
        return any(c.dep_ in ("nsubjpass", "auxpass", "csubjpass") for c in verb.children)
    labels = {c.dep_ for c in verb.children}
    if labels & {"nsubjpass", "auxpass", "csubjpass"}:
        return True
    if verb.tag_ == "VBD" or "nsubj" in labels:
        complements = {"dobj", "xcomp", "ccomp", "aux", "dative", "prt", "oprd"}
        return not labels & complements and verb.dep_ != "conj" and lemma_of(verb) in _LISTS["transitive"]
    if "agent" in labels:
        return True
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return not _has_own_frame(verb) and is_passive(verb.head)
    return not labels & {"dobj", "aux"}


def _has_own_frame(verb: Token) -> bool:
    return any(c.dep_ in (*_SUBJECTS, "aux", "auxpass", "dobj") for c in verb.children)


def deep_subjects(verb: Token) -> list[Token]:
    """Return who does what a verb says; of a participle before a noun also what is tied to it ("Saudi-brokered")."""
    if not is_passive(verb):
        return surface_subjects(verb)
    return agents(verb) or (modifiers(verb) if verb.dep_ == "amod" else [])


def deep_objects(verb: Token) -> list[Token]:
    """Return whom a verb's act is done to."""
    if is_passive(verb):
        return surface_subjects(verb)
    found = [c for c in verb.children if c.dep_ in ("dobj", "obj", "oprd", "attr") and c.pos_ in _NOMINAL]
    if not found and verb.dep_ == "relcl" and not relative_is_subject(verb):
        return conjoined(verb.head)
    return [t for t in expand(found) if t.lower_ not in _RELATIVES] or (
        conjoined(verb.head) if found and verb.dep_ == "relcl" else []
    )


def indirect_objects(verb: Token) -> list[Token]:
    """Return the dative of a verb ("gave Ukraine arms")."""
    return expand([c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"])


def agents(token: Token) -> list[Token]:
    """Return the heads in a by-phrase of a passive or a noun."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found.extend(c for c in child.children if c.dep_ == "pobj")
    return expand(found)


def surface_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return the heads of a verb's surface subject, found through coordination, control, relatives and adjuncts."""
    if depth > 6:
        return []
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.dep_ != "csubj":
            return _resolve_relative(child, verb)
    head, dep = verb.head, verb.dep_
    late = subject_taken_for_object(verb)
    if late is not None:
        return [late]
    if dep in ("conj", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        return surface_subjects(head, depth + 1) if dep != "ccomp" or head.pos_ == "AUX" else []
    if dep == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
        return controllers(verb, depth)
    if dep == "pcomp" and head.dep_ == "prep":
        return _subjects_of_gerund(head.head, depth)
    if dep in ("relcl", "acl") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return conjoined(head) if dep == "relcl" or verb.tag_ != "VB" else _owners(head)
    if dep == "amod" and head.pos_ in _NOMINAL:
        return conjoined(head)
    return []


def _subjects_of_gerund(above: Token, depth: int) -> list[Token]:
    """Return who does what a gerund after a preposition says, given the word the preposition hangs on."""
    if above.pos_ not in ("VERB", "AUX"):
        return []
    objects = [c for c in above.children if c.dep_ == "dobj"]
    if objects and lemma_of(above) in _LISTS["control.preposition"]:
        return expand(objects)
    return surface_subjects(above, depth + 1)


def _owners(noun: Token) -> list[Token]:
    """Return who a noun's infinitive is done by: "Russia's plan to withdraw"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return conjoined(child)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return surface_subjects(noun.head, 3)
    return []


def _resolve_relative(subject: Token, verb: Token) -> list[Token]:
    if subject.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return conjoined(verb.head)
    return conjoined(subject)


def controllers(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what an infinitive says: the object of "urge", the subject of "vow"."""
    head = verb.head
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd"):
        return surface_subjects(head.head, depth + 1)
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    if objects and lemma_of(head) in _LISTS["control.object"]:
        return expand(objects)
    return surface_subjects(head, depth + 1)


def subject_taken_for_object(verb: Token) -> Token | None:
    """Return the subject of "after Chad, a member of the bloc, shelled a town", where it was parsed as "after Chad".

    Then the verb was parsed as a second one of the clause above; a second verb that nothing joins to the first ("and",
    "but") is none.
    """
    above = verb.head
    if verb.dep_ != "conj" or above.pos_ not in ("VERB", "AUX") or any(c.dep_ == "cc" for c in above.children):
        return None
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    links = [
        c for c in above.children if c.dep_ == "prep" and c.i < verb.i and c.lower_ in ("after", "before", "since")
    ]
    names = [c for link in links[-1:] for c in link.children if c.dep_ == "pobj" and c.pos_ == "PROPN"]
    return names[0] if names else None


def relative_is_subject(verb: Token) -> bool:
    """Tell whether the noun before a relative clause is that clause's subject ("the attack that killed ten")."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child.lower_ in _RELATIVES
    return True
