"""Words around a toponym that belong to it: "northern", "province", "border"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import PlaceKind


class PlaceWordsEntry(BaseModel):
    """One row of places/words.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: PlaceKind
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    gloss: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Kinds of place by the word after a name, and the words that may stand before one."""

    after: dict[str, PlaceKind]
    before: frozenset[str]


@lru_cache(maxsize=1)
def load_place_words() -> PlaceWords:
    """Load the words; raise BadKnowledge on a fault in the file."""
    entries = [e for _, e in load_yaml_entries(DATA / "places" / "words.yaml", PlaceWordsEntry)]
    return PlaceWords({w: e.kind for e in entries for w in e.after}, frozenset(w for e in entries for w in e.before))
