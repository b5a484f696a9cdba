"""News agencies by the names and marks that bylines and datelines use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries


class AgencyEntry(BaseModel):
    """One news agency."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    name: str
    also: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Agencies:
    """Agency names by lower-cased name and by mark."""

    by_name: dict[str, str]
    by_mark: dict[str, str]

    def named(self, words: str) -> str | None:
        """Return the agency called `words`, "The" and capitals aside."""
        name = words.strip().lower()
        return self.by_name.get(name) or self.by_name.get(name.removeprefix("the "))


@lru_cache(maxsize=1)
def load_agencies() -> Agencies:
    """Load the agencies; raise BadKnowledge on a fault in the file."""
    entries = [entry for _, entry in load_yaml_entries(DATA / "headers" / "agencies.yaml", AgencyEntry)]
    return Agencies(
        by_name={name.lower(): e.name for e in entries for name in (e.name, *e.also)},
        by_mark={mark: e.name for e in entries for mark in e.marks},
    )
