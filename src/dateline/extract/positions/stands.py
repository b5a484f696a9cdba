"""Stands that words of wanting, promising, demanding, refusing, denying and warning express."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.extract.positions.contents import content_heads, is_to_come
from dateline.extract.positions.doubts import WAVING_AWAY, is_denied, is_left_over, is_meant, is_promised, is_refused
from dateline.extract.positions.extents import bounds_of, listed_contents, with_its_purpose, with_what_follows
from dateline.extract.positions.holders import holders_of
from dateline.knowledge.cues.positions import PositionCue, PositionCues
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token
from dateline.model import PositionKind

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Stand:
    """A position on its way: kind, the tokens of its content, and the words whose holders it has."""

    kind: PositionKind
    first: int
    last: int
    head: int
    holders: tuple[Token, ...]
    toward: tuple[Token, ...]
    cue: int
    rule: str
    reason: str
    trust: float
    unowned: bool = False
    """Whether its words tell that somebody takes it who is not named: "was asked to leave"."""


def iter_stands(parse: Parse, cues: PositionCues) -> Iterator[Stand]:
    """Yield the stands a report's words express, in order; coordinated contents are stands of their own."""
    for tag in _CLASSES:
        for number in parse.columns.find(pos=(tag,)):
            token = parse.tokens[number]
            yield from _read_word(parse, token, cues_at(token, cues))


def cues_at(token: Token, cues: PositionCues) -> tuple[PositionCue, ...]:
    """Return the cues a word may be."""
    return cues.by_lemma.get((_CLASSES.get(token.pos_, ""), token.lemma_), ())


def _read_word(parse: Parse, token: Token, cues: Sequence[PositionCue]) -> Iterator[Stand]:
    """Yield what a word tells: by the cues that ask for a certain object or particle, else by the others."""
    for asks in (True, False):
        found = [stand for cue in cues if _asks(cue) is asks for stand in _read_cue(parse, token, cue)]
        yield from found
        if found:
            return


def _asks(cue: PositionCue) -> bool:
    return bool(cue.with_object or cue.particle)


def _read_cue(parse: Parse, token: Token, cue: PositionCue) -> Iterator[Stand]:
    word_class = _CLASSES[token.pos_]
    heads = _heads(token, cue) if is_meant(token, cue, word_class) else []
    denied = word_class == "noun" and is_denied(token)
    kind = _kind(token, cue, heads[0], negated=is_refused(token, word_class), denied=denied) if heads else None
    holders = holders_of(token, word_class)
    if kind is None or any(t.lower_ in load_position_words()["whoever"] for t in holders):
        return  # "those who want to …": nobody in particular
    unowned = kind is PositionKind.DEMAND and word_class == "verb" and not holders and syntax.is_passive(token)
    toward = next((found for place in cue.toward if (found := tokens_at(place, Trigger(token)))), [])
    reason = f"“{token.text}”: {cue.gloss}"
    for head in heads:
        for first, last in _extents(parse, token, cue, head):
            inner = head.i if first <= head.i < last else first
            yield Stand(
                kind, first, last, inner, tuple(holders), tuple(toward), token.i, cue.id, reason, cue.trust, unowned
            )


def _heads(token: Token, cue: PositionCue) -> list[Token]:
    """Return the chief words of what a cue is about, from the first of its places where anything stands."""
    heads = next((h for place in cue.content if (h := content_heads(token, place))), [])
    if not heads or (cue.kind is PositionKind.GOAL and heads[0].lemma_ in WAVING_AWAY) or is_left_over(token, heads[0]):
        return []
    if cue.with_object and cue.kind is PositionKind.DENIAL and heads[0].pos_ in ("NOUN", "PROPN"):
        return [c for c in heads[0].children if c.dep_ in ("acl", "ccomp") and c.i > heads[0].i][:1] or heads
    return heads


def _kind(token: Token, cue: PositionCue, head: Token, *, negated: bool, denied: bool) -> PositionKind | None:
    """Return the kind of a stand, which "will" and "not" change; None where what is negated is none at all.

    Who has no plan refuses; that there is any is denied.
    """
    kind = PositionKind.COMMITMENT if cue.promised and is_promised(token) else cue.kind
    if kind is PositionKind.WARNING and _is_own_refusal(head):
        kind = PositionKind.REFUSAL
    if cue.only_negated:
        return kind if negated else None
    if denied:
        return PositionKind.DENIAL if kind in (PositionKind.GOAL, PositionKind.COMMITMENT) else None
    if not negated:
        return kind
    return PositionKind.REFUSAL if kind in (PositionKind.GOAL, PositionKind.COMMITMENT) else None


def _extents(parse: Parse, token: Token, cue: PositionCue, head: Token) -> Iterator[tuple[int, int]]:
    """Yield the tokens of the contents of which a word is the head, with what follows that the parser hangs elsewhere."""
    bounds = bounds_of(parse, token, head)
    if bounds is None:
        return
    first, last = bounds
    if head.dep_ == "dobj" and head.head.i == token.i:
        last = with_what_follows(parse, token, last)
    elif cue.kind is PositionKind.DEMAND and head.dep_ == "pobj":
        last = with_its_purpose(parse, token, last)
    yield from listed_contents(parse, first, last)


def _is_own_refusal(verb: Token) -> bool:
    """Tell whether a clause says that the one who warns, or his side, will not do it: "that it would not open the road"."""
    if not (syntax.is_negated(verb) and is_to_come(verb)):
        return False
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(t.pos_ == "PRON" for s in subjects for t in (s, *(c for c in s.children if c.dep_ == "poss")))
