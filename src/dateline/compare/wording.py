"""How a sentence speaks of an act: by which words, among which names, and as news or as something known."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.compare.words import stems_of

_NEAR = 7
"""Words on each side of an act that count as near it."""
_BEFORE = 5
"""Words before an act that can say whether it is known."""
_CAPITALISED = re.compile(r"\b[A-Z][^\W_]*(?:['’-][^\W_]+)*")
_KNOWN = frozenset(
    "the this that these those his her its their after following since over amid during yesterday's".split()
)
_NEW = frozenset(
    "a an another new further more fresh largest biggest deadliest worst first second third fourth fifth".split()
)


class Wording(NamedTuple):
    """The words of an act and its sentence, as stems; `introduced` where the sentence tells it as news."""

    trigger: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    introduced: bool = True


def read_wording(sentence: str, start: int, end: int) -> Wording:
    """Return how a sentence speaks of the act that stands at `start` up to `end` in it (code points).

    >>> wording = read_wording("Two died in the attack on Lyon.", 16, 22)
    >>> sorted(wording.trigger), sorted(wording.names), wording.introduced
    (['attack'], ['lyon'], False)
    """
    before, act, after = sentence[:start].split(), sentence[start:end], sentence[end:].split()
    return Wording(
        trigger=stems_of(act),
        near=stems_of(" ".join([*before[-_NEAR:], act, *after[:_NEAR]])),
        words=stems_of(sentence),
        names=stems_of(" ".join(_CAPITALISED.findall(sentence))),
        introduced=_is_introduced(before),
    )


def _is_introduced(before: list[str]) -> bool:
    """Tell whether an act is news by the last word before it that says so: "an attack" is, "after the attack" is not."""
    for word in reversed(before[-_BEFORE:]):
        plain = word.lower().strip(",;:()\"'“”‘’")
        if plain in _NEW:
            return True
        if plain in _KNOWN or word.endswith(("'s", "’s", "s'", "s’")):
            return False
        if word.endswith((",", ";", ":", ".")):
            return True
    return True
