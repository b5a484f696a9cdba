"""Words of killing and wounding that only tell the toll of another act, or of an accident.

"Five people were killed in the attack" tells one event, at "attack"; so do "the attack killed five" and
"gunmen opened fire, killing five". A frame with `toll: true` names an act only where no other word of violence or
accident is its subject, its circumstance or its governor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.extract import syntax
from dateline.extract.events.triggers.matched import Match
from dateline.language import Token
from dateline.model import EventType

_CIRCUMSTANCES = frozenset({"in", "by", "during", "after", "from", "since", "amid", "following", "when", "under"})
_LINKS = frozenset({"advcl", "relcl", "acl", "xcomp", "conj", "pcomp"})


def find_cause(match: Match, matches: Mapping[int, Match], accidents: frozenset[str]) -> Token | None:
    """Return the word whose toll a killing or wounding only tells, None where it is an act of its own."""
    verb = match.trigger.token
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i:
        return verb.head  # "…, killing five"
    # A passive without an agent tells what happened, not who did what: anything in the sentence may be its cause.
    anywhere = syntax.is_passive(verb) and not syntax.agents(verb)
    nearby = verb.doc[verb.sentence.first : verb.sentence.last] if anywhere else _iter_related(verb)
    return _first_cause(_leave_out_later(verb, nearby), matches, accidents)


def is_mere_toll(match: Match, matches: Mapping[int, Match], accidents: frozenset[str]) -> bool:
    """Tell whether a passive names its cause itself ("killed in the attack"), so that it is no act whoever thinks so."""
    verb = match.trigger.token
    causes = _leave_out_later(verb, _iter_related(verb))
    return syntax.is_passive(verb) and _first_cause(causes, matches, accidents) is not None


def _leave_out_later(verb: Token, words: Iterable[Token]) -> Iterable[Token]:
    """Return words without what came later and is no cause: "raids were stepped up after five people were killed"."""
    if not syntax.came_before(verb):
        return words
    inside = set(verb.subtree)
    return (word for word in words if word in inside)


def _first_cause(words: Iterable[Token], matches: Mapping[int, Match], accidents: frozenset[str]) -> Token | None:
    """Return the first word of an accident, or of violence that is no toll itself."""
    for word in words:
        if syntax.lemma_of(word) in accidents:
            return word
        other = matches.get(word.i)
        if other is not None and not other.frame.toll and other.frame.type is EventType.ASSAULT:
            return word
    return None


def _iter_related(verb: Token) -> Iterator[Token]:
    """Yield the words that may have caused what a verb tells: around it, and around the verbs it is joined to."""
    joined = syntax.conjoined(verb)
    for one in joined:
        yield from _iter_around(one)
    if verb.dep_ in _LINKS and verb.head.i != verb.i:
        for head in syntax.conjoined(verb.head):
            if head not in joined:
                yield head
                if head.pos_ in ("VERB", "AUX"):
                    yield from _iter_around(head)


def _iter_around(verb: Token) -> Iterator[Token]:
    """Yield the subject, the object and the circumstances of a verb, those of its adverbial clauses too."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            yield from _iter_phrase(child)
        elif child.dep_ == "advcl":
            for clause in syntax.conjoined(child):
                yield clause
                yield from (t for c in clause.children if c.dep_ in ("nsubj", "dobj") for t in _iter_phrase(c))
        elif child.dep_ in ("prep", "agent") and child.lower_ in _CIRCUMSTANCES:
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    yield from _iter_phrase(noun)


def _iter_phrase(noun: Token) -> Iterator[Token]:
    """Yield a noun, its conjuncts and what it counts or is of ("a series of attacks")."""
    for head in syntax.conjoined(noun):
        yield head
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "by"):
                yield from (c for c in child.children if c.dep_ == "pobj")
