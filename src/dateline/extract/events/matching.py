"""Which frames fit which words: lemma first, then particle, then the conditions around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.events.surroundings import ConditionCheck, Trigger, find_carrier
from dateline.knowledge.frames import Frame, Frames
from dateline.language import Parse


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger."""

    trigger: Trigger
    frame: Frame


@dataclass(frozen=True, slots=True)
class Trial:
    """A frame that was tried on a word, and why it did not fit; `failure` is None where it did."""

    trigger: Trigger
    frame: Frame
    failure: str | None


class FrameMatcher:
    """Finds the frames that fit the words of one report."""

    def __init__(self, frames: Frames, cast: Cast) -> None:
        self._frames = frames
        self._check = ConditionCheck(cast)

    def match(self, parse: Parse) -> dict[int, Match]:
        """Return the most specific frame that fits at each token, by token number."""
        found: dict[int, Match] = {}
        for token in parse.doc:
            for trial in self.iter_trials(token):
                if trial.failure is None:
                    found[token.i] = Match(trial.trigger, trial.frame)
                    break
        return found

    def iter_trials(self, token: Token) -> Iterator[Trial]:
        """Yield each frame of a word's lemma, the most specific first, with the condition that failed."""
        for word_class, lemma in _keys(token):
            for frame in self._frames.look_up(word_class, lemma):
                carrier = find_carrier(token, frame.light) if word_class == "noun" else None
                trigger = Trigger(token, carrier)
                yield Trial(trigger, frame, self._failure(frame, trigger))

    def _failure(self, frame: Frame, trigger: Trigger) -> str | None:
        if frame.particle and find_particle(trigger.token, frame.particle) is None:
            return f"particle: {', '.join(frame.particle)}"
        failed = self._check.first_failure(frame.with_, trigger)
        if failed:
            return f"with {failed}"
        if frame.without is not None:
            held = self._check.any_holds(frame.without, trigger)
            if held:
                return f"without {held}"
        return None


def _keys(token: Token) -> Iterator[tuple[str, str]]:
    """Yield the (word class, lemma) pairs under which frames of a token are kept."""
    lemma = token.lemma_.lower()
    match token.pos_:
        case "VERB" | "AUX":
            yield "verb", lemma
            if token.tag_ in ("VBN", "VBG") and token.dep_ == "amod":
                yield "adjective", token.lower_
        case "NOUN" | "PROPN":
            yield "noun", lemma
            if token.lower_ != lemma:
                yield "noun", token.lower_
        case "ADJ":
            yield "adjective", token.lower_
            if token.dep_ not in ("amod",):
                yield "verb", lemma
        case _:
            return


def find_particle(verb: Token, wanted: tuple[str, ...]) -> Token | None:
    """Return the particle, adverb or preposition among `wanted` that stands with a verb, None where there is none."""
    for child in verb.children:
        if child.lower_ in wanted:
            if child.dep_ in ("prt", "advmod", "prep", "dative", "acomp", "amod", "oprd", "pcomp"):
                return child
        if child.dep_ in ("prt", "prep", "advmod"):
            phrase = f"{child.lower_} " + " ".join(
                g.lower_ for g in child.children if g.dep_ in ("prep", "pcomp", "prt")
            )
            if phrase.strip() in wanted:
                return child
    return None


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
