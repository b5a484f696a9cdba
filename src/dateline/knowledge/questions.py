"""What is known beforehand of questions: which words ask for what, and which words name one matter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.errors import BadKnowledge
from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import EventType, PositionKind

FOLDER = DATA / "questions"
LAYERS = frozenset({"event", "statement", "position"})


class QuestionKind(BaseModel):
    """Words that ask for layers, kinds of position and types of event; a question that does, and one that does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: str
    layers: tuple[str, ...]
    kinds: tuple[PositionKind, ...] = ()
    types: tuple[EventType, ...] = ()
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
