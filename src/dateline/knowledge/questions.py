"""What is known beforehand of questions: which words ask for what, and which words name one matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.errors import BadKnowledge
from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.knowledge.joining import load_word_forms
from dateline.model import EventType, PositionKind

FOLDER = DATA / "questions"
LAYERS = frozenset({"event", "statement", "position"})
DIRECTLY = "directly"
"""Among what a question word takes: the object itself, without a preposition."""


class QuestionKind(BaseModel):
    """Words that ask for layers, kinds of position and types of event; a question that does, and one that does not.

    `toward` are the prepositions by which the words name on whom somebody acts, "directly" where their object does;
    `mutual` says that both sides act, as in a meeting.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: str
    layers: tuple[str, ...]
    kinds: tuple[PositionKind, ...] = ()
    types: tuple[EventType, ...] = ()
    toward: tuple[str, ...] = ()
    mutual: bool = False
    yes: str
    no: str


class RelatedWords(BaseModel):
    """Words that name one matter; two sentences that speak of it, and one that does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: str
    yes: tuple[str, str]
    no: str


@lru_cache(maxsize=1)
def load_question_kinds() -> tuple[QuestionKind, ...]:
    """Return what question words ask for; raise BadKnowledge on a fault in the file."""
    path = FOLDER / "kinds.yaml"
    found = []
    for line, entry in load_yaml_entries(path, QuestionKind):
        unknown = set(entry.layers) - LAYERS
        if unknown:
            raise BadKnowledge(path, line, f"{entry.id}: {sorted(unknown)[0]!r} is no layer; allowed: {sorted(LAYERS)}")
        found.append(entry)
    return tuple(found)


@lru_cache(maxsize=1)
def load_question_words() -> Mapping[str, QuestionKind]:
    """Return which kind a word of a question asks for, by every form of the words in small letters.

    Forms are made and not cut to stems: a plane is no plan.
    """
    kinds: dict[str, QuestionKind] = {}
    for kind in load_question_kinds():
        for word in kind.words.split():
            for form in _inflect(word):
                kinds.setdefault(form, kind)
    for form, base in load_word_forms().irregular.items():
        if base in kinds:
            kinds.setdefault(form, kinds[base])
    return kinds


def _inflect(word: str) -> Iterator[str]:
    """Yield a word with the endings of verbs and nouns; forms that there are not do no harm."""
    stem = word.removesuffix("e")
    yield from (word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    if word.endswith("y"):
        yield from (f"{word[:-1]}ies", f"{word[:-1]}ied")


@lru_cache(maxsize=1)
def load_related_words() -> Mapping[str, tuple[str, ...]]:
    """Return for each word of a group the whole group, words of several parts with blanks between them."""
    path = FOLDER / "related.yaml"
    groups: dict[str, tuple[str, ...]] = {}
    for line, entry in load_yaml_entries(path, RelatedWords):
        words = tuple(word.replace("-", " ") for word in entry.words.split())
        for word in words:
            if word in groups:
                raise BadKnowledge(path, line, f"{entry.id}: {word!r} stands in two groups")
            groups[word] = words
    return groups
