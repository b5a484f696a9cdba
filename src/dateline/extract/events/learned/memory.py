"""What a report has told so far: earlier acts, which later ones may speak of again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.language import Token
from dateline.model import ActorId, EventType

_MOST = 4


class Told(NamedTuple):
    """An act that was told: its type and word, when it was, and whose it was."""

    type: EventType
    token: Token
    sentence: int
    date: str | None
    actors: tuple[ActorId, ...]
    recipients: tuple[ActorId, ...]


@dataclass(slots=True)
class Memory:
    """The acts told so far in one report, by type."""

    by_type: dict[EventType, list[Told]] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        """Remember an act."""
        self.by_type.setdefault(told.type, []).append(told)

    def iter_links(self, kind: EventType, token: Token, sentence: int) -> Iterator[tuple[Told, str]]:
        """Yield the last acts of a type before a token, the latest first, each with how its word relates to the token's."""
        definite = _definiteness(token)
        for told in reversed(self.by_type.get(kind, [])[-_MOST:]):
            gap = min(sentence - told.sentence, 3)
            yield told, f"{_likeness(told.token, token)} {definite} {gap}"


def _likeness(one: Token, other: Token) -> str:
    first, second = one.lemma_.lower(), other.lemma_.lower()
    if first == second:
        return "same"
    return "stem" if first[:4] == second[:4] and min(len(first), len(second)) >= 4 else "other"


def _definiteness(token: Token) -> str:
    if token.pos_ in ("VERB", "AUX"):
        return "verb"
    for child in token.children:
        if child.lower_ in ("the", "this", "that", "these", "those"):
            return "the"
        if child.dep_ == "poss":
            return "poss"
        if child.lower_ in ("a", "an", "another", "other", "new", "further", "more"):
            return "new"
    return "bare"
