"""Goals in infinitives of purpose: "deployed troops to restore order", "met to discuss the truce"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dateline.extract import syntax
from dateline.extract.positions.contents import is_infinitive
from dateline.extract.positions.extents import bounds_of
from dateline.extract.positions.stands import Stand, cues_at
from dateline.knowledge.cues.positions import PositionCues
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token
from dateline.model import PositionKind

PURPOSE = "position.purpose"

_TAGS = frozenset({"VB"})
_TRUST = {"advcl": 0.2, "xcomp": 0.08, "acl": 0.1, "relcl": 0.08, "conj": 0.12}
_LINKS = frozenset({"advcl", "acl", "xcomp", "relcl", "conj"})


def iter_purposes(parse: Parse, read: Collection[Stand], cues: PositionCues) -> Iterator[Stand]:
    """Yield infinitives of purpose whose verb is no content of a cue in the stands `read` already, nor hangs on a cue."""
    taken = {number for stand in read for number in (stand.head, stand.cue)}
    for number in parse.columns.find(tag=_TAGS, dep=_LINKS):
        token = parse.tokens[number]
        if number in taken or token.head.i in taken:
            continue
        if token.dep_ != "conj" and not is_infinitive(token):
            continue
        if token.dep_ == "conj" and not (token.head.tag_ == "VB" and is_infinitive(token.head)):
            continue
        if _is_no_purpose(token, cues):
            continue
        bounds = bounds_of(parse, token.head if token.head.i < token.i else token, token)
        if bounds is not None:
            holders = _holders(token)
            reason = f"“{token.head.text} … to {token.text}” tells a purpose"
            trust = _TRUST["advcl" if token.head.lower_ == "order" else token.dep_]  # "in order to"
            yield Stand(PositionKind.GOAL, *bounds, token.i, tuple(holders), (), token.i, PURPOSE, reason, trust)


def _is_no_purpose(verb: Token, cues: PositionCues) -> bool:
    """Tell whether an infinitive only completes the word above it: "is to meet", "failed to stop", "sought to deny"."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    lemma = syntax.lemma_of(first.head)
    words = load_position_words()
    if verb.lemma_ == "be" or verb.lemma_ in words["occasion"] or lemma in words["no-purpose"]:
        return True
    return first.head.pos_ != "NOUN" and any("infinitive" in cue.content for cue in cues_at(first.head, cues))


def _holders(verb: Token) -> list[Token]:
    """Return whose purpose an infinitive tells: of "uncovered a plot by rebels to kill" the rebels', else the subject's."""
    first = verb.head if verb.dep_ == "conj" else verb
    planners = [agent for noun in _nouns_before(first) for agent in syntax.agents(noun)]
    if planners:
        return planners
    above = syntax.clause_of(verb.head)
    return syntax.deep_subjects(above) if above.pos_ in ("VERB", "AUX") else []


def _nouns_before(infinitive: Token) -> list[Token]:
    """Return the noun an infinitive hangs on, or the object between its verb and itself: parsers attach it to either."""
    if infinitive.head.pos_ == "NOUN":
        return [infinitive.head]
    return [child for child in infinitive.head.children if child.dep_ == "dobj" and child.i < infinitive.i]
