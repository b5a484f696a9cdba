"""Positions that only the learned reader sees: its spans, with holders from the syntax around them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.positions.stands import Stand
from dateline.extract.taggers import Judgement
from dateline.extract.taggers.spans import TaggedSpan, decode_spans
from dateline.language import Parse
from dateline.model import PositionKind

_LEAN = 0.5  # log odds by which the tagger is led to find more; chosen on the annotated reports kept for that
_SUREST = 0.6  # mean probability from which a span stands without a rule


def iter_learned_stands(parse: Parse, judgement: Judgement) -> Iterator[Stand]:
    """Yield the tagger's own spans within one sentence that are sure enough, as stands without a cue."""
    for span in decode_spans(judgement.position, "position", lean=_LEAN):
        if span.score >= _SUREST and span.last - span.first >= 2:
            stand = _as_stand(parse, span)
            if stand is not None:
                yield stand


def _as_stand(parse: Parse, span: TaggedSpan) -> Stand | None:
    sentence = parse.sentence_at(span.first)
    first, last = span.first, min(span.last, sentence.last)
    while first < last and (parse.doc[first].is_punct or parse.doc[first].lower_ in ("to", "that")):
        first += 1
    while last > first and parse.doc[last - 1].is_punct:
        last -= 1
    if last - first < 2:
        return None
    head = _head_of(parse, first, last)
    reason = "no rule reads a stand here, but the tagger is sure of one"
    kind = PositionKind(span.kind)
    return Stand(kind, first, last, head.i, tuple(_holders(head)), (), head.i, "position.learned", reason, 0.5)


def _head_of(parse: Parse, first: int, last: int) -> Token:
    """Return the word of a span that the others hang on."""
    tops = [t for t in parse.doc[first:last] if not first <= t.head.i < last or t.head.i == t.i]
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
