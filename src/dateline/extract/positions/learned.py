"""Positions that only the learned reader sees: its spans, with holders from the syntax around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.extract import syntax
from dateline.extract.positions.doubts import leaves_open
from dateline.extract.positions.stands import Stand
from dateline.extract.statements.second_reader import find_runs
from dateline.extract.taggers import Judgement, labels
from dateline.language import Parse, Token
from dateline.model import PositionKind

_LEAN = 0.5  # log odds by which the tagger is led to find more; chosen on the annotated reports kept for that
_WANTED = frozenset(("dobj", "xcomp", "ccomp", "pcomp"))
_SUREST = 0.7  # mean probability from which a span stands without a rule


def iter_learned_stands(parse: Parse, judgement: Judgement) -> Iterator[Stand]:
    """Yield the tagger's own spans within one sentence that are sure enough, as stands without a cue."""
    for span in _decode(judgement.position):
        if span.score >= _SUREST and span.last - span.first >= 2:
            stand = _as_stand(parse, span)
            if stand is not None:
                yield stand


@dataclass(frozen=True, slots=True)
class _Span:
    """Tokens `first` to the one before `last`, of one kind; `score` is the mean probability of their tags."""

    first: int
    last: int
    kind: PositionKind
    score: float


def _decode(probabilities: npt.NDArray[np.float32]) -> Iterator[_Span]:
    """Yield the stretches in which some kind beats no stand; the kind is that of its first tag."""
    if not len(probabilities):
        return
    leant = probabilities.copy()
    leant[:, 1:] *= np.exp(_LEAN)
    tags = leant.argmax(axis=1)
    kinds = (tags + 1) // 2  # 0 where outside; B and I of a kind share a number
    opens = (tags % 2 == 1) | np.concatenate([[True], kinds[1:] != kinds[:-1]])
    for first, last in find_runs(tags > 0, opens):
        score = float(probabilities[np.arange(first, last), tags[first:last]].mean())
        yield _Span(first, last, PositionKind(labels.POSITIONS[int(tags[first])][2:]), score)


def _as_stand(parse: Parse, span: _Span) -> Stand | None:
    sentence = parse.sentence_at(span.first)
    first, last = span.first, min(span.last, sentence.last)
    while first < last and (parse.tokens[first].is_punct or parse.tokens[first].lower_ in ("to", "that")):
        first += 1
    while last > first and parse.tokens[last - 1].is_punct:
        last -= 1
    if last - first < 2:
        return None
    head = _head_of(parse, first, last)
    if any(syntax.is_negated(verb) and leaves_open(verb) for verb in (head, head.head)):
        return None
    kind, holders = _turned(span.kind, head), tuple(_holders(head))
    reason = "no rule reads a stand here, but the tagger is sure of one"
    return Stand(kind, first, last, head.i, holders, (), head.i, "position.learned", reason, 0.5)


def _turned(kind: PositionKind, head: Token) -> PositionKind:
    """Return the kind of a span whose governing verb may be negated: who is not considering it denies that he seeks it."""
    above = head.head
    if (
        kind not in (PositionKind.GOAL, PositionKind.COMMITMENT)
        or head.dep_ not in _WANTED
        or not syntax.is_negated(above)
    ):
        return kind
    return PositionKind.DENIAL if above.tag_ == "VBG" else PositionKind.REFUSAL


def _head_of(parse: Parse, first: int, last: int) -> Token:
    """Return the word of a span that the others hang on."""
    tops = [t for t in parse.tokens[first:last] if not first <= t.head.i < last or t.head.i == t.i]
    verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
    return (verbs or tops)[0]


def _holders(head: Token) -> list[Token]:
    """Return who does, or owns, what governs a span: the subject of the clause above it."""
    if head.dep_ in ("acl", "pobj", "pcomp") and head.head.pos_ == "NOUN":
        owners = syntax.possessors(head.head)
        if owners:
            return owners
    if head.head.i == head.i:
        return []
    above = syntax.clause_of(head.head)
    return syntax.deep_subjects(above) if above.pos_ in ("VERB", "AUX") else []
