"""What a page says of its report in meta elements; which names tell what stands in a data file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from dateline.knowledge.files import DATA, load_yaml_entries


class Telling(StrEnum):
    """What a meta element can tell."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    TITLE = "title"
    AUTHOR = "author"
    PUBLISHER = "publisher"
    URL = "url"


class MetaEntry(BaseModel):
    """A meta element by its name in small letters, and what it tells."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    tells: Telling
    gloss: str


@dataclass(frozen=True, slots=True)
class Metas:
    """The meta elements of a page that tell something of its report: name and content, the most trusted first."""

    found: tuple[tuple[MetaEntry, str], ...]

    def all(self, tells: str) -> Iterator[str]:
        """Yield what the elements say that tell this."""
        return (content for entry, content in self.found if entry.tells == tells)

    def first(self, tells: str) -> str | None:
        """Return what the most trusted element says, None where there is none."""
        return next(self.all(tells), None)

    def days(self, *, is_change: bool) -> Iterator[tuple[str, str]]:
        """Yield name and content of the elements that tell the day of publication, or of change."""
        wanted = Telling.MODIFIED if is_change else Telling.PUBLISHED
        return ((entry.id, content) for entry, content in self.found if entry.tells is wanted)


def read_metas(tree: Any) -> Metas:
    """Return what the page's meta elements tell."""
    known = load_meta_entries()
    found = []
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            entry = known.get((element.get(attribute) or "").strip().lower())
            if entry is not None and content:
                found.append((entry[0], entry[1], content))
                break
    found.sort(key=lambda one: one[0])
    return Metas(tuple((entry, content) for _, entry, content in found))


@lru_cache(maxsize=1)
def load_meta_entries() -> dict[str, tuple[int, MetaEntry]]:
    """Load the names with their rank; raise BadKnowledge on a fault in the file."""
    entries = load_yaml_entries(DATA / "pages" / "metas.yaml", MetaEntry)
    return {entry.id: (rank, entry) for rank, (_, entry) in enumerate(entries)}
