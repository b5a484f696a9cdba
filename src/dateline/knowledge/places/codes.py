"""Codes of countries that other data sets use instead of ISO 3166 alpha-3: alpha-2, FIPS 10-4 (GDELT), Correlates of War, and
ISO's numbers (maps)."""

from __future__ import annotations

from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field

from dateline.knowledge.files import DATA, load_table_entries

_COLUMNS = ("country", "alpha2", "fips", "cow", "numeric")


class CountryCodes(BaseModel):
    """A country's other codes; `fips` is None for small territories, `cow` for what is no member of the system of states,
    `numeric` (ISO 3166, three digits as text) for what has no number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    country: str = Field(pattern="[A-Z]{3}")
    alpha2: str = Field(pattern="[A-Z]{2}")
    fips: str | None = Field(default=None, pattern="[A-Z]{2}")
    cow: int | None = None
    numeric: str | None = Field(default=None, pattern=r"\d{3}")


@lru_cache(maxsize=1)
def load_country_codes() -> dict[str, CountryCodes]:
    """Return the codes by ISO 3166 alpha-3; raise BadKnowledge on a fault in the file."""
    entries = load_table_entries(DATA / "places" / "country_codes.tsv", CountryCodes, _COLUMNS)
    return {entry.country: entry for _, entry in entries}


@lru_cache(maxsize=1)
def load_country_names() -> dict[str, str]:
    """Return the name of each country by ISO 3166 alpha-3, as the table of states gives it."""
    from dateline.knowledge.actors.entries import StateEntry
    from dateline.knowledge.actors.loading import ACTOR_FOLDER
    from dateline.knowledge.compiled_entries import load_cached_entries

    return {entry.id: entry.name for _, entry in load_cached_entries(ACTOR_FOLDER / "states.yaml", StateEntry)}


@lru_cache(maxsize=1)
def load_middles() -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of the middle of each country: what a place has of which only the country is known."""
    from dateline.knowledge.places.gazetteer import Centre

    entries = load_table_entries(DATA / "places" / "countries.tsv", Centre, ("country", "latitude", "longitude"))
    return {entry.country: (entry.latitude, entry.longitude) for _, entry in entries}
