"""Stands that modals express inside what somebody says: "we will", "they must", "it will not".

"X must" and "X should" in somebody's words is a demand on X; "will" is a commitment where the one who shall do it is the
speaker or the speaker's side, "will not" a refusal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.positions.stands import Stand
from dateline.language import Parse
from dateline.model import PositionKind, Statement

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_MUST = frozenset({"must", "should", "ought"})


def iter_modal_stands(parse: Parse, cast: Cast, statements: Sequence[Statement]) -> Iterator[tuple[Stand, Statement]]:
    """Yield the stands that modals express in each statement's content, with the statement."""
    for statement in statements:
        for span in statement.content:
            for number in parse.tokens_in(span):
                token = parse.doc[number]
                if token.pos_ in ("VERB", "AUX") and token.dep_ != "aux":
                    stand = _read_modal(parse, cast, token, statement)
                    if stand is not None:
                        yield stand, statement


def _read_modal(parse: Parse, cast: Cast, verb: Token, statement: Statement) -> Stand | None:
    modals = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in _WILL | _MUST]
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not modals or not subjects:
        return None
    modal, subject = modals[0].lower_, subjects[0]
    negated = syntax.is_negated(verb)
    if modal in _MUST:
        return _stand(parse, PositionKind.DEMAND, verb, (), (subject,), f"“{modals[0].text}” in somebody's words")
    if not _is_on_speakers_side(cast, subject, statement):
        return None
    kind = PositionKind.REFUSAL if negated else PositionKind.COMMITMENT
    return _stand(
        parse, kind, verb, tuple(syntax.expand([subject])), (), f"the speaker's side “{modals[0].text}” do it"
    )


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


def _stand(
    parse: Parse, kind: PositionKind, verb: Token, holders: tuple[Token, ...], toward: tuple[Token, ...], reason: str
) -> Stand | None:
    sentence = parse.sentence_at(verb.i)
    numbers = {t.i for t in verb.subtree if sentence.first <= t.i < sentence.last}
    first = last = verb.i
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    last += 1
    while first < verb.i and (parse.doc[first].is_punct or parse.doc[first].dep_ in ("mark", "cc")):
        first += 1
    while last > verb.i + 1 and parse.doc[last - 1].is_punct:
        last -= 1
    return Stand(kind, first, last, verb.i, holders, toward, verb.i, f"position.modal-{kind.value}", reason)
