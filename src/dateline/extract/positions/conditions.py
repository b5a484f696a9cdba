"""Under which condition a position is taken: "as long as …", "unless …", "in exchange for …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.knowledge.positions import ConditionCue, PositionCues
from dateline.language import Parse, Sentence
from dateline.model import Condition

_CLAUSAL = ("advcl", "ccomp", "pcomp", "pobj", "acl", "relcl", "xcomp", "parataxis")


@dataclass(frozen=True, slots=True)
class FoundCondition:
    """A condition: tokens `first` to `last`, and the word above it."""

    first: int
    last: int
    above: int
    cue: ConditionCue


def find_conditions(parse: Parse, sentence: Sentence, cues: PositionCues) -> list[FoundCondition]:
    """Return the conditions of a sentence in order; one inside another is left out."""
    found: list[FoundCondition] = []
    words = [t.lower_ for t in parse.iter_tokens(sentence)]
    number = 0
    while number < len(words):
        match = _match(words, number, cues.conditions.get(words[number], ()))
        condition = _read(parse, sentence, sentence.first + number, match) if match else None
        if condition is not None and condition.last > sentence.first + number:
            found.append(condition)
            number = condition.last - sentence.first
        else:
            number += 1
    return found


_Phrase = tuple[tuple[str, ...], ConditionCue, bool]


def _match(words: Sequence[str], number: int, phrases: Sequence[_Phrase]) -> _Phrase | None:
    for phrase in phrases:
        if tuple(words[number : number + len(phrase[0])]) == phrase[0]:
            return phrase
    return None


def _read(parse: Parse, sentence: Sentence, first: int, phrase: _Phrase) -> FoundCondition | None:
    words, cue, adverbial_only = phrase
    last_word = parse.doc[first + len(words) - 1]
    head = _clause_head(parse, first, last_word)
    if head is None:
        return None
    is_clause = head.pos_ in ("VERB", "AUX")
    if adverbial_only and not (is_clause and head.dep_ in ("advcl", "pcomp", "ccomp")):
        return None
    numbers = [t.i for t in head.subtree if first <= t.i < sentence.last]
    last = _end_of_run(numbers, first + len(words)) if numbers else first
    while last > first and parse.doc[last - 1].text in '.,;:”"':
        last -= 1
    above = head.head.i if is_clause else _above(parse.doc[first])
    return FoundCondition(first, last, above, cue) if last > first + len(words) - 1 + (not is_clause) else None


def _clause_head(parse: Parse, first: int, last_word: Token) -> Token | None:
    """Return the verb of the clause that a phrase opens, or the noun after it."""
    if last_word.dep_ in ("mark", "advmod", "aux") and last_word.head.i > last_word.i:
        return last_word.head
    for child in last_word.children:
        if child.dep_ in ("pobj", "pcomp", "advcl", "ccomp") and child.i > last_word.i:
            return child
    opener = parse.doc[first]
    for token in (opener, *opener.children):
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp", "advcl", "ccomp") and child.i > last_word.i:
                return child
    if opener.dep_ in ("mark", "advmod") and opener.head.i > last_word.i:
        return opener.head
    return None


def _above(token: Token) -> int:
    while token.dep_ in ("prep", "pobj", "advmod") and token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token.i


def _end_of_run(numbers: list[int], least: int) -> int:
    inside = set(numbers)
    last = max(least, min(numbers) + 1)
    while last in inside:
        last += 1
    return last


def as_condition(parse: Parse, found: FoundCondition) -> Condition:
    """Return the condition as a piece of a record."""
    span = parse.span(found.first, found.last)
    return Condition(start=span.start, end=span.end, relation=found.cue.relation)
