"""Which words name an act, and of which type: frames and taggers weigh in together.

A frame that fits is evidence for its type; the taggers' probability is evidence for theirs. A frame that the
taggers find very unlikely is dropped, a confident tagger needs no frame. The thresholds were chosen on the
annotated reports kept for choosing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from dateline.extract import syntax
from dateline.extract.events.drafts import Act
from dateline.extract.events.surroundings import Trigger, find_carrier, tokens_at
from dateline.extract.events.triggers.matching import Match, is_swallower, trigger_tokens
from dateline.extract.syntax import complement_clause
from dateline.extract.taggers import Judgement
from dateline.extract.taggers.labels import EVENTS
from dateline.knowledge.word_lists import load_grammar_lists, load_idioms
from dateline.language import Parse, Token
from dateline.model import EventType, Span


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How sure the taggers must be: without a frame, where all frames of the word were refused, with one that fits.

    `typed` is how sure of its type an act without a frame must be: where the taggers waver between many types there is
    mostly none. `frame_bonus` is what a frame's type is worth against the type the taggers prefer; `lending` how sure they
    must be of an act that lends its date and parties to later ones, for a false one misleads them all; `certain` how sure
    they must be of one in which nobody political is known to take part.
    """

    alone: float = 0.7
    typed: float = 0.3
    refused: float = 0.76
    with_frame: float = 0.36
    with_weak_frame: float = 0.45
    frame_bonus: float = 0.4
    lending: float = 0.9
    certain: float = 0.9


_OBJECTS = ("dobj", "nsubjpass")
_CLAUSES = ("acl", "relcl", "advcl", "xcomp")
_TALKING = frozenset(("discuss", "talk", "confer", "review", "debate"))

FAST = Thresholds(
    alone=0.75,
    typed=0.5,
    refused=0.85,
    with_frame=0.2,
    with_weak_frame=0.3,
    frame_bonus=0.7,
    lending=0.85,
    certain=math.inf,
)
CAREFUL = Thresholds()


def find_likely(parse: Parse, judgement: Judgement, thresholds: Thresholds) -> list[int]:
    """Return the tokens that the taggers do not rule out, and the objects of such verbs: no other word can name an act.

    Nor does a word inside an idiom ("a stab in the back"), inside the name of a body ("Bureau of Investigation"), or what
    nature does ("a quake strikes the coast").
    """
    likely: list[int] = np.flatnonzero(1.0 - judgement.event[:, 0] >= thresholds.with_frame).tolist()
    tokens = parse.tokens
    nature = load_grammar_lists()["nature"]
    likely = [i for i in likely if not _is_done_by(tokens[i], nature) and not _is_inside_name(tokens[i])]
    objects = {c.i for i in likely if tokens[i].pos_ == "VERB" for c in tokens[i].children if c.dep_ in _OBJECTS}
    return sorted(objects.union(likely).difference(_find_idiomatic(parse)))


def _is_done_by(verb: Token, doers: Collection[str]) -> bool:
    """Tell whether a verb's own subject, or its agent in a passive, is one of some nouns.

    "A quake strikes" is sometimes parsed as one noun before another.
    """
    if verb.pos_ == "NOUN":
        return verb.tag_ == "NNS" and any(c.lower_ in doers for c in verb.children if c.dep_ == "compound")
    if verb.pos_ != "VERB":
        return False
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(token.lemma_.lower() in doers for token in (*subjects, *syntax.agents(verb)))


def _is_inside_name(word: Token) -> bool:
    """Tell whether a word belongs to the name of a body without being its head."""
    if word.pos_ != "PROPN" or word.ent_type_ != "ORG":
        return False
    above = word.head.head if word.dep_ == "pobj" else word.head
    if above.i == word.i or above.pos_ != "PROPN":
        return False
    first, last = sorted((word.i, above.i))
    return all(token.ent_type_ == "ORG" for token in word.doc[first : last + 1])


def _find_idiomatic(parse: Parse) -> Iterator[int]:
    """Yield the tokens that stand in an idiom."""
    for match in load_idioms().finditer(parse.text):
        yield from parse.tokens_in(Span(start=match.start(), end=match.end()))


class Decider:
    """Decides word by word for one report."""

    def __init__(
        self,
        parse: Parse,
        matches: Mapping[int, Match],
        refused: Collection[int],
        judgement: Judgement,
        thresholds: Thresholds,
    ) -> None:
        self._parse = parse
        self._matches = matches
        self._refused = refused
        self._judgement = judgement
        self._thresholds = thresholds
        self._things = load_grammar_lists()["no-guest"]

    def decide(self, likely: Iterable[int]) -> list[Act]:
        """Return the acts of the report among `likely` tokens in order, without those that others swallow."""
        acts = [act for i in likely if (act := self._decide_word(self._parse.tokens[i])) is not None]
        return _drop_yielding(_drop_carriers(_drop_talks(_drop_swallowed(acts, self._matches))))

    def _decide_word(self, token: Token) -> Act | None:
        row = self._judgement.event[token.i]
        sure = float(1.0 - row[0])
        match = self._matches.get(token.i)
        best = int(row[1:].argmax()) + 1
        if match is None:
            if sure < (self._thresholds.refused if token.i in self._refused else self._thresholds.alone):
                return None
            if float(row[best]) < self._thresholds.typed:
                return None
            kind = EventType(EVENTS[best])
            if kind is EventType.CONSULT and _is_moved(token, self._things):
                return None
            carrier = None if token.pos_ in ("VERB", "AUX") else find_carrier(token)
            reason = f"no frame; the taggers are {sure:.2f} sure, {kind} {float(row[best]):.2f}"
            return Act(Trigger(token, carrier), token.i, token.i + 1, kind, None, "tagger", reason, sure)
        return self._decide_with_frame(token, match, sure)

    def _decide_with_frame(self, token: Token, match: Match, sure: float) -> Act | None:
        row = self._judgement.event[token.i]
        if match.trigger.carrier is not None:
            # Of "imposing sanctions" the taggers have learned to mark the verb, frames know the noun.
            sure = max(sure, float(1.0 - self._judgement.event[match.trigger.carrier.i, 0]))
        needed = self._thresholds.with_weak_frame if match.frame.weak else self._thresholds.with_frame
        if sure < needed:
            return None
        weighed = row.copy()
        weighed[0] = 0
        weighed[EVENTS.index(match.frame.type)] += self._thresholds.frame_bonus * sure
        if match.frame.type is not EventType.CONSULT and _is_moved(token, self._things):
            weighed[EVENTS.index(EventType.CONSULT)] = 0
        kind = match.frame.type if match.frame.certain else EventType(EVENTS[int(weighed.argmax())])
        first, last = trigger_tokens(match)
        if kind is match.frame.type:
            reason = f"frame {match.frame.id}; the taggers are {sure:.2f} sure of an event"
            return Act(match.trigger, first, last, kind, match.frame, match.frame.id, reason, sure)
        reason = f"the taggers say {kind} ({float(row[EVENTS.index(kind)]):.2f}) against frame {match.frame.id}"
        return Act(match.trigger, first, last, kind, None, "tagger", reason, sure)


def _is_moved(verb: Token, things: Collection[str]) -> bool:
    """Tell whether what a verb is said of can meet nobody: a ship that leaves, a body that is flown home."""
    subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
    return verb.pos_ == "VERB" and any(c.lemma_.lower() in things for c in subjects)


def _drop_swallowed(acts: list[Act], matches: Mapping[int, Match]) -> list[Act]:
    """Drop acts named by verbs that are the content of a promise, request, threat or refusal."""
    swallowed: set[int] = set()
    for act in acts:
        match = matches.get(act.trigger.token.i)
        swallows = is_swallower(match) if match is not None and act.frame is not None else _usually_swallows(act)
        clause = complement_clause(act.trigger.token) if swallows else None
        while clause is not None:
            swallowed.add(clause.i)
            swallowed.update(c.i for c in clause.children if c.dep_ == "conj" and c.pos_ == "VERB")
            clause = complement_clause(clause)
    return [act for act in acts if act.trigger.token.i not in swallowed]


def _drop_talks(acts: list[Act]) -> list[Act]:
    """Drop talks that are what a meeting is for: "met in Cairo to discuss the truce" is one act."""
    meetings = {act.trigger.token.i for act in acts if act.type is EventType.CONSULT}
    return [act for act in acts if not (act.type is EventType.CONSULT and _is_purpose_of(act.trigger.token, meetings))]


def _is_purpose_of(verb: Token, others: Collection[int]) -> bool:
    """Tell whether a verb of talking is an infinitive that hangs on one of some words, or on a noun beside them."""
    if (
        verb.lemma_ not in _TALKING
        or verb.dep_ not in _CLAUSES
        or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    ):
        return False
    above = verb.head
    return above.i in others or above.head.i in others


def _usually_swallows(act: Act) -> bool:
    return act.type.value in ("REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE")


def _drop_carriers(acts: list[Act]) -> list[Act]:
    """Keep one act of a verb and the noun it carries.

    A verb whose frame names that very object is the act ("declared a ceasefire"), and so is one that has a frame where its
    noun has none ("met for the first such encounter in years"); else a light verb only carries its noun ("launched an attack").
    """
    claimed = {t.i for act in acts if _names_object(act) for t in tokens_at("object", act.trigger)}
    framed = {act.trigger.token.i for act in acts if act.frame is not None and not act.frame.weak}
    kept = [act for act in acts if act.trigger.token.i not in claimed and not _is_carried_by(act, framed)]
    carried = {act.trigger.carrier.i for act in kept if act.trigger.carrier is not None}
    return [act for act in kept if act.trigger.token.i not in carried or _names_object(act)]


def _is_carried_by(act: Act, verbs: Collection[int]) -> bool:
    """Tell whether a noun that no frame fits hangs on one of some verbs."""
    return act.frame is None and act.trigger.carrier is not None and act.trigger.carrier.i in verbs


def _drop_yielding(acts: list[Act]) -> list[Act]:
    """Drop acts whose frame gives way to what their object does: "signed a decree banning veils" is the ban."""
    named = {act.trigger.token.i for act in acts}
    return [
        a for a in acts if not (a.frame is not None and a.frame.yields and named.intersection(_contents(a.trigger)))
    ]


def _contents(trigger: Trigger) -> Iterator[int]:
    """Yield the words that say what a law, decree or resolution does: heads of its clauses, and their objects."""
    owners = [trigger.token, *tokens_at("object", trigger)]
    for clause in (c for owner in owners for c in owner.children if c.dep_ in _CLAUSES and c.i > trigger.token.i):
        for verb in syntax.conjoined(clause):
            yield verb.i
            yield from (child.i for child in verb.children if child.dep_ in _OBJECTS)


def _names_object(act: Act) -> bool:
    return act.frame is not None and act.trigger.is_verb and any(w.islower() for w in act.frame.with_.object)
