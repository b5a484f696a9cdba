"""The towns, regions and countries of the world, offline: names, coordinates, population.

Towns come from GeoNames, compiled when the package is built (hatch_build.py). The rest is tables of our own
in `data/places/`, read when first needed:

    regions.tsv        regions, seas, rivers, mountains, islands, camps, bases, buildings, and towns under names that
                       reports write and GeoNames lacks. A region that shares its name with its chief town is written
                       with its kind ("Aleppo province"), so that the bare name is left to the town. `admin1` is the
                       first-level region a place lies in; for a first-level region it is its own bare name.
    admin1.tsv         names of first-level regions by the codes that GeoNames gives to towns
    abbreviations.tsv  what stands after a comma for a state or province ("Calif.", "Ont.", "NSW")
    countries.tsv      the point of each country: its middle, not its capital
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from dateline.errors import DatelineError
from dateline.knowledge.files import DATA, load_table_entries
from dateline.knowledge.names import NameTable, fold
from dateline.model import PlaceKind

COMPILED = Path(__file__).parent.parent / "compiled" / "gazetteer.sqlite"
PLACES = DATA / "places"
_MOST = 40  # towns of one name; there are more San Joses than that
_ARTICLES = frozenset("al el ad ar as ash at an az".split())  # of Arabic, with the consonants it becomes


@dataclass(frozen=True, slots=True)
class Location:
    """One place a name can mean; coordinates are WGS 84 degrees, `country` ISO 3166 alpha-3, `admin1` a region's name."""

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int
    geonames_id: int | None


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Region(_Row):
    """A row of regions.tsv; `also` holds further names, parted by "|"."""

    name: str
    kind: PlaceKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    admin1: str | None = None
    also: str | None = None


class Admin1(_Row):
    """A row of admin1.tsv."""

    country: str
    code: str
    name: str


class Abbreviation(_Row):
    """A row of abbreviations.tsv."""

    short: str
    country: str
    region: str


class Centre(_Row):
    """A row of countries.tsv."""

    country: str
    latitude: float
    longitude: float


Row = TypeVar("Row", bound=_Row)


class Gazetteer:
    """Looks names up; every lookup is remembered."""

    def __init__(self, path: Path = COMPILED) -> None:
        if not path.exists():
            raise DatelineError(
                "the gazetteer is missing: install dateline again (pip install --force-reinstall dateline)"
            )
        self._database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._admin1 = {(row.country, row.code): row.name for row in _read("admin1.tsv", Admin1)}
        self._countries = {location.country: location for location in self._load_countries()}
        self._named_countries = {fold(place.name): place for place in self._countries.values()}
        self.countries: NameTable[Location] = NameTable((place.name, place) for place in self._countries.values())
        self._neighbours = dict(self._load_neighbours())
        named = _regions_by_name(_read("regions.tsv", Region))
        self.regions: NameTable[tuple[Location, ...]] = NameTable(named.items())
        self._regions = named
        self._first_level = _first_level(named)
        self._known: dict[str, tuple[Location, ...]] = {}
        self._abbreviations = {row.short: (row.country, row.region) for row in _read("abbreviations.tsv", Abbreviation)}

    def towns(self, name: str) -> tuple[Location, ...]:
        """Return the towns of that name, the largest first; "Qamishli" finds al-Qamishli too."""
        folded = fold(name)
        found = self._known.get(folded)
        if found is None:
            first, _, rest = folded.partition(" ")
            other = [rest] if first in _ARTICLES and rest else [f"{a} {folded}" for a in ("al", "ar", "as")]
            rows = self._select_towns([folded, *other] if len(folded) > 3 else [folded])
            exact = [place for name, place in rows if name == folded]
            found = self._known[folded] = tuple(exact or [place for _, place in rows])
        return found

    def regions_of(self, name: str) -> tuple[Location, ...]:
        """Return what regions.tsv lists under exactly that name."""
        return self._regions.get(fold(name).removeprefix("the "), ())

    def first_level(self, name: str) -> tuple[Location, ...]:
        """Return the first-level regions of that bare name, also where the name alone means a town ("Aleppo")."""
        return self._first_level.get(fold(name), ())

    def abbreviated(self, text: str) -> Location | None:
        """Return the state or province that reports shorten so after a comma: "Calif.", "Que", "KY"."""
        for form in (text, f"{text}.", text.capitalize(), f"{text.capitalize()}."):
            short = self._abbreviations.get(form)
            if short is not None:
                return next((r for r in self.first_level(short[1]) if r.country == short[0]), None)
        return None

    def country(self, code: str) -> Location | None:
        """Return a country by its alpha-3 code; its point is its middle."""
        return self._countries.get(code)

    def country_named(self, name: str) -> Location | None:
        """Return a country by the name that GeoNames gives it."""
        return self._named_countries.get(fold(name))

    def are_neighbours(self, one: str, other: str) -> bool:
        """Tell whether two countries share a border."""
        return other in self._neighbours.get(one, frozenset())

    def _select_towns(self, folded: Sequence[str]) -> list[tuple[str, Location]]:
        rows = self._database.execute(
            "SELECT n.folded, t.name, t.country, t.admin1, t.latitude, t.longitude, t.population, t.id "
            "FROM json_each(?) wanted JOIN name n ON n.folded = wanted.value JOIN town t ON t.id = n.town "
            "ORDER BY t.population DESC, t.id LIMIT ?",
            (json.dumps(folded), _MOST),
        )
        return [
            (key, Location(name, PlaceKind.CITY, country, self._admin1.get((country, code)), north, east, size, number))
            for key, name, country, code, north, east, size, number in rows
        ]

    def _load_countries(self) -> list[Location]:
        centres = {row.country: (row.latitude, row.longitude) for row in _read("countries.tsv", Centre)}
        rows = self._database.execute("SELECT name, iso3, latitude, longitude, population, id FROM country")
        found = []
        for name, code, north, east, population, number in rows:
            latitude, longitude = centres.get(code, (north, east))
            found.append(Location(name, PlaceKind.COUNTRY, code, None, latitude, longitude, population, number))
        return found

    def _load_neighbours(self) -> list[tuple[str, frozenset[str]]]:
        rows = self._database.execute("SELECT iso2, iso3, neighbours FROM country").fetchall()
        iso3 = {two: three for two, three, _ in rows}
        return [(three, frozenset(iso3[n] for n in json.loads(near) if n in iso3)) for _, three, near in rows]


def _read(name: str, schema: type[Row]) -> list[Row]:
    return [row for _, row in load_table_entries(PLACES / name, schema, tuple(schema.model_fields))]


def _regions_by_name(rows: Iterable[Region]) -> dict[str, tuple[Location, ...]]:
    named: dict[str, list[Location]] = defaultdict(list)
    for row in rows:
        place = Location(row.name, row.kind, row.country, row.admin1, row.latitude, row.longitude, 0, None)
        for name in dict.fromkeys(fold(n).removeprefix("the ") for n in (row.name, *(row.also or "").split("|"))):
            if name:
                named[name].append(place)
    return {name: tuple(places) for name, places in named.items()}


def _first_level(named: dict[str, tuple[Location, ...]]) -> dict[str, tuple[Location, ...]]:
    """Return the first-level regions by their bare names; they are the rows named like their own `admin1`."""
    found: dict[str, list[Location]] = defaultdict(list)
    for name, places in named.items():
        for place in places:
            bare = fold(place.admin1 or "")
            if place.kind is PlaceKind.REGION and bare and fold(place.name).startswith(bare):
                for key in {name, bare, name if fold(place.name) == bare else name.rpartition(" ")[0]}:
                    if place not in found[key]:
                        found[key].append(place)
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Open the gazetteer once."""
    return Gazetteer()
