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
from dateline.extract.positions.contents import coordinated_verbs, is_asked
from dateline.extract.positions.doubts import leaves_open
from dateline.extract.positions.extents import before_aside
from dateline.extract.positions.stands import Stand
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token
from dateline.model import Actor, ActorKind, Directness, PositionKind, Statement

_VERBAL = frozenset({"VERB", "AUX"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d"})
_HAD_OR_WOULD = frozenset({"'d", "’d"})
_MUST = frozenset({"must", "should", "ought"})
_MAY = frozenset({"could", "might", "may", "can"})
_INVERTED = frozenset({"should", "were", "had"})  # before the subject they open a condition: "should it do so"
_STANDING_FOR_MODALS = {"go": "will", "have": "must", "ought": "must", "need": "must"}  # with an infinitive: "has to"
_EXECUTIVE = frozenset({"GOV", "MIL", "POL", "SPY"})
_AGAINST_THE_STATE = frozenset({"REB", "UAF", "CRM"})
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
        if _leaves_no_choice(clause.first) or (clause.is_negated and leaves_open(clause.first)):
            continue
        if not clause.is_negated and not _is_an_act(clause.first):
            continue
        trust = 0.4 if clause.is_negated else 0.12
        yield from _stands(parse, clause, _Reading(kind, trust, reason, holds=True))


def _read_clause(parse: Parse, cast: Cast, verb: Token, statement: Statement) -> Iterator[Stand]:
    clause = _modal_clause(parse, verb)
    if clause is None:
        yield from _read_plain(parse, verb)
        return
    if clause.subject is None or _is_condition(parse, clause, clause.subject):
        return
    if is_asked(clause.first, before=clause.modal.i) or is_asked(clause.modal, before=clause.modal.i):
        return
    own = _is_on_speakers_side(cast, clause.subject, statement)
    if verb.dep_ == "relcl" and not own and clause.word != "must":
        return  # "the men who will vote" only says which men
    somebody = own or syntax.is_passive(clause.first) or bool(cast.at(clause.subject.i)) or _is_to_last(clause.first)
    for reading in _readings(clause, clause.subject, own=own):
        if reading.kind is PositionKind.COMMITMENT and not somebody:
            continue  # "the move would help": a thing promises nothing
        if own or reading.kind is not PositionKind.COMMITMENT or not _is_forecast(parse, statement):
            yield from _stands(parse, clause, reading)


def _is_to_last(verb: Token) -> bool:
    """Tell whether a verb says that something agreed begins, lasts or ends: "would take effect", "will remain"."""
    lasting = load_position_words()["lasting"]
    if verb.lemma_ == "take":
        return any(c.dep_ == "dobj" and c.lemma_ in lasting for c in verb.children)
    return verb.lemma_ in lasting


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
        yield from _stands(parse, clause, _Reading(PositionKind.DENIAL, 0.06, "somebody says that it is not so"))


def _modal_clause(parse: Parse, verb: Token) -> _Clause | None:
    """Return the clause of which a verb is the first under a modal; None where no modal stands with it."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ != "to"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if modal is not None and modal.lower_ in _HAD_OR_WOULD and verb.tag_ == "VBN":
        return None  # "I'd never seen one"
    word = modal.lower_ if modal is not None else ""
    if modal is None and verb.dep_ == "xcomp" and verb.tag_ == "VB" and subject is None:
        above = verb.head
        if _stands_for_a_modal(above):
            modal, word = above, _STANDING_FOR_MODALS.get(above.lemma_, "must")
            subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
    if modal is None:
        return None
    if word == "had" and any(c.lower_ == "better" and c.i == modal.i + 1 for c in verb.children):
        word = "must"
    return _Clause(modal, word, subject, tuple(coordinated_verbs(verb, tag="VB")))


def _stands_for_a_modal(verb: Token) -> bool:
    """Tell whether a verb with an infinitive says what a modal says: "is going to", "has to"; not "have yet to"."""
    if any(c.tag_ == "MD" or c.lower_ == "yet" or c.dep_ == "dobj" for c in verb.children):
        return False
    if verb.lower_ == "going":
        return any(c.dep_ == "aux" for c in verb.children)
    return verb.lower_ in ("have", "has", "'ve", "’ve", "got", "ought", "need", "needs") and not syntax.is_negated(verb)


def _readings(clause: _Clause, subject: Token, *, own: bool) -> Iterator[_Reading]:
    word = clause.modal.text
    if clause.word == "must" and clause.modal.lemma_ == "need" and own:
        yield _Reading(PositionKind.GOAL, 0.4, "“need” of one's own side")
    elif clause.word in _MUST:
        if subject.lower_ != "i":
            yield _Reading(PositionKind.DEMAND, 0.4 if own else 0.55, f"“{word}” in somebody's words")
        if own:
            yield _Reading(PositionKind.GOAL, 0.15, f"“{word}” of one's own side")
    elif clause.word in _WILL and _leaves_no_choice(clause.first):
        yield _Reading(PositionKind.WARNING, 0.06, f"somebody says what {word} come")
    elif clause.word in _WILL and clause.is_negated:
        if leaves_open(clause.first):
            return
        yield _Reading(
            PositionKind.REFUSAL, 0.6 if own else 0.15, f"somebody says that it {word} not happen", holds=own
        )
        yield _Reading(PositionKind.DENIAL, 0.08, "somebody says that it is not so")
    elif clause.word in _WILL:
        who = "the speaker's side" if own else "somebody else"
        if _is_an_act(clause.first) and (own or not _tells_of_nobody(clause.first, subject)):
            acts = own and not syntax.is_passive(clause.first)
            yield _Reading(PositionKind.COMMITMENT, 0.55 if own else 0.2, f"{who} {word} do it", holds=acts)
        yield _Reading(PositionKind.WARNING, 0.06, f"somebody says what {word} come")
    elif clause.word in _MAY:
        yield _Reading(PositionKind.WARNING, 0.1, f"somebody says what {word} come")
    elif clause.is_negated:
        yield _Reading(PositionKind.DENIAL, 0.06, "somebody says that it is not so")


def _leaves_no_choice(verb: Token) -> bool:
    """Tell whether a verb says that somebody will have to or be able to: he has no say in it."""
    compelled = load_position_words()["compelled"]
    if syntax.is_passive(verb):
        return syntax.lemma_of(verb) in compelled
    return verb.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in compelled for c in verb.children)


def _tells_of_nobody(verb: Token, subject: Token) -> bool:
    """Tell whether a clause says how something will be, and not what somebody will do: "it would be helpful"."""
    return subject.lower_ in _NOBODY_IN_PARTICULAR or (verb.lemma_ == "be" and not syntax.is_passive(verb))


def _is_an_act(verb: Token) -> bool:
    """Tell whether a verb under "will" says what is done, not how it is or would have been ("would have chosen")."""
    if syntax.is_passive(verb):
        return True
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return False
    return syntax.lemma_of(verb) not in load_position_words()["being-so"]


def _is_condition(parse: Parse, clause: _Clause, subject: Token) -> bool:
    """Tell whether a clause is what must first be so: "if he will go", and with the modal first "should it do so"."""
    sentence = parse.sentence_at(clause.modal.i)
    asks = parse.tokens[sentence.last - 1].text == "?"
    if any(
        c.lower_ in ("if", "unless", "whether")
        for verb in (clause.first, clause.modal)
        for c in verb.children
        if c.dep_ == "mark"
    ):
        return True
    return clause.word in _INVERTED and clause.modal.i < subject.i and not asks


def _is_forecast(parse: Parse, statement: Statement) -> bool:
    """Tell whether a statement is one of what somebody believes will come: "predicted that Congress will …"."""
    numbers = parse.tokens_in(statement.cue) if statement.cue is not None else ()
    return any(syntax.lemma_of(parse.tokens[n]) in load_position_words()["forecasting"] for n in numbers)


def _is_on_speakers_side(cast: Cast, subject: Token, statement: Statement) -> bool:
    """Tell whether a subject is who speaks, the state or office he speaks for, or something of his.

    In words between quotation marks the speaker calls himself "we" or "I", so that "he" or "it" is somebody else.
    """
    if subject.lower_ in ("we", "i"):
        return True
    if statement.speaker is None:
        return False
    if any(set(cast.at(owner.i)) & set(statement.speakers) for owner in syntax.possessors(subject)):
        return True
    if statement.directness is Directness.DIRECT and subject.tag_ == "PRP":
        return False
    speaker = cast[statement.speaker]
    reads = _is_of_one_country if subject.tag_ == "PRP" else _acts_for_one_state
    return any(actor in statement.speakers or reads(speaker, cast[actor]) for actor in cast.at(subject.i))


def _is_of_one_country(speaker: Actor, actor: Actor) -> bool:
    return speaker.country is not None and speaker.country == actor.country


def _acts_for_one_state(speaker: Actor, actor: Actor) -> bool:
    """Tell whether an actor is the speaker's state or one of its offices; its parties, courts and people are not."""
    if speaker.country is None or speaker.country != actor.country:
        return False
    if actor.kind is ActorKind.STATE:
        return speaker.sector not in _AGAINST_THE_STATE
    return actor.sector in _EXECUTIVE and (speaker.sector is None or speaker.sector in _EXECUTIVE)


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
    while first < verb.i and _opens_nothing(parse.tokens[first]):
        first += 1
    while last > verb.i + 1 and (parse.tokens[last - 1].is_punct or parse.tokens[last - 1].dep_ == "cc"):
        last -= 1
    return first, last


def _opens_nothing(token: Token) -> bool:
    return token.is_punct or token.dep_ in ("mark", "cc", "neg") or (token.dep_ == "aux" and token.lower_ == "to")
