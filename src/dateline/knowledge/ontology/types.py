"""PLOVER's types and modes with their scales, as `data/ontology/types.yaml` states them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dateline.knowledge.files import DATA, load_yaml_entries
from dateline.model import EventType


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class UsualRoles(_Closed):
    """Where the parties of an act of this type usually stand, in order of preference."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool = False


class Mode(_Closed):
    """One mode of a type: its score and nearest CAMEO code."""

    score: float
    cameo: str
    one_sided: bool = False
    context: str | None = None


class TypeEntry(_Closed):
    """One of the sixteen types."""

    id: EventType
    gloss: str
    quad: int = Field(ge=1, le=4)
    score: float = Field(ge=-10, le=10)
    cameo: str
    verb: UsualRoles
    noun: UsualRoles
    modes: dict[str, Mode]
    default_mode: str | None = None

    @model_validator(mode="after")
    def _check(self) -> TypeEntry:
        if self.default_mode is not None and self.default_mode not in self.modes:
            raise ValueError(f"default_mode {self.default_mode!r} is none of its modes: {', '.join(self.modes)}")
        return self


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types, by name."""

    types: dict[EventType, TypeEntry]

    def score(self, kind: EventType, mode: str | None) -> float:
        """Return PLOVER's score of a type, or of its mode where there is one."""
        entry = self.types[kind]
        return entry.modes[mode].score if mode else entry.score

    def cameo(self, kind: EventType, mode: str | None) -> str:
        """Return the nearest CAMEO code, as text."""
        entry = self.types[kind]
        return entry.modes[mode].cameo if mode else entry.cameo

    def has_mode(self, kind: EventType, mode: str) -> bool:
        """Tell whether `mode` is one of the type's modes."""
        return mode in self.types[kind].modes


@lru_cache(maxsize=1)
def load_ontology() -> Ontology:
    """Load the types; raise BadKnowledge on a fault in the file."""
    entries = load_yaml_entries(DATA / "ontology" / "types.yaml", TypeEntry)
    return Ontology({entry.id: entry for _, entry in entries})
