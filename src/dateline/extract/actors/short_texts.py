"""A short name or description, taken apart without a parser: words, known names, titles, nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.knowledge.actors.cased_names import fold_word, split_name
from dateline.knowledge.actors.cues import SectorWords
from dateline.knowledge.actors.loading import ActorKnowledge, KnownName, Noun, Title
from dateline.model import ActorKind

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*\.?|['’]s\b")
_AFTER = frozenset({"of", "for", "to", "in", "from", "at", "on", "with"})
_SURE = 8  # sector words of this rank decide before names and titles do


@dataclass(frozen=True, slots=True)
class Found:
    """A known name at words `first` up to `last`."""

    first: int
    last: int
    name: KnownName


class ShortText:
    """The words of a text with what is known of them; `context` are the countries around it, the commonest first."""

    def __init__(self, text: str, context: Sequence[str], knowledge: ActorKnowledge) -> None:
        self.text, self.context, self._knowledge = text.strip(), context, knowledge
        self.words = split_words(self.text)
        self.lower = [w.lower() for w in self.words]
        self.names = self._find_names()
        self.head_end = next((i for i, w in enumerate(self.lower) if w in _AFTER and i), len(self.words))

    @property
    def is_name(self) -> bool:
        """Whether all words have capitals, as those of a proper name."""
        return bool(self.words) and all(w[:1].isupper() for w in self.words)

    def whole_names(self) -> Sequence[KnownName]:
        """Return what the whole text is known to name, a leading article and shouting left out."""
        bare = (
            self.text.split(None, 1)[1]
            if self.lower[:1] in (["the"], ["a"], ["an"]) and " " in self.text
            else self.text
        )
        for name in dict.fromkeys((self.text, self.text.removesuffix("'s"), bare)):
            found = self._knowledge.names.get(name)
            if not found and name.isupper() and len(name) > 4:
                found = self._knowledge.names.get(name.title())
            if found:
                return found
        return ()

    def _find_names(self) -> list[Found]:
        found, index = [], 0
        while index < len(self.words):
            hit = self._knowledge.names.longest_at(self.words, index)
            chosen = self.choose(hit[1]) if hit else None
            if hit is not None and chosen is not None:
                found.append(Found(index, hit[0], chosen))
            index = hit[0] if hit else index + 1
        countries = {f.name.actor.country for f in found if not f.name.local} | set(self.context)
        return [f for f in found if not f.name.local or f.name.actor.country in countries]

    def choose(self, names: Sequence[KnownName]) -> KnownName | None:
        """Return which of several bearers of a name is meant: one of the context, a state, one that is known by it."""
        return max(
            names,
            key=lambda n: (n.actor.country in self.context, not n.local, n.actor.kind is ActorKind.STATE, not n.cased),
            default=None,
        )

    def titles(self) -> list[tuple[int, int, Sequence[Title]]]:
        """Return the titles in the text with where they stand."""
        found, index = [], 0
        while index < len(self.lower):
            hit = self._knowledge.titles.longest_at(self.lower, index)
            if hit and not (self.lower[index] == "deputy" and hit[0] - index == 1 and hit[0] < len(self.lower)):
                found.append((index, hit[0], hit[1]))  # "Deputy Secretary" is no deputy of a parliament
            index = hit[0] if hit else index + 1
        return found

    def cue(self, first: int, last: int) -> SectorWords | None:
        """Return the sector words that count between two words: the surest, those at the end, the longest."""
        best: tuple[bool, bool, int, int, int] | None = None
        found = None
        for start in range(first, last):
            for end in range(start + 1, min(last, start + 5) + 1):
                entry = self._knowledge.cues.plover.get(" ".join(self.lower[start:end]))
                if entry is None:
                    continue
                weight = (entry.rank >= _SURE, end == last and entry.rank > 1, end - start, entry.rank, end)
                if best is None or weight > best:
                    best, found = weight, entry
        return found

    def noun(self, first: int, last: int) -> Noun | None:
        """Return the last generic noun between two words, plurals included."""
        for index in range(last - 1, first - 1, -1):
            for form in _singulars(self.lower[index]):
                for parts, noun in self._knowledge.nouns.get(form, ()):
                    if len(parts) == 1 or tuple(self.lower[index - len(parts) + 1 : index]) == parts[:-1]:
                        return noun
        return None


def split_words(text: str) -> list[str]:
    """Return the folded words of a text."""
    words: list[str] = []
    for match in _WORD.finditer(text.replace("-", " ")):
        word = match[0]
        words.extend(split_name(word) if "'" in word or "’" in word else [fold_word(word)])
    return [w for w in words if w]


def _singulars(word: str) -> list[str]:
    return [
        word,
        word.removesuffix("s"),
        word.removesuffix("es"),
        word.removesuffix("ies") + "y",
        word.replace("men", "man"),
    ]
