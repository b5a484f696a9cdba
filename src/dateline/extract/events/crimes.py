"""Which violence is a crime among private people, that is no political event.

A report of politics also tells of murder trials and stabbings. Where a word of violence names the offence of a case
("guilty of the murder of", "charged with sexual assault") or its victims are private people, and nobody political takes
part, it is left out; attacks, bombings and shootings in public always count.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract import syntax
from dateline.extract.events.relevance import is_political, is_private
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Token
from dateline.model import Actor

_OFFENCES = load_grammar_lists()["offence"]
_CASES = load_grammar_lists()["case"]
_STEPS = 4  # from an offence up to the word of the case: "guilty | of | two counts | of | murder"


def is_private_crime(word: Token, parties: Sequence[Actor]) -> bool:
    """Tell whether an act of violence is an offence among private people; `parties` are all that take part in it."""
    if syntax.lemma_of(word) not in _OFFENCES or any(map(is_political, parties)):
        return False
    return _stands_in_a_case(word) or (bool(parties) and all(map(is_private, parties)))


def _stands_in_a_case(word: Token) -> bool:
    """Tell whether an offence hangs on a word of a court case or an inquiry."""
    for _ in range(_STEPS):
        if word.head.i == word.i:
            return False
        word = word.head
        if syntax.lemma_of(word) in _CASES:
            return True
    return False
