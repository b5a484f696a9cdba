"""The table of meanings: what a rule's `meaning` names, and the way from a match to its reading."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.times.matching import Match
from dateline.extract.times.story import Reading, Story

Meaning = Callable[[Match, Story], Reading | None]
MEANINGS: dict[str, Meaning] = {}


def meaning(name: str) -> Callable[[Meaning], Meaning]:
    """Enter a function in the table under the name that rules use for it."""

    def enter(function: Meaning) -> Meaning:
        MEANINGS[name] = function
        return function

    return enter


def resolve(match: Match, story: Story) -> Reading | None:
    """Return what a match means in a story, None when the words mean no time after all."""
    return MEANINGS[match.rule.meaning](match, story)


def resolve_inner(match: Match, story: Story, name: str = "inner") -> Reading | None:
    """Return what the expression in a slot means; None when the slot was left out."""
    inner = match.get(name)
    return resolve(inner, story) if isinstance(inner, Match) else None
