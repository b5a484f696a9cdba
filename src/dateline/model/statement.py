"""What was said, by whom, in which words."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.identifiers import ActorId, StatementId
from dateline.model.span import Piece, Span


class Directness(StrEnum):
    """Whether the words are the speaker's own (in quotation marks), the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Statement(Piece):
    """One reported utterance: source, cue and content.

    `content` is one span, or several where the cue splits it; `speaker` may be None while
    `speaker_span` still says which words name the source; `within` names the statement this one is
    told inside of (an agency citing an official). Of an unnamed source `anonymous_at_least` says how many
    people it is at least (2 for "officials"), `anonymous_exactly` how many where that is told ("an official" 1,
    "three diplomats" 3).
    """

    id: StatementId
    speaker: ActorId | None = None
    speakers: tuple[ActorId, ...] = ()
    speaker_span: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    directness: Directness
    anonymous: bool = False
    anonymous_at_least: int | None = None
    anonymous_exactly: int | None = None
    anonymity_reason: str | None = None
    addressee: ActorId | None = None
    medium: str | None = None
    date: str | None = None
    within: StatementId | None = None
    rule: str
    reason: str
