"""The towns and countries of the world, offline: names, coordinates, population.

Compiled when the package is built (hatch_build.py) from GeoNames data; regions, seas and borders are a table
of our own (`data/places/regions.tsv`).
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from dateline.errors import DatelineError
from dateline.knowledge.files import DATA, load_table_entries
from dateline.knowledge.names import NameTable, fold
from dateline.model import PlaceKind

COMPILED = Path(__file__).parent / "compiled" / "gazetteer.sqlite"
REGION_COLUMNS = ("name", "kind", "country", "latitude", "longitude", "admin1", "also")


@dataclass(frozen=True, slots=True)
class Location:
    """One place a name can mean; coordinates are WGS 84 degrees, `country` ISO 3166 alpha-3."""

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames_id: int | None


class Region(BaseModel):
    """A row of regions.tsv."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    kind: PlaceKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    also: str | None = None


class Gazetteer:
    """Looks names up; every lookup is remembered."""

    def __init__(self, path: Path = COMPILED) -> None:
        if not path.exists():
            raise DatelineError(
                "the gazetteer is missing: install dateline again (pip install --force-reinstall dateline)"
            )
        self._database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._countries = {location.country: location for location in self._load_countries()}
        self._neighbours = dict(self._load_neighbours())
        self.regions = NameTable(_region_names())
        self._known: dict[str, tuple[Location, ...]] = {}

    def towns(self, name: str) -> tuple[Location, ...]:
        """Return the towns of that name, the largest first."""
        folded = fold(name)
        found = self._known.get(folded)
        if found is None:
            rows = self._database.execute(
                "SELECT t.name, t.country, t.admin1, t.latitude, t.longitude, t.population, t.id FROM name n "
                "JOIN town t ON t.id = n.town WHERE n.folded = ? ORDER BY t.population DESC, t.id LIMIT 40",
                (folded,),
            )
            found = tuple(Location(n, PlaceKind.CITY, c, a or None, y, x, p, i) for n, c, a, y, x, p, i in rows)
            self._known[folded] = found
        return found

    def country(self, code: str) -> Location | None:
        """Return a country by its alpha-3 code; its point is the centre of its population."""
        return self._countries.get(code)

    def are_neighbours(self, one: str, other: str) -> bool:
        """Tell whether two countries share a border."""
        return other in self._neighbours.get(one, frozenset())

    def _load_countries(self) -> list[Location]:
        rows = self._database.execute("SELECT name, iso3, latitude, longitude, population, id FROM country")
        return [Location(n, PlaceKind.COUNTRY, c, None, y, x, p, i) for n, c, y, x, p, i in rows]

    def _load_neighbours(self) -> list[tuple[str, frozenset[str]]]:
        rows = self._database.execute("SELECT iso2, iso3, neighbours FROM country").fetchall()
        iso3 = {two: three for two, three, _ in rows}
        return [(three, frozenset(iso3[n] for n in json.loads(near) if n in iso3)) for _, three, near in rows]


def _region_names() -> list[tuple[str, Location]]:
    path = DATA / "places" / "regions.tsv"
    if not path.exists():
        return []
    names = []
    for _, region in load_table_entries(path, Region, REGION_COLUMNS):
        location = Location(
            region.name, region.kind, region.country, region.admin1, region.latitude, region.longitude, 0, None
        )
        names += [(name, location) for name in (region.name, *(region.also or "").split("|")) if name]
    return names


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer once."""
    return Gazetteer()
