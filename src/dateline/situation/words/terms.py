"""Words a person asks for, each with the forms and words that mean the same matter."""

from __future__ import annotations

import re

from dateline.archive.asking.questions import match_words
from dateline.knowledge.actors.states import load_state_forms
from dateline.knowledge.joining import load_word_forms
from dateline.knowledge.questions import load_related_words

_PARTS = re.compile(r'"([^"]+)"|([^\s"]+)')
_LONGEST_STATE = 3
Term = tuple[str, ...]
"""One thing asked for, in all its forms."""


def find_terms(text: str) -> tuple[Term, ...]:
    """Return what a text asks for: words in quotation marks as they are, states with their adjectives and peoples, other
    content words with those of the same matter; words without content are left out.

    >>> find_terms('Sanctions on "oil from Daesh"')
    (('Sanctions', 'sanction', 'embargo'), ('oil from Daesh',))
    """
    terms: list[Term] = []
    words: list[str] = []
    for phrase, word in _PARTS.findall(text.replace("\0", " ")):  # which would end a query of FTS5
        if phrase:
            terms += [*_iter_terms(words), (phrase,)]
            words = []
        else:
            words.append(word)
    return (*terms, *_iter_terms(words))


def match_all(terms: tuple[Term, ...]) -> str | None:
    """Return a full-text query for what holds every term in one of its forms; None where there is none."""
    return match_words(terms)


def match_any(terms: tuple[Term, ...]) -> str | None:
    """Return a full-text query for what holds any of the terms; None where there is none."""
    groups = [query for term in terms if (query := match_words((term,)))]
    return " OR ".join(groups) or None


def _iter_terms(words: list[str]) -> list[Term]:
    states, functions = load_state_forms(), load_word_forms().function_words
    bare = [_strip(word) for word in words]
    terms: list[Term] = []
    index = 0
    while index < len(bare):
        for length in range(_LONGEST_STATE, 0, -1):
            whole = " ".join(bare[index : index + length])
            forms = states.get(whole.casefold())
            if forms and index + length <= len(bare) and whole[:1].isupper():
                terms.append(forms)
                index += length
                break
        else:
            word = bare[index]
            if word and word.casefold() not in functions:
                terms.append(widen(word))
            index += 1
    return terms


def _strip(word: str) -> str:
    """Return a word without marks around it and without the genitive."""
    return re.sub(r"['’]s?$", "", re.sub(r"^\W+|[^\w'’]+$|\W+$", "", word))


def widen(word: str) -> Term:
    """Return a word with those that name the same matter.

    >>> widen("resign")[:3]
    ('resign', 'departure', 'depart')
    """
    lower = word.casefold()
    related = load_related_words()
    for form in (
        lower,
        lower.removesuffix("s"),
        lower.removesuffix("es"),
        lower.removesuffix("ed"),
        lower.removesuffix("ing"),
    ):
        if form in related:
            return tuple(dict.fromkeys((word, *related[form])))
    return (word,)
