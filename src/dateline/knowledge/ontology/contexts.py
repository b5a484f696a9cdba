"""PLOVER's contexts and the words that speak for each, as `data/ontology/contexts.yaml` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import EventType, Sector


class ContextEntry(BaseModel):
    """One context."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    gloss: str
    words: tuple[str, ...] = ()
    sectors: tuple[Sector, ...] = ()
    types: tuple[EventType, ...] = ()


@dataclass(frozen=True, slots=True)
class Contexts:
    """Contexts by word, by sector and by event type; `order` is the order of the file.

    `openers` are the words that the entries of `by_word` begin with, some of which have several.
    """

    by_word: dict[str, str]
    openers: frozenset[str]
    by_sector: dict[Sector, str]
    by_type: dict[EventType, str]
    order: dict[str, int]


@lru_cache(maxsize=1)
def load_contexts() -> Contexts:
    """Load the contexts; raise BadKnowledge on a fault in the file."""
    entries = [entry for _, entry in load_yaml_entries(DATA / "ontology" / "contexts.yaml", ContextEntry)]
    by_word = {word: e.id for e in entries for word in e.words}
    return Contexts(
        by_word=by_word,
        openers=frozenset(word.split(" ", 1)[0] for word in by_word),
        by_sector={sector: e.id for e in entries for sector in e.sectors},
        by_type={kind: e.id for e in entries for kind in e.types},
        order={e.id: number for number, e in enumerate(entries)},
    )
