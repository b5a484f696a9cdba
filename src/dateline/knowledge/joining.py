"""What is known beforehand of joining reports: which event types reports mix, and words that say nothing of what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.errors import BadKnowledge
from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import EventType

FOLDER = DATA / "joining"


class NeighbourEntry(BaseModel):
    """Two types that one event is told as, with a pair of sentences that show it and a pair that does not."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    types: tuple[EventType, EventType]
    yes: tuple[str, str]
    no: tuple[str, str]


class WordEntry(BaseModel):
    """A sort of words: `words` of that sort, or `forms` of irregular words by their base."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: str = ""
    forms: Mapping[str, str] = {}


class WeightEntry(BaseModel):
    """What one feature weighs when two tellings are compared: as a person expected (`prior`), and as learned."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    prior: float
    weight: float


@dataclass(frozen=True, slots=True)
class WordForms:
    """Words without content, and the base of irregular forms."""

    function_words: frozenset[str]
    irregular: Mapping[str, str]


@lru_cache(maxsize=1)
def load_neighbours() -> frozenset[frozenset[EventType]]:
    """Return the pairs of types that reports mix; raise BadKnowledge on a fault in the file."""
    path = FOLDER / "types.yaml"
    pairs: set[frozenset[EventType]] = set()
    for line, entry in load_yaml_entries(path, NeighbourEntry):
        pair = frozenset(entry.types)
        if len(pair) != 2 or pair in pairs:
            raise BadKnowledge(path, line, f"{entry.id}: types must be two different ones, each pair once")
        pairs.add(pair)
    return frozenset(pairs)


@lru_cache(maxsize=1)
def load_word_forms() -> WordForms:
    """Return the words that are left out and the bases of irregular forms; raise BadKnowledge on a fault in the file."""
    function_words: set[str] = set()
    irregular: dict[str, str] = {}
    for _, entry in load_yaml_entries(FOLDER / "words.yaml", WordEntry):
        function_words.update(entry.words.split())
        for base, forms in entry.forms.items():
            irregular.update(dict.fromkeys(forms.split(), base))
    return WordForms(frozenset(function_words), irregular)


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """Return what each feature of a comparison weighs; raise BadKnowledge on a fault in the file."""
    return {entry.id: entry.weight for entry in load_weight_entries()}


def load_weight_entries() -> list[WeightEntry]:
    """Return the features of a comparison in the order of their file; raise BadKnowledge on a fault in it."""
    return [entry for _, entry in load_yaml_entries(FOLDER / "weights.yaml", WeightEntry)]
