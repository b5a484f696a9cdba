"""On whose word an event is told: the speaker of the statement it stands in, or who accuses somebody of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.events.drafts import Draft
from dateline.language import Parse, Token
from dateline.model import ActorId, EventType, Statement

_CHARGES = frozenset(["of", "for", "with", "over"])  # "accused of shelling", "blamed for the attack"
_LONGEST_WAY = 4


def index_content(parse: Parse, statements: Sequence[Statement]) -> dict[int, ActorId]:
    """Map each token inside a statement's content to the innermost statement's speaker."""
    found: dict[int, ActorId] = {}
    by_length = sorted(statements, key=lambda s: -sum(len(c) for c in s.content))
    for statement in by_length:
        if statement.speaker is None:
            continue
        for span in statement.content:
            for token in parse.tokens_in(span):
                found[token] = statement.speaker
    return found


def name_accusers(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, each deed that somebody is accused of with the accuser as its source."""
    accusations = {
        draft.act.trigger.token.i: draft
        for draft in drafts
        if draft.act.type is EventType.ACCUSE and draft.mode == "allege" and draft.parties.actors
    }
    return [_name_accuser(draft, accusations) for draft in drafts] if accusations else list(drafts)


def _name_accuser(draft: Draft, accusations: dict[int, Draft]) -> Draft:
    accusation = _accusation_above(draft.act.trigger.token, accusations)
    if accusation is None or accusation is draft:
        return draft
    said = f"alleged by “{accusation.act.trigger.token.text}”"
    return replace(draft, source=accusation.parties.actors[0], reasons=(*draft.reasons, said))


def _accusation_above(deed: Token, accusations: dict[int, Draft]) -> Draft | None:
    """Return the accusation whose charge a deed is: in its clause of content, or under "of", "for", "with", "over"."""
    token = deed
    for _ in range(_LONGEST_WAY):
        below, token = token, token.head
        if token.i == below.i:
            return None
        if token.i in accusations:
            is_charge = below.dep_ == "ccomp" or (below.dep_ == "prep" and below.lower_ in _CHARGES)
            return accusations[token.i] if is_charge else None
    return None
