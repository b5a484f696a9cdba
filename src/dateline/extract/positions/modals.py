"""Stands that modals express: "we will", "they must", "it will not", and what somebody says is not so or may come.

"X must" and "X should" in somebody's words is a demand on X; "will" is a commitment where the one who shall do it is
the speaker or the speaker's side, "will not" and "will take none" a refusal. A plain denial ("did not") or warning
("could lead to") is believed only with the tagger's help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.positions.stands import Stand, before_aside, coordinated_verbs, is_asked
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token
from dateline.model import PositionKind, Statement

_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"could", "might", "may", "can"})
_INVERTED = frozenset({"should", "were", "had"})  # before the subject they open a condition: "should it do so"
_STANDING_FOR_MODALS = {"go": "will", "have": "must"}  # with an infinitive: "is going to", "has to"
_NOBODY_IN_PARTICULAR = frozenset({"it", "this", "that", "there", "which", "what"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """A kind a modal clause may have, how far that is trusted, and why."""

    kind: PositionKind
    trust: float
    reason: str
    holds: bool = False  # whether the subject itself is the holder


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb with its modal and the subject they share; `verbs` are it and those coordinated with it."""

    modal: Token
    word: str
    subject: Token | None
    verbs: tuple[Token, ...]

    @property
    def first(self) -> Token:
        return self.verbs[0]

    @property
    def is_negated(self) -> bool:
        """Tell whether the clause says that it is not so: "will not", "will take none", "no ship will sail"."""
        nouns = [c for c in self.first.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
        negating = load_position_words()["negating"]
        words = [w for noun in nouns for w in (noun, *noun.children) if w.i == noun.i or w.dep_ == "det"]
        return (
            syntax.is_negated(self.first)
            or syntax.is_negated(self.modal)
            or any(word.lower_ in negating for word in words)
            or any(c.lower_ == "nor" for c in self.first.children)
        )


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
        verb = parse.tokens[number].head
        clause = _modal_clause(parse, verb) if verb.dep_ in ("ROOT", "conj") else None
        if clause is None or clause.subject is None or clause.subject.dep_ != "nsubj":
            continue
        kind = PositionKind.REFUSAL if clause.is_negated else PositionKind.COMMITMENT
        reason = f"“{clause.modal.text}” in the article's words"
        trust = 0.4 if clause.is_negated else 0.12
        yield from _stands(parse, clause, _Reading(kind, trust, reason, holds=True))


def _read_clause(parse: Parse, cast: Cast, verb: Token, statement: Statement) -> Iterator[Stand]:
    clause = _modal_clause(parse, verb)
    if clause is None:
        yield from _read_plain(parse, verb)
        return
    if clause.subject is None or _is_condition(parse, clause, clause.subject):
        return
    if is_asked(clause.first, before=clause.modal.i):
        return
    own = _is_on_speakers_side(cast, clause.subject, statement)
    for reading in _readings(clause, clause.subject, own=own):
        if own or reading.kind is not PositionKind.COMMITMENT or not _is_forecast(parse, statement):
            yield from _stands(parse, clause, reading)


def _read_plain(parse: Parse, verb: Token) -> Iterator[Stand]:
    """Yield the stands of a clause without a modal: an imperative, a denial."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    clause = _Clause(verb, "", subject, (verb,))
    if subject is None:
        bare = verb.tag_ == "VB" and verb.dep_ in ("ROOT", "ccomp") and not any(c.dep_ == "aux" for c in verb.children)
        if bare:
            reading = _Reading(PositionKind.DEMAND, 0.25, "an imperative in somebody's words")
            yield from _stands(parse, clause, reading)
    elif syntax.is_negated(verb):
        yield from _stands(parse, clause, _Reading(PositionKind.DENIAL, 0.15, "somebody says that it is not so"))


def _modal_clause(parse: Parse, verb: Token) -> _Clause | None:
    """Return the clause of which a verb is the first under a modal; None where no modal stands with it."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ != "to"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    word = modal.lower_ if modal is not None else ""
    if modal is None and verb.dep_ == "xcomp" and verb.tag_ == "VB" and subject is None:
        above = verb.head
        is_progressive = above.lower_ == "going" and any(c.dep_ == "aux" for c in above.children)
        is_pending = any(c.lower_ == "yet" for c in above.children)  # "have yet to decide"
        is_present = above.lower_ in ("have", "has", "'ve", "’ve", "got") and not is_pending
        if is_progressive or (is_present and not any(c.tag_ == "MD" for c in above.children)):
            modal, word = above, _STANDING_FOR_MODALS.get(above.lemma_, "must")
            subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    if modal is None:
        return None
    return _Clause(modal, word, subject, tuple(coordinated_verbs(verb, tag="VB")))


def _readings(clause: _Clause, subject: Token, *, own: bool) -> Iterator[_Reading]:
    word = clause.modal.text
    if clause.word in _MUST:
        yield _Reading(PositionKind.DEMAND, 0.4 if own else 0.55, f"“{word}” in somebody's words")
        if own:
            yield _Reading(PositionKind.GOAL, 0.27, f"“{word}” of one's own side")
    elif clause.word in _WILL and clause.is_negated:
        yield _Reading(
            PositionKind.REFUSAL, 0.6 if own else 0.15, f"somebody says that it {word} not happen", holds=own
        )
        yield _Reading(PositionKind.DENIAL, 0.08, "somebody says that it is not so")
    elif clause.word in _WILL:
        who = "the speaker's side" if own else "somebody else"
        if own or not _tells_of_nobody(clause.first, subject):
            acts = own and not syntax.is_passive(clause.first)
            yield _Reading(PositionKind.COMMITMENT, 0.55 if own else 0.2, f"{who} {word} do it", holds=acts)
        yield _Reading(PositionKind.WARNING, 0.06, f"somebody says what {word} come")
    elif clause.word in _MAY:
        yield _Reading(PositionKind.WARNING, 0.1, f"somebody says what {word} come")
    elif clause.is_negated:
        yield _Reading(PositionKind.DENIAL, 0.15, "somebody says that it is not so")


def _tells_of_nobody(verb: Token, subject: Token) -> bool:
    """Tell whether a clause says how something will be, and not what somebody will do: "it would be helpful"."""
    return subject.lower_ in _NOBODY_IN_PARTICULAR or (verb.lemma_ == "be" and not syntax.is_passive(verb))


def _is_condition(parse: Parse, clause: _Clause, subject: Token) -> bool:
    """Tell whether a modal stands before its subject and opens a condition: "should it do so, …"."""
    sentence = parse.sentence_at(clause.modal.i)
    asks = parse.tokens[sentence.last - 1].text == "?"
    return clause.word in _INVERTED and clause.modal.i < subject.i and not asks


def _is_forecast(parse: Parse, statement: Statement) -> bool:
    """Tell whether a statement is one of what somebody believes will come: "predicted that Congress will …"."""
    numbers = parse.tokens_in(statement.cue) if statement.cue is not None else ()
    return any(syntax.lemma_of(parse.tokens[n]) in load_position_words()["forecasting"] for n in numbers)


def _is_on_speakers_side(cast: Cast, subject: Token, statement: Statement) -> bool:
    if subject.lower_ in ("we", "i"):
        return True
    if statement.speaker is None:
        return False
    if any(set(cast.at(owner.i)) & set(statement.speakers) for owner in syntax.possessors(subject)):
        return True
    speaker = cast[statement.speaker]
    return any(
        actor in statement.speakers or (speaker.country is not None and cast[actor].country == speaker.country)
        for actor in cast.at(subject.i)
    )


def _stands(parse: Parse, clause: _Clause, reading: _Reading) -> Iterator[Stand]:
    """Yield a stand for each of the coordinated verbs: "will free the crew and (will) return the ship"."""
    subject = clause.subject
    holders = tuple(syntax.expand([subject])) if subject is not None and reading.holds else ()
    toward = (subject,) if subject is not None and reading.kind is PositionKind.DEMAND else ()
    rule = f"position.modal-{reading.kind.value}"
    for verb in clause.verbs:
        first, last = _bounds(parse, clause, verb, with_subject=not reading.holds)
        yield Stand(reading.kind, first, last, verb.i, holders, toward, verb.i, rule, reading.reason, reading.trust)


def _bounds(parse: Parse, clause: _Clause, verb: Token, *, with_subject: bool) -> tuple[int, int]:
    """Return the tokens of what one verb of a clause says, without the verbs coordinated with it.

    Where the subject is the holder itself the content begins after the modal: what he will do.
    """
    sentence = parse.sentence_at(verb.i)
    others = [c for c in syntax.conjoined(verb)[1:] if c in clause.verbs or c.tag_ in ("VBD", "VBZ", "VBP")]
    cut = {t.i for other in others if other.i > verb.i for t in other.subtree}
    numbers = {t.i for t in verb.subtree if sentence.first <= t.i < sentence.last} - cut
    first = last = verb.i
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    last = before_aside(parse, verb, last + 1)
    if not with_subject and clause.modal.i < verb.i:
        first = max(first, clause.modal.i + 1)
    while first < verb.i and (parse.tokens[first].is_punct or parse.tokens[first].dep_ in ("mark", "cc", "neg")):
        first += 1
    while last > verb.i + 1 and (parse.tokens[last - 1].is_punct or parse.tokens[last - 1].dep_ == "cc"):
        last -= 1
    return first, last
