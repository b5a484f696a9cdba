"""Who acts and on whom, as the order of a question's words says: "what did Russia demand of Turkey?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.knowledge.joining import load_word_forms
from dateline.knowledge.questions import DIRECTLY

_AUXILIARIES = frozenset("do does did has have had will would can could may might must should shall".split())
_ACTIVE = frozenset("do does did".split())
_BEING = frozenset("am is are was were be been being get gets got".split())
_OPENING = frozenset("what who whom which when where why how".split())
_JOINING = frozenset("and or the".split())
_OWNING = frozenset("of from".split())
_NAMING = frozenset("the what which whose any these those such a an all no".split())
_PARTICLES = frozenset("the down up off out".split())
_SAID = frozenset({"said", "told"})
"""Past forms that neither end in -ed nor stand in the table of irregular forms."""


class Side(StrEnum):
    """The part somebody named in a question has in what is asked for."""

    BY = "by"
    TOWARD = "toward"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of a question's words that names somebody; `owns` where it ends in a genitive."""

    start: int
    end: int
    owns: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a question in small letters, the names in it, and its question word with what that takes."""

    words: Sequence[str]
    names: Sequence[Named]
    verb: int
    takes: Sequence[str]

    def before(self, name: Named) -> str:
        """Return the word before a name and its article; nothing at the beginning."""
        index = name.start - 1
        if index >= 0 and self.words[index] == "the":
            index -= 1
        return self.words[index] if index >= 0 else ""

    def is_joined(self, index: int) -> bool:
        """Tell whether only "and" stands between a name and the one before it."""
        between = range(self.names[index - 1].end, self.names[index].start) if index else range(0)
        return bool(between) and all(self.words[word] in _JOINING for word in between)

    @property
    def is_passive(self) -> bool:
        """Whether the question word is a participle after a form of "be": "was Russia threatened", "was demanded"."""
        before = set(self.words[: self.verb])
        return _is_past(self.words[self.verb]) and bool(before & _BEING) and not before & _ACTIVE

    @property
    def is_noun(self) -> bool:
        """Whether the question word is a noun: "which demands", "the latest threats", not "who threatens"."""
        return not _is_past(self.words[self.verb]) and bool(
            _NAMING & set(self.words[max(0, self.verb - 2) : self.verb])
        )


def find_sides(clause: Clause) -> list[Side]:
    """Return the part of each name, in their order; whom the words give none is what the question is about.

    Who acts is the subject or, in a passive, stands after "by"; on whom is the object, or stands after a preposition that
    the question word takes. "The demands of Turkey" are Turkey's own where nobody else makes them.
    """
    passive = clause.is_passive
    sides = [_find_side(clause, name, passive=passive) for name in clause.names]
    if Side.BY not in sides and not passive and clause.is_noun:
        sides = [Side.BY if clause.before(n) in _OWNING else side for n, side in zip(clause.names, sides, strict=True)]
    for index in range(1, len(sides)):
        if clause.is_joined(index):
            sides[index] = sides[index - 1]
    return sides


def _find_side(clause: Clause, name: Named, *, passive: bool) -> Side:
    before = clause.before(name)
    if before == "by" or (name.owns and name.end <= clause.verb):
        return Side.BY
    if _is_subject(clause, name, before):
        return Side.TOWARD if passive else Side.BY
    return Side.TOWARD if before in clause.takes or _is_object(clause, name) else Side.ABOUT


def _is_subject(clause: Clause, name: Named, before: str) -> bool:
    """Tell whether a name is the subject: after an auxiliary, or before the question word and after no preposition."""
    if before in _AUXILIARIES:
        return True
    return name.end <= clause.verb and (not before or before in _BEING | _OPENING)


def _is_object(clause: Clause, name: Named) -> bool:
    """Tell whether a name stands right after a question word that takes one so: "accused Turkey", "shot down the jet"."""
    between = clause.words[clause.verb + 1 : name.start] if name.start > clause.verb else ["before"]
    return DIRECTLY in clause.takes and all(word in _PARTICLES for word in between)


def _is_past(word: str) -> bool:
    irregular = word in load_word_forms().irregular and not word.endswith(("s", "ing", "er"))
    return irregular or word.endswith("ed") or word in _SAID
