"""Which frames fit which words: lemma first, then particle, then the conditions around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.events.surroundings import Trigger, find_carrier
from dateline.extract.events.triggers.conditions import ConditionCheck, find_particle
from dateline.extract.events.triggers.matched import Match
from dateline.extract.events.triggers.tolls import find_cause, is_mere_toll
from dateline.knowledge.frames.loading import Frame, Frames
from dateline.language import Parse, Token

__all__ = ["FrameMatcher", "Match", "Trial", "find_particle", "is_swallower", "trigger_tokens"]


_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_WORD_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


class Trial(NamedTuple):
    """A frame that was tried on a word, and why it did not fit; `failure` is None where it did."""

    trigger: Trigger
    frame: Frame
    failure: str | None


class FrameMatcher:
    """Finds the frames that fit the words of one report."""

    def __init__(self, frames: Frames, cast: Cast) -> None:
        self._frames = frames
        self._check = ConditionCheck(cast, frames.classes)
        self._accidents = frames.classes.lists.get("ACCIDENT", frozenset())
        self.refused: dict[int, Trial] = {}
        """Words that frames know but that none fits, each with the last frame tried: evidence against an act there."""
        self.idle: dict[int, Match] = {}
        """Words that name no act, however sure the taggers are: an idle frame fits, or they tell another act's toll."""

    def match(self, parse: Parse, among: Iterable[int] | None = None) -> dict[int, Match]:
        """Return the most specific frame that fits at each token, by token number; `among` leaves out the other tokens.

        A word that only tells the toll of another act is left out, and one that an idle frame fits. Both are then in
        `idle`; words that no frame fits though some are written for them in `refused`.
        """
        found: dict[int, Match] = {}
        doc = parse.tokens
        for token in doc if among is None else (doc[number] for number in among):
            trial = None
            for trial in self.iter_trials(token):
                if trial.failure is None:
                    among_which = self.idle if trial.frame.idle else found
                    among_which[trial.trigger.token.i] = Match(trial.trigger, trial.frame)
                    break
            else:
                if trial is not None and trial.trigger.token.i not in found:
                    self.refused[trial.trigger.token.i] = trial
        tolls = [number for number, match in found.items() if match.frame.toll and self.find_cause(match, found)]
        unfit = [Match(trial.trigger, trial.frame) for trial in self.refused.values()]
        unfit += [found.pop(number) for number in tolls]
        self.idle |= {m.trigger.token.i: m for m in unfit if m.frame.toll and is_mere_toll(m, found, self._accidents)}
        return found

    def find_cause(self, match: Match, found: Mapping[int, Match]) -> Token | None:
        """Return the word whose toll a match only tells, None where it is an act of its own."""
        return find_cause(match, found, self._accidents)

    def iter_trials(self, token: Token) -> Iterator[Trial]:
        """Yield each frame of a word's lemma, the most specific first, with the condition that failed."""
        for word_class, lemma in _keys(token, self._frames):
            trigger = _make_trigger(token, word_class)
            for frame in self._frames.look_up(word_class, lemma):
                if frame.light and trigger.carrier is None:
                    carried = Trigger(token, find_carrier(token, frame.light), trigger.is_noun_use)
                    yield Trial(carried, frame, self._failure(frame, carried))
                else:
                    yield Trial(trigger, frame, self._failure(frame, trigger))

    def _failure(self, frame: Frame, trigger: Trigger) -> str | None:
        """Return why a frame does not fit a trigger, None where it does."""
        token = trigger.token
        if token.dep_ in _BEFORE_NOUN and self._only_modifies(frame, token):
            return f"it only modifies “{token.head.text}”"
        if frame.particle and find_particle(token, frame.particle) is None:
            return f"particle: {', '.join(frame.particle)}"
        failed = self._check.first_failure(frame.with_, trigger)
        if failed:
            return f"with {failed}"
        held = self._check.any_holds(frame.without, trigger) if frame.without is not None else None
        return f"without {held}" if held else None

    def _only_modifies(self, frame: Frame, token: Token) -> bool:
        """Tell whether a word before a noun says what sort of thing that is, not that something happened.

        "Aid workers" and "a demand curve" are none; "bombing victims" and "the murder suspect" presuppose the act.
        """
        if frame.with_.head or frame.adjective or token.head.pos_ not in ("NOUN", "PROPN"):
            return False
        if frame.verb:
            return frame.weak and token.dep_ == "amod"
        if token.dep_ not in ("compound", "nmod"):
            return False
        return frame.weak or syntax.lemma_of(token.head) in self._frames.classes.lists.get("SORT", ())


def _make_trigger(token: Token, word_class: str) -> Trigger:
    match word_class:
        case "noun":
            return Trigger(token, find_carrier(token), token.pos_ == "VERB")
        case "modal":
            return Trigger(token.head)  # "must" speaks of the verb it helps
        case _:
            return Trigger(token)


def _keys(token: Token, frames: Frames) -> Iterator[tuple[str, str]]:
    """Yield the (word class, lemma) pairs under which frames of a token are kept.

    A word cut at its hyphen goes by the whole ("cease-fire"); one whose first part turns it ("anti-war") by
    nothing.
    """
    word_class = _WORD_CLASSES.get(token.pos_)
    if word_class is None:
        return
    joined = syntax.joined_lemmas(token)
    if joined:
        whole = [(word_class, lemma) for lemma in joined if (word_class, lemma) in frames.index]
        if whole or syntax.is_opposed(token):
            yield from whole
            return
    lemma = syntax.lemma_of(token)
    if (lemma not in frames.words and token.lower_ not in frames.words) or syntax.is_prefix(token):
        return
    if token.ent_type_ == "DATE" and token.pos_ == "PROPN":
        return  # "March" is a month
    yield from _plain_keys(token, word_class, lemma)


def _plain_keys(token: Token, word_class: str, lemma: str) -> Iterator[tuple[str, str]]:
    if word_class == "noun":
        yield from _noun_keys(token, lemma)
    elif word_class == "adjective":
        yield "adjective", token.lower_
        if token.dep_ != "amod":
            yield "verb", lemma
    elif token.dep_ in ("aux", "auxpass"):
        if token.tag_ == "MD" and token.head.pos_ == "VERB":
            yield "modal", token.lower_
    else:
        if token.tag_ in ("VBN", "VBG") and token.dep_ == "amod":
            yield "adjective", token.lower_
        if _stands_as_noun(token):
            yield "noun", token.lower_
        yield "verb", lemma


def _noun_keys(token: Token, lemma: str) -> Iterator[tuple[str, str]]:
    yield "noun", lemma
    if token.lower_ != lemma:
        yield "noun", token.lower_


def _stands_as_noun(verb: Token) -> bool:
    """Tell whether a verb form in -ing stands as a noun: "Fighting between …", "the shelling of …"."""
    if verb.tag_ != "VBG":
        return False
    labels = {c.dep_ for c in verb.children}
    if labels & {"dobj", "aux", "nsubj", "ccomp", "xcomp"}:
        return False
    if labels & {"det", "amod", "poss", "compound"}:
        return True
    links = {c.lower_ for c in verb.children if c.dep_ in ("prep", "agent")}
    return bool(links & {"of", "between", "by"}) or verb.dep_ in ("nsubj", "dobj", "nsubjpass")


def trigger_tokens(match: Match) -> tuple[int, int]:
    """Return the first token and the one after the last of the words that name the act."""
    token = match.trigger.token
    first, last = token.i, token.i + 1
    if match.frame.particle:
        particle = find_particle(token, match.frame.particle)
        if particle is not None and particle.i <= token.i + 3:
            last = max(last, particle.i + 1)
    return first, last


def is_swallower(match: Match) -> bool:
    """Tell whether acts named by verbs in the trigger's clause are its content, not further events."""
    frame = match.frame
    if frame.swallows is not None:
        return frame.swallows
    swallowing = frame.type.value in ("REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE")
    return swallowing and syntax.complement_clause(match.trigger.token) is not None
