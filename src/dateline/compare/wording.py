"""How a sentence speaks of an act: by which words, among which names, and as news or as something known."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.compare.words import stem, stems_of
from dateline.knowledge.joining import load_word_forms

_NEAR = 7
"""Words on each side of an act that count as near it."""
_BEFORE = 5
"""Words before a verb that can say whether its act is known."""
_BEFORE_NOUN = 3
"""The same before a noun, whose article stands near: "the deadly Paris attacks"."""
BESIDE = 45
"""Characters between an act and a date of its own at most: about seven words."""
_CAPITALISED = re.compile(r"\b[A-Z][^\W_]*(?:['’-][^\W_]+)*")
_KNOWN = frozenset("the this that these those his her its their after following since amid yesterday's".split())
_NEW = frozenset(
    """a an another new further more fresh largest biggest deadliest worst first second third fourth fifth two three four
    five six seven several dozens series""".split()
)
_RECALLING = frozenset("after following since amid during had having who which whose whom when while".split())
_ARTICLES = frozenset("the his her its their this these those some any all both more several dozens two".split())
_AUXILIARY = frozenset(
    "was were is are be been being has have had will would to could may might can should not also".split()
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
        introduced=_is_introduced(before, act, after),
    )


def _is_introduced(before: list[str], act: str, after: list[str]) -> bool:
    """Tell whether an act is news by the last word before it that says so.

    For a noun that is its article: "an attack" is, "the attack" is not. For a verb it is what makes its clause speak of
    something told before: "after the army retook the city" is not news, "the army retakes the city" is.
    """
    if not _is_noun(before, act, after):
        return _is_present(act) or _last_of(before[-_BEFORE:], _RECALLING) is None
    last = _last_of(before[-_BEFORE_NOUN:], _KNOWN | _NEW)
    return last is None or last in _NEW


def _last_of(words: list[str], asked: frozenset[str]) -> str | None:
    """Return the last of some words that is among those asked for, in the clause they end with; or an owner ("'s")."""
    for word in reversed(words):
        if word.endswith((",", ";", ":", ".")):
            return None
        plain = _plain(word)
        if plain in asked:
            return plain
        if "the" in asked and word.endswith(("'s", "’s", "s'", "s’")):
            return word
    return None


def _is_link(word: str) -> bool:
    """Tell whether a word goes on after a noun: a preposition, another function word, or a verb of the past."""
    forms = load_word_forms()
    plain = _plain(word)
    return not plain or plain in forms.function_words or plain in forms.irregular or plain.endswith("ed")


def _is_present(act: str) -> bool:
    """Tell whether a verb has no mark of the past: "killed after gunmen attack a mine" is news."""
    first = act.lower().partition(" ")[0]
    return first.endswith("s") or stem(first) == first.removesuffix("e")


def _is_noun(before: list[str], act: str, after: list[str]) -> bool:
    """Tell whether an act is named by a noun, by the words around it: right for seven of eight (measured on frames)."""
    left = _plain(before[-1]) if before else ""
    right = after[0] if after else ""
    if left in _AUXILIARY or act.endswith("ed"):
        return False
    is_object = _plain(right) in _NEW | _ARTICLES or (bool(right) and not _is_link(right))
    if act.endswith("ing"):
        return left in _NEW | _KNOWN or not is_object
    return not is_object


def _plain(word: str) -> str:
    return word.lower().strip(".,;:!?()\"'“”‘’")


def is_beside(start: int, end: int, act_start: int, act_end: int) -> bool:
    """Tell whether a passage stands so near an act that it speaks of it, by code points.

    >>> is_beside(0, 6, 20, 26), is_beside(0, 6, 200, 206)
    (True, False)
    """
    return max(act_start - end, start - act_end) <= BESIDE
