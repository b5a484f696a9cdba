"""Stands that modals express: "we will", "they must", "it will not", and what somebody says is not so or may come.

"X must" and "X should" in somebody's words is a demand on X; "will" is a commitment where the one who shall do it is
the speaker or the speaker's side, "will not" a refusal. A plain denial ("did not") or warning ("could lead to") is
believed only with the tagger's help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.positions.stands import Stand, before_aside
from dateline.language import Parse, Token
from dateline.model import PositionKind, Statement

_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"could", "might", "may", "can"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """A kind a modal clause may have, how far that is trusted, and why."""

    kind: PositionKind
    trust: float
    reason: str
    holds: bool = False  # whether the subject itself is the holder


def iter_modal_stands(parse: Parse, cast: Cast, statements: Sequence[Statement]) -> Iterator[tuple[Stand, Statement]]:
    """Yield the stands that modals may express in each statement's content, with the statement."""
    pos, dep = parse.columns.pos, parse.columns.dep
    for statement in statements:
        for span in statement.content:
            for number in parse.tokens_in(span):
                if pos[number] in _VERBAL and dep[number] not in _AUXILIARY:
                    for stand in _read_clause(parse, cast, parse.tokens[number], statement):
                        yield stand, statement


def iter_narrative_stands(parse: Parse) -> Iterator[Stand]:
    """Yield what the article itself says that somebody will or would not do."""
    for number in parse.columns.find(dep=("aux",), lower=_WILL):
        modal, verb = parse.tokens[number].text, parse.tokens[number].head
        subjects = [c for c in verb.children if c.dep_ == "nsubj"] if verb.dep_ in ("ROOT", "conj") else []
        if subjects:
            negated = syntax.is_negated(verb)
            kind = PositionKind.REFUSAL if negated else PositionKind.COMMITMENT
            reason = f"“{modal}” in the article's words"
            yield _stand(parse, _Reading(kind, 0.4 if negated else 0.12, reason, holds=True), verb, subjects[0])


def _read_clause(parse: Parse, cast: Cast, verb: Token, statement: Statement) -> Iterator[Stand]:
    modal = next((c.lower_ for c in verb.children if c.dep_ == "aux" and c.lower_ != "to"), "")
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        if verb.tag_ == "VB" and verb.dep_ in ("ROOT", "ccomp") and not any(c.dep_ == "aux" for c in verb.children):
            yield _stand(parse, _Reading(PositionKind.DEMAND, 0.25, "an imperative in somebody's words"), verb, None)
        return
    for reading in _readings(verb, modal, own=_is_on_speakers_side(cast, subject, statement)):
        yield _stand(parse, reading, verb, subject)


def _readings(verb: Token, modal: str, *, own: bool) -> Iterator[_Reading]:
    negated = syntax.is_negated(verb)
    if modal in _MUST:
        yield _Reading(PositionKind.DEMAND, 0.4 if own else 0.55, f"“{modal}” in somebody's words")
        yield _Reading(PositionKind.GOAL, 0.27 if own else 0.16, f"“{modal}” of one's own side")
    elif modal in _WILL and negated:
        yield _Reading(
            PositionKind.REFUSAL, 0.6 if own else 0.15, f"somebody says that it {modal} not happen", holds=own
        )
        yield _Reading(PositionKind.DENIAL, 0.08, "somebody says that it is not so")
    elif modal in _WILL:
        who = "the speaker's side" if own else "somebody else"
        yield _Reading(PositionKind.COMMITMENT, 0.55 if own else 0.2, f"{who} {modal} do it", holds=own)
        yield _Reading(PositionKind.WARNING, 0.06, f"somebody says what {modal} come")
    elif modal in _MAY:
        yield _Reading(PositionKind.WARNING, 0.1, f"somebody says what {modal} come")
    elif negated and not modal.startswith("wo"):
        yield _Reading(PositionKind.DENIAL, 0.15, "somebody says that it is not so")


def _is_on_speakers_side(cast: Cast, subject: Token, statement: Statement) -> bool:
    if subject.lower_ in ("we", "i"):
        return True
    if statement.speaker is None:
        return False
    speaker = cast[statement.speaker]
    return any(
        actor in statement.speakers or (speaker.country is not None and cast[actor].country == speaker.country)
        for actor in cast.at(subject.i)
    )


def _stand(parse: Parse, reading: _Reading, verb: Token, subject: Token | None) -> Stand:
    sentence = parse.sentence_at(verb.i)
    numbers = {t.i for t in verb.subtree if sentence.first <= t.i < sentence.last}
    first = last = verb.i
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    last = before_aside(parse, verb, last + 1)
    while first < verb.i and (parse.tokens[first].is_punct or parse.tokens[first].dep_ in ("mark", "cc")):
        first += 1
    while last > verb.i + 1 and parse.tokens[last - 1].is_punct:
        last -= 1
    holders = tuple(syntax.expand([subject])) if subject is not None and reading.holds else ()
    toward = (subject,) if subject is not None and reading.kind is PositionKind.DEMAND else ()
    rule = f"position.modal-{reading.kind.value}"
    return Stand(reading.kind, first, last, verb.i, holders, toward, verb.i, rule, reading.reason, reading.trust)
