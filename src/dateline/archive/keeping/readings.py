"""How the records of an archive were made, and what is kept beside a record for making it anew."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One frame or actor that records were made with.

    `hash` changes with its content. It bears on a report only where all words of one of `phrases` stand there, or where
    `country` takes part.
    """

    hash: str
    phrases: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a record was made with: the coder, the parser, the rules as a hash, and frames and own actors by their ids."""

    coder: str
    model: str
    rules: str
    frames: Mapping[str, Ingredient] = field(default_factory=dict)
    actors: Mapping[str, Ingredient] = field(default_factory=dict)

    def find_changed(self, newer: Recipe) -> list[Ingredient] | None:
        """Return the frames and actors that differ in `newer`, as they were and as they are; None where all else does too."""
        if (self.coder, self.model, self.rules) != (newer.coder, newer.model, newer.rules):
            return None
        changed: list[Ingredient] = []
        for ours, theirs in ((self.frames, newer.frames), (self.actors, newer.actors)):
            for name in sorted(ours.keys() | theirs.keys()):
                before, after = ours.get(name), theirs.get(name)
                if before != after:
                    changed += [known for known in (before, after) if known is not None]
        return changed


@dataclass(frozen=True, slots=True)
class Note:
    """What is kept beside a record: the words of its report, joined by blanks, and its parse where parses are kept."""

    words: str
    parse: bytes | None = None


def pack_ingredients(ingredients: Mapping[str, Ingredient]) -> bytes:
    """Return ingredients as compressed JSON; the same ones give the same bytes."""
    values = {name: asdict(ingredient) for name, ingredient in sorted(ingredients.items())}
    return zlib.compress(json.dumps(values, ensure_ascii=False, sort_keys=True).encode("utf-8"))


def unpack_ingredients(packed: bytes) -> dict[str, Ingredient]:
    """Return what `pack_ingredients` packed."""
    return {
        name: Ingredient(values["hash"], tuple(values["phrases"]), values["country"])
        for name, values in json.loads(zlib.decompress(packed)).items()
    }


def find_or_add_reading(connection: sqlite3.Connection, recipe: Recipe) -> int:
    """Return the number of a recipe's row in `reading`, which is there afterwards."""
    row = _as_row(recipe)
    connection.execute(
        "INSERT OR IGNORE INTO reading (coder, model, rules, frames, actors) VALUES (?, ?, ?, ?, ?)", row
    )
    found = connection.execute(
        "SELECT number FROM reading WHERE (coder, model, rules, frames, actors) = (?, ?, ?, ?, ?)", row
    )
    return int(found.fetchone()[0])


def load_readings(connection: sqlite3.Connection) -> dict[int, Recipe]:
    """Return the recipes of an archive by their numbers."""
    rows = connection.execute("SELECT number, coder, model, rules, frames, actors FROM reading ORDER BY number")
    return {
        number: Recipe(coder, model, rules, unpack_ingredients(frames), unpack_ingredients(actors))
        for number, coder, model, rules, frames, actors in rows
    }


def keep_note(connection: sqlite3.Connection, version: int, note: Note, reading: int, model: str) -> None:
    """Keep what belongs beside the record of `version`, in the place of what was there."""
    known = connection.execute("SELECT 1 FROM version_reading WHERE version = ?", (version,)).fetchone()
    connection.execute("INSERT OR REPLACE INTO version_reading (version, reading) VALUES (?, ?)", (version, reading))
    if known is None:  # of the same text another parser makes nearly the same words
        connection.execute("INSERT INTO version_lemmas (rowid, lemmas) VALUES (?, ?)", (version, note.words))
    if note.parse is not None:
        connection.execute(
            "INSERT OR REPLACE INTO parse (version, model, packed) VALUES (?, ?, ?)", (version, model, note.parse)
        )


def match_phrases(phrases: Iterable[str]) -> str | None:
    """Return the full-text query of reports that hold all words of one of `phrases`; None where there is no word.

    >>> match_phrases(["cease-fire", "shoot"])
    '("cease" AND "fire") OR ("shoot")'
    """
    parts = []
    for phrase in sorted(set(phrases)):
        words = _WORD.findall(phrase)
        if words:
            parts.append("(" + " AND ".join(f'"{word}"' for word in words) + ")")
    return " OR ".join(parts) or None


def _as_row(recipe: Recipe) -> tuple[str, str, str, bytes, bytes]:
    frames, actors = pack_ingredients(recipe.frames), pack_ingredients(recipe.actors)
    return recipe.coder, recipe.model, recipe.rules, frames, actors
