"""Words around a toponym: those that belong to it ("northern", "province"), and those that tell a place from an actor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import PlaceKind


class PlaceWordsEntry(BaseModel):
    """One entry of places/words.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: PlaceKind
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    gloss: str


class ContextEntry(BaseModel):
    """One entry of places/contexts.yaml; `yes` and `no` show X as a place and as none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: frozenset[str]
    yes: str
    no: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Kinds of place by the word after a name, the words that may stand before one, and contexts by their ids."""

    after: dict[str, PlaceKind]
    before: frozenset[str]
    contexts: dict[str, frozenset[str]]

    def context(self, name: str) -> frozenset[str]:
        """Return the words of the context of that id."""
        return self.contexts[name]


@lru_cache(maxsize=1)
def load_place_words() -> PlaceWords:
    """Load the words; raise BadKnowledge on a fault in the files."""
    entries = [e for _, e in load_yaml_entries(DATA / "places" / "words.yaml", PlaceWordsEntry)]
    contexts = [e for _, e in load_yaml_entries(DATA / "places" / "contexts.yaml", ContextEntry)]
    return PlaceWords(
        after={w: e.kind for e in entries for w in e.after},
        before=frozenset(w for e in entries for w in e.before),
        contexts={e.id: e.words for e in contexts},
    )
