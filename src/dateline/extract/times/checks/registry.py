"""The table of checks: what a rule's `unless` names; each returns True where the words mean no such time."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.times.clauses import Clauses
from dateline.extract.times.matching import Match
from dateline.extract.times.story import Story

Check = Callable[[Match, Clauses, Story], bool]
CHECKS: dict[str, Check] = {}

NAMES = ("NNP", "NNPS")
# After one of these a capital says nothing.
_OPENERS = ".?!:;\"“”'‘’([-–—"
_AROUND = 6


def check(function: Check) -> Check:
    """Enter a check in the table under its own name."""
    CHECKS[function.__name__] = function
    return function


def is_forbidden(match: Match, clauses: Clauses, story: Story) -> bool:
    """Tell whether one of the checks of a match's rule, or of a rule inside it, forbids it."""
    if any(CHECKS[name](match, clauses, story) for name in match.rule.unless):
        return True
    return any(isinstance(part, Match) and is_forbidden(part, clauses, story) for _, part, _, _ in match.slots)


def stands_out(match: Match, number: int) -> bool:
    """Tell whether a word is capitalised inside a sentence whose other words are not, as in a headline they are."""
    words = match.words
    written = words.written(number)
    if not written[:1].isupper() or (written.isupper() and len(written) > 1):
        return False
    before = words.written(number - 1)
    if not before or before in _OPENERS:
        return False
    around = (words.written(at) for at in range(number - _AROUND, number + _AROUND + 1) if at != number)
    return any(word.islower() and len(word) > 3 for word in around)


def tag_at(match: Match, clauses: Clauses, number: int) -> str:
    """Return spaCy's tag of a word of the block a match stands in; "" where there is none."""
    token = clauses.token(match.words, number)
    return token.tag_ if token is not None else ""
