"""Whose stand a word tells: its subject's, its owner's, or that of the clause it stands in."""

from __future__ import annotations

from dateline.extract import syntax
from dateline.extract.positions.contents import named_as
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Token

_SHARING = frozenset(("in", "with", "as", "of", "for", "on", "under", "at"))  # "in a bid to", "as part of an effort to"


def holders_of(token: Token, word_class: str) -> list[Token]:
    """Return the words for those whose stand a verb, a noun or an adjective tells; none where its clause names nobody."""
    if word_class == "verb":
        return syntax.deep_subjects(token) or _makers(token)
    if word_class == "adjective":
        return syntax.surface_subjects(token.head) if token.dep_ in ("acomp", "oprd", "attr") else []
    owners = syntax.possessors(token) or syntax.agents(token) or _owners_after_of(token)
    if owners or named_as(token):
        return owners
    if token.dep_ in ("dobj", "attr") or (token.dep_ == "pobj" and token.head.lower_ in _SHARING):
        verb = syntax.clause_of(token)
        return syntax.deep_subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    return [t for t in syntax.modifiers(token) if t.ent_type_ in ("NORP", "GPE", "ORG")]


def _makers(participle: Token) -> list[Token]:
    """Return whose thing is "aimed at" or "meant to" something: its owner or who makes it ("passed a law aimed at trade")."""
    noun = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or noun.pos_ != "NOUN":
        return []
    owners = syntax.possessors(noun) or syntax.agents(noun)
    if owners or noun.dep_ != "dobj":
        return owners
    return syntax.deep_subjects(noun.head) if noun.head.lemma_ in load_position_words()["making"] else []


def _owners_after_of(noun: Token) -> list[Token]:
    """Return the named ones whose noun it is: "the goal of France"."""
    return [t for t in syntax.after_preposition(noun, "of") if t.ent_type_ in ("GPE", "ORG", "NORP", "PERSON")]
