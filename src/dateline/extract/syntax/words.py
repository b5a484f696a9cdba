"""Words by themselves: their lemma, and what a hyphen joins or turns."""

from __future__ import annotations

from dateline.knowledge.word_lists import load_grammar_lists, load_lemma_repairs
from dateline.language import Token

_HYPHENS = frozenset({"-", "‑"})
_LISTS = load_grammar_lists()
_REPAIRS = load_lemma_repairs()


def lemma_of(token: Token) -> str:
    """Return the lemma in lower case, with the parser's known mistakes put right."""
    if token.pos_ in ("VERB", "AUX"):
        repaired = _REPAIRS.get(token.lower_)
        if repaired is not None:
            return repaired
    return token.lemma_.lower()


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
