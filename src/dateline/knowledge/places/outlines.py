"""Outlines of a few countries, for maps."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from dateline.knowledge.files import DATA, load_yaml_entries


class Outline(BaseModel):
    """The outline of a country: points of longitude and latitude in degrees, the last joined to the first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str = Field(pattern="[A-Z]{3}")
    ring: tuple[tuple[float, float], ...] = Field(min_length=3)


@lru_cache(maxsize=1)
def load_outlines() -> tuple[Outline, ...]:
    """Return the outlines; raise BadKnowledge on a fault in the file."""
    entries = load_yaml_entries(DATA / "places" / "outlines.yaml", Outline)
    return tuple(entry for _, entry in entries)
