"""Who stands where in a clause, read off spaCy's dependencies (ClearNLP labels).

Roles are deep: the object of a passive is its surface subject. Nothing here knows of politics; every
function takes spaCy tokens and returns head tokens, conjuncts included. Which verbs hand their object on to
an infinitive, and the like, stands in `knowledge/data/ontology/grammar.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.word_lists import load_grammar_lists, load_lemma_repairs
from dateline.language import Token

_COMPLEMENTS = ("xcomp", "ccomp", "acl", "pcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_PREPOSING = frozenset({"prep", "agent", "dative", "prt", "advmod"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_HYPHENS = frozenset({"-", "‑"})
_SHORT_FORMS = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can"}
_LISTS = load_grammar_lists()
_REPAIRS = load_lemma_repairs()


def lemma_of(token: Token) -> str:
    """Return the lemma in lower case, with the parser's known mistakes put right."""
    if token.pos_ in ("VERB", "AUX"):
        repaired = _REPAIRS.get(token.lower_)
        if repaired is not None:
            return repaired
    return token.lemma_.lower()


def conjoined(token: Token) -> list[Token]:
    """Return a token and those coordinated with it, in order."""
    if not any(child.dep_ == "conj" for child in token.children):
        return [token]  # as nearly always
    later = (c for c in token.conjuncts if c.i > token.i and c.dep_ == "conj" and _is_chained(c, token))
    return [token, *later]


def _is_chained(child: Token, first: Token) -> bool:
    head = child.head
    while head.i != first.i:
        if head.dep_ != "conj":
            return False
        head = head.head
    return True


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


def controllers(verb: Token, depth: int = 0) -> list[Token]:
    """Return who does what an infinitive says: the object of "urge", the subject of "vow"."""
    head = verb.head
    if head.pos_ == "ADJ" and head.dep_ in ("acomp", "oprd"):
        return surface_subjects(head.head, depth + 1)
    objects = [c for c in head.children if c.dep_ in ("dobj", "dative")]
    if objects and lemma_of(head) in _LISTS["control.object"]:
        return expand(objects)
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


def relative_is_subject(verb: Token) -> bool:
    """Tell whether the noun before a relative clause is that clause's subject ("the attack that killed ten")."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return child.lower_ in _RELATIVES
    return True


def indirect_objects(verb: Token) -> list[Token]:
    """Return the dative of a verb ("gave Ukraine arms")."""
    return expand([c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"])


def after_preposition(token: Token, preposition: str) -> list[Token]:
    """Return the nouns after a preposition hung on `token`; "out of" and "because of" count by their last word."""
    return expand(_after(token, preposition, ("pobj",)))


def gerunds_after(token: Token, preposition: str) -> list[Token]:
    """Return the verbs after a preposition hung on `token` ("charged with insulting")."""
    return expand(_after(token, preposition, ("pcomp",)))


def prepositions(token: Token) -> set[str]:
    """Return the words after which something may hang on `token`; after all others nothing does."""
    found = set()
    for child in token.children:
        if child.dep_ in _PREPOSING:
            found.add(child.lower_)
            found.update(last.lower_ for last in child.children if last.dep_ == "prep")
    return found


def _after(token: Token, preposition: str, labels: tuple[str, ...]) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        if child.dep_ not in _PREPOSING:
            continue
        if child.lower_ == preposition:
            found.extend(c for c in child.children if c.dep_ in labels)
        for last in child.children:
            if last.dep_ == "prep" and last.lower_ == preposition:
                found.extend(c for c in last.children if c.dep_ in labels)
    return found


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
    """Return the adjectives and nouns before a noun or participle: "Russian airstrikes", "Israel–Hamas talks"."""
    found = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "nummod", "npadvmod") and c.i < noun.i]
    return [
        t for c in found for t in (*conjoined(c), *(g for g in c.children if g.dep_ in ("compound", "nmod", "amod")))
    ]


def counted(noun: Token) -> list[Token]:
    """Return what a noun that only counts or collects stands for ("dozens of migrants"), else the noun."""
    if noun.pos_ in ("NOUN", "NUM", "PRON", "DET", "ADJ") and lemma_of(noun) in _LISTS["count"]:
        return after_preposition(noun, "of") or [noun]
    return [noun]


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


def clause_of(token: Token) -> Token:
    """Return the verb that governs a word's clause (the word itself where it is one)."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


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


def iter_ancestors_with_link(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield each word above `token` with the label of the link through which it is reached."""
    while token.head.i != token.i:
        yield token.head, token.dep_
        token = token.head


def joined_lemmas(token: Token) -> tuple[str, ...]:
    """Return the lemma of a word cut at its hyphen, with and without it ("cease-fire", "ceasefire").

    Nothing where no hyphen stands before it, close to the words on both sides.
    """
    if token.i < 2:
        return ()
    hyphen = token.nbor(-1)
    if hyphen.lower_ not in _HYPHENS or hyphen.whitespace_:
        return ()
    first = token.nbor(-2)
    if first.whitespace_:
        return ()
    last = lemma_of(token)
    return f"{first.lower_}-{last}", f"{first.lower_}{last}"


def is_opposed(token: Token) -> bool:
    """Tell whether a word is turned by what stands before its hyphen: "anti-war", "post-attack"."""
    joined = joined_lemmas(token)
    return bool(joined) and token.nbor(-2).lower_ in _LISTS["hyphen.opposite"]


def is_prefix(token: Token) -> bool:
    """Tell whether a word is the first part of a word cut at its hyphen: "co" of "co-operate"."""
    if token.lower_ not in _LISTS["hyphen.prefix"] or token.i + 2 >= len(token.doc):
        return False
    return token.nbor(1).text in _HYPHENS and not token.whitespace_ and not token.nbor(1).whitespace_


def came_before(clause: Token) -> bool:
    """Tell whether a clause says what the clause above came after: "after five had been killed"."""
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("after", "since") for c in clause.children)


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
