"""What hangs on a word: those coordinated with it, what stands after its prepositions, its owners and modifiers."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.extract.syntax.words import lemma_of
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Token

_PREPOSING = frozenset({"prep", "agent", "dative", "prt", "advmod"})
_LISTS = load_grammar_lists()


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


def expand(tokens: list[Token]) -> list[Token]:
    """Return tokens with their conjuncts, without repetition."""
    found: list[Token] = []
    for token in tokens:
        found.extend(t for t in conjoined(token) if t not in found)
    return found


def prepositions(token: Token) -> set[str]:
    """Return the words after which something may hang on `token`; after all others nothing does."""
    found = set()
    for child in token.children:
        if child.dep_ in _PREPOSING:
            found.add(child.lower_)
            found.update(last.lower_ for last in child.children if last.dep_ == "prep")
    return found


def after_preposition(token: Token, preposition: str) -> list[Token]:
    """Return the nouns after a preposition hung on `token`; "out of" and "because of" count by their last word."""
    return expand(_after(token, preposition, ("pobj",)))


def gerunds_after(token: Token, preposition: str) -> list[Token]:
    """Return the verbs after a preposition hung on `token` ("charged with insulting")."""
    return expand(_after(token, preposition, ("pcomp",)))


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


def iter_ancestors_with_link(token: Token) -> Iterator[tuple[Token, str]]:
    """Yield each word above `token` with the label of the link through which it is reached."""
    while token.head.i != token.i:
        yield token.head, token.dep_
        token = token.head
