"""The small words by which actors are read: classes of words, words in names, given names with their gender."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.knowledge.actors.entries import OptionalSector, Words
from dateline.knowledge.compiled_entries import load_cached_entries
from dateline.knowledge.files import DATA, load_table_entries
from dateline.model import ActorKind, Sector

CUE_FOLDER = DATA / "actors" / "cues"


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WordClass(_Closed):
    """An entry of words.yaml."""

    id: str
    gloss: str
    words: Words


class NameWords(_Closed):
    """An entry of name_words.yaml."""

    id: str
    words: Words
    kind: ActorKind
    sector: OptionalSector = None


class SectorWords(_Closed):
    """An entry of plover.yaml: words that give a short name its PLOVER sectors."""

    id: str
    words: Words
    sectors: Words
    rank: int = Field(ge=1, le=9)


class GivenName(_Closed):
    """A row of given_names.tsv."""

    name: str
    gender: Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class ActorCues:
    """The classes by name, what words in names tell, and the gender of given names."""

    classes: Mapping[str, frozenset[str]]
    name_words: Mapping[str, tuple[ActorKind, Sector | None]]
    genders: Mapping[str, str]
    plover: Mapping[str, SectorWords]
    synonyms: Mapping[str, frozenset[str]]  # nouns by which the same people are taken up again

    def __getitem__(self, name: str) -> frozenset[str]:
        """Return the words of a class."""
        return self.classes[name]


@lru_cache(maxsize=1)
def load_actor_cues() -> ActorCues:
    """Load the cues; raise BadKnowledge on a fault in a file."""
    classes = {e.id: frozenset(e.words) for _, e in load_cached_entries(CUE_FOLDER / "words.yaml", WordClass)}
    names = load_cached_entries(CUE_FOLDER / "name_words.yaml", NameWords)
    rows = load_table_entries(CUE_FOLDER / "given_names.tsv", GivenName, ("name", "gender"))
    alike: dict[str, frozenset[str]] = {}
    for name, words in classes.items():
        if name.startswith("same."):
            alike.update({word: alike.get(word, frozenset()) | words for word in words})
    return ActorCues(
        classes,
        {word: (e.kind, e.sector) for _, e in names for word in e.words},
        {row.name: row.gender for _, row in rows},
        {word: e for _, e in load_cached_entries(CUE_FOLDER / "plover.yaml", SectorWords) for word in e.words},
        alike,
    )
