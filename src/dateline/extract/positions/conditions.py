"""Under which condition a position is taken: "as long as …", "unless …", "in exchange for …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.cues.positions import ConditionCue, ConditionPhrase, PositionCues
from dateline.language import Parse, Sentence, Token
from dateline.model import Condition, ConditionRelation

_VERBAL = ("VERB", "AUX")
_UNMISTAKABLE = frozenset({"provided", "unless", "assuming"})  # words no parser need confirm before a clause

_INVERTED = ("should",)


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
    words = [t.lower_ for t in parse.tokens_of(sentence)]
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


def _match(words: Sequence[str], number: int, phrases: Sequence[ConditionPhrase]) -> ConditionPhrase | None:
    for phrase in phrases:
        if tuple(words[number : number + len(phrase.words)]) == phrase.words:
            return phrase
    return None


def _read(parse: Parse, sentence: Sentence, first: int, phrase: ConditionPhrase) -> FoundCondition | None:
    if phrase.words == _INVERTED:
        return _read_inverted(parse, sentence, first, phrase)
    last_word = parse.tokens[first + len(phrase.words) - 1]
    head = _clause_head(parse, first, last_word)
    if head is None:
        return _read_unparsed(parse, sentence, first, phrase)
    is_clause = head.pos_ in _VERBAL
    if phrase.adverbial_only and not (is_clause and head.dep_ in ("advcl", "pcomp", "ccomp")):
        return _read_unparsed(parse, sentence, first, phrase)
    above = head.head if is_clause else parse.tokens[_above(parse.tokens[first])]
    if phrase.ahead_only and not _is_ahead(above):
        return None
    if _is_contrast(parse, sentence, first) or _is_mere_date(head, phrase):
        return None
    numbers = [t.i for t in head.subtree if first <= t.i < sentence.last]
    last = _end_of_run(numbers, first + len(phrase.words)) if numbers else first
    last = _without_stops(parse, first, last)
    if last <= last_word.i + (not is_clause):
        return None
    return FoundCondition(first, last, above.i, phrase.cue)


def _read_inverted(parse: Parse, sentence: Sentence, first: int, phrase: ConditionPhrase) -> FoundCondition | None:
    """Read a clause that opens with "should" before its subject: "will go should the truce fail"; no question.

    The parser often takes it for the main clause and hangs the true one under it.
    """
    opener, last = parse.tokens[first], first
    verb = opener.head
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "expl")]
    if opener.dep_ != "aux" or not any(c.i > first for c in subjects) or any(c.i < first for c in subjects):
        return None
    if parse.tokens[sentence.last - 1].text == "?":
        return None
    inside = {t.i for t in verb.subtree if first <= t.i < sentence.last}
    while last in inside and not (last > verb.i and parse.tokens[last].text == ","):
        last += 1
    main = [c for c in verb.children if c.i < first and c.pos_ in _VERBAL]
    above = main[-1] if main else verb.head
    last = _without_stops(parse, first, last)
    return FoundCondition(first, last, above.i, phrase.cue) if above.i != verb.i else None


def _read_unparsed(parse: Parse, sentence: Sentence, first: int, phrase: ConditionPhrase) -> FoundCondition | None:
    """Read a clause after a word that can open nothing but a condition, to the next comma, where the parser has not."""
    if phrase.words[0] not in _UNMISTAKABLE:
        return None
    last = first + len(phrase.words)
    while last < sentence.last and parse.tokens[last].text != ",":
        last += 1
    last = _without_stops(parse, first, last)
    inside = parse.tokens[first + len(phrase.words) : last]
    if not any(t.dep_ in ("nsubj", "nsubjpass", "expl") for t in inside):
        return None
    before = [t for t in parse.tokens[sentence.first : first] if t.pos_ in _VERBAL]
    above = before[-1] if before else next(t for t in parse.tokens_of(sentence) if t.head is t)
    return FoundCondition(first, last, above.i, phrase.cue)


def _without_stops(parse: Parse, first: int, last: int) -> int:
    while last > first and parse.tokens[last - 1].text in '.,;:”"':
        last -= 1
    return last


def _is_contrast(parse: Parse, sentence: Sentence, first: int) -> bool:
    """Tell whether "while" sets two things against each other, as it does at the head of a sentence or after a comma."""
    return parse.tokens[first].lower_ == "while" and (first == sentence.first or parse.tokens[first - 1].text in ',“"')


def _is_mere_date(head: Token, phrase: ConditionPhrase) -> bool:
    """Tell whether a thing only lasts to a day: "until May 14"; what must first happen is a condition, a day is none."""
    return (
        phrase.cue.relation is ConditionRelation.UNTIL
        and head.pos_ not in _VERBAL
        and head.ent_type_ in ("DATE", "TIME")
    )


def _is_ahead(verb: Token) -> bool:
    """Tell whether a verb is still to come: with "will", "would", "must" or "to"."""
    return any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children)


def _clause_head(parse: Parse, first: int, last_word: Token) -> Token | None:
    """Return the verb of the clause that a phrase opens, or the noun after it."""
    if last_word.dep_ in ("mark", "advmod", "aux") and last_word.head.i > last_word.i:
        return last_word.head
    for child in last_word.children:
        if child.dep_ in ("pobj", "pcomp", "advcl", "ccomp", "acl") and child.i > last_word.i:
            return child
    opener = parse.tokens[first]
    for token in (opener, *opener.children):
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp", "advcl", "ccomp", "acl") and child.i > last_word.i:
                return child
    if opener.dep_ in ("mark", "advmod") and opener.head.i > last_word.i:
        return opener.head
    return None


def _above(token: Token) -> int:
    while token.dep_ in ("prep", "pobj", "advmod") and token.pos_ not in _VERBAL and token.head.i != token.i:
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
