"""How an act was done: the mode its frame names, else the one its clause's words decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from dateline.extract.events.surroundings import Trigger
from dateline.knowledge.frames import Frame, Frames
from dateline.model import EventType

_REACH = 12  # words on either side of the trigger; further ones belong to something else


def choose_mode(kind: EventType, frame: Frame | None, trigger: Trigger, frames: Frames) -> tuple[str | None, str]:
    """Return the mode of an act of type `kind`, and why."""
    if frame is not None and frame.type is kind:
        for word in _near_words(trigger.token):
            if word in frame.mode_by:
                return frame.mode_by[word], f"“{word}” stands by"
        if frame.mode is not None:
            return frame.mode, "the frame's mode"
    words: Mapping[str, str] = frames.mode_words.get(kind, {})
    for word in _near_words(trigger.token):
        if word in words:
            return words[word], f"“{word}” stands by"
    return None, "no word decides the mode"


def _near_words(head: Token) -> Iterator[str]:
    """Yield the lemmas of the trigger's phrase and of its clause, pairs of words too, nearest first."""
    within = [t for t in head.subtree if abs(t.i - head.i) <= _REACH]
    if head.head.i != head.i and head.head.pos_ in ("VERB", "NOUN"):
        within += [head.head, *(t for t in head.head.children if abs(t.i - head.i) <= _REACH)]
    for token in sorted(dict.fromkeys(within), key=lambda t: (abs(t.i - head.i), t.i)):
        lemma = token.lemma_.lower()
        if token.i + 1 < len(token.doc):
            following = token.nbor(1)
            yield f"{token.lower_} {following.lemma_.lower()}"
            if following.lower_ == "-" and token.i + 2 < len(token.doc):
                yield f"{token.lower_}-{token.nbor(2).lemma_.lower()}"
        yield lemma
        if token.lower_ != lemma:
            yield token.lower_
