"""Trying frames on one sentence: everything that bears on the outcome, for whoever writes a frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.triggers.matching import FrameMatcher, Match
from dateline.extract.taggers import Judgement
from dateline.extract.taggers.labels import EVENTS
from dateline.language import Parse
from dateline.model import Record
from dateline.pipeline import load_reader
from dateline.settings import Settings
from dateline.sources import make_document


@dataclass(frozen=True, slots=True)
class WordView:
    """One word: how it is parsed, whom it stands for, and what the taggers think of it."""

    word: str
    lemma: str
    relation: str
    head: str
    actor: str
    event: float
    kind: str

    def cells(self) -> tuple[str, ...]:
        """Return the cells of a table row."""
        return self.word, self.lemma, self.relation, self.head, self.actor, f"{self.event:.2f}", self.kind


@dataclass(frozen=True, slots=True)
class FrameLine:
    """One frame that was tried on a word."""

    word: str
    frame: str
    fired: bool
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceTrial:
    """All that was seen in a sentence."""

    words: tuple[WordView, ...]
    lines: tuple[FrameLine, ...]
    events: tuple[str, ...]


def try_frames(sentence: str, settings: Settings) -> SentenceTrial:
    """Read one sentence and return everything that bears on its events."""
    reader = load_reader(settings)
    document = make_document(sentence, source="sentence")
    parse = reader.parser.parse(document)
    judgement = reader.taggers.judge(parse)
    cast = find_actors(parse, reader.actors, None)
    record = reader.extract(parse, judgement)
    return SentenceTrial(
        tuple(_view_words(parse, cast, judgement)),
        tuple(_try_all(parse, FrameMatcher(reader.frames, cast))),
        tuple(_say_events(record)),
    )


def _view_words(parse: Parse, cast: Cast, judgement: Judgement) -> Iterator[WordView]:
    for token in parse.tokens:
        row = judgement.event[token.i]
        best = int(row[1:].argmax()) + 1
        standing = cast.standing_at(token.i)
        names = (
            ", ".join(f"{cast[a].name} ({cast[a].country or '–'} {cast[a].sector or '–'})" for a in standing.actors)
            if standing
            else ""
        )
        sure = float(1 - row[0])
        yield WordView(
            token.text, token.lemma_, token.dep_, token.head.text, names, sure, EVENTS[best] if sure >= 0.1 else ""
        )


def _try_all(parse: Parse, matcher: FrameMatcher) -> Iterator[FrameLine]:
    matches = matcher.match(parse)
    for token in parse.tokens:
        fired = False
        for trial in matcher.iter_trials(token):
            word = trial.trigger.token.text
            if trial.failure is not None:
                reason = f"needs {trial.failure}" if trial.failure.startswith("with") else trial.failure
                yield FrameLine(word, trial.frame.id, False, reason)
                continue
            cause = matcher.find_cause(Match(trial.trigger, trial.frame), matches) if trial.frame.toll else None
            if cause is not None:
                yield FrameLine(word, trial.frame.id, False, f"only the toll of “{cause.text}”")
                continue
            reason = "a more specific frame fires" if fired else trial.frame.gloss
            if trial.frame.idle:
                reason = f"it names no act: {reason}"
            yield FrameLine(word, trial.frame.id, not (fired or trial.frame.idle), reason)
            fired = True


def _say_events(record: Record) -> Iterator[str]:
    for event in record.events:
        actors = ", ".join(record.actor(a).name for a in event.actors) or "nobody"
        recipients = ", ".join(record.actor(a).name for a in event.recipients) or "nobody"
        kind = f"{event.type} {event.mode or ''}".strip()
        yield f"{kind}, {event.status}: {actors} → {recipients}; {event.reason}"
