"""Statements and positions as they are found: by day, by who speaks and to whom, by matter, and each once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from dateline.compare.words import stems_of
from dateline.situation.parties.level import Level
from dateline.situation.refreshing.joined_rows import (
    LEVELS,
    add_ties,
    country_number,
    pair_sides,
    stand_in,
)
from dateline.situation.rows import UNKNOWN_DAY, Row, writing

_NO_QUAD = 0


def write_utterances(connection: sqlite3.Connection, versions: Sequence[int]) -> None:
    """Write the rows of the statements and positions of some versions anew."""
    ask = writing(connection)
    rows = ask("new_utterances", versions=versions)
    _delete(connection, versions)
    voices: dict[int, list[Row]] = {}
    for row in ask("voices", versions=versions):
        voices.setdefault(row["item"], []).append(row)
    connection.executemany(
        "INSERT INTO utterance (item, layer, kind, version, day, since, until, same, stems) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_utterance(row, voices.get(row["number"], ())) for row in rows],
    )
    countries: dict[str, int] = {}
    connection.executemany(
        "INSERT OR IGNORE INTO voice (level, party, layer, role, day, item) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (level, party, row["layer"], voice["role"], row["day"] or UNKNOWN_DAY, row["number"])
            for row in rows
            for voice in voices.get(row["number"], ())
            for level, party in _levels(connection, voice, countries)
        ],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO topic (topic, item) VALUES (?, ?)",
        [(topic, row["number"]) for row in rows if row["layer"] == "position" for topic in split_topic(row["topic"])],
    )
    for row in rows:
        _add_words(connection, row, voices.get(row["number"], ()), countries)


def split_topic(topic: str | None) -> list[str]:
    """Return the matters a position's topic names, nouns in small letters.

    >>> split_topic("sanction, Russia")
    ['sanction', 'Russia']
    """
    return [term.strip() for term in (topic or "").split(",") if re.search(r"\w", term)]


def _delete(connection: sqlite3.Connection, versions: Sequence[int]) -> None:
    items = [
        (item,)
        for version in versions
        for (item,) in connection.execute("SELECT item FROM utterance WHERE version = ?", (version,))
    ]
    for table in ("voice", "topic", "tie", "utterance"):
        connection.executemany(f"DELETE FROM {table} WHERE item = ?", items)


def _levels(connection: sqlite3.Connection, voice: Row, countries: dict[str, int]) -> Iterator[tuple[int, int]]:
    if voice["party"]:
        yield LEVELS[Level.ACTOR], voice["party"]
    if voice["own_country"]:
        yield LEVELS[Level.COUNTRY], country_number(connection, voice["own_country"], countries)


def _utterance(row: Row, voices: Iterable[Row]) -> tuple[object, ...]:
    speakers = "+".join(sorted({str(v["party"] or v["own_name"]) for v in voices if v["role"] == "by"}))
    same = f"{speakers}|{row['kind'] if row['layer'] == 'position' else ''}|{_plain(row['words'])}"
    stems = " ".join(sorted(stems_of(row["words"])))
    day = row["day"] or UNKNOWN_DAY
    known = row["since"], row["until"]
    return (row["number"], row["layer"], row["kind"], row["version"], day, *known, same, stems)


def _plain(words: str) -> str:
    """Return words in small letters without punctuation, so that edited copies agree."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _add_words(connection: sqlite3.Connection, row: Row, voices: Sequence[Row], countries: dict[str, int]) -> None:
    """Count words to somebody towards the tie of the two."""
    by = [voice for voice in voices if voice["role"] == "by"]
    toward = [voice for voice in voices if voice["role"] == "toward"]
    if not by or not toward:
        return
    named = ([v["party"] for v in side if v["party"]] for side in (by, toward))
    states = (
        [number for v in side if (number := stand_in(connection, v["own_country"], v["party"], countries))]
        for side in (by, toward)
    )
    deed = (row["day"], _NO_QUAD, 0.0, row["since"], row["until"], row["number"])
    for level, (ones, others) in ((LEVELS[Level.COUNTRY], states), (LEVELS[Level.ACTOR], named)):
        if others:
            add_ties(connection, ((level, *pair) for pair in pair_sides(ones, others)), deed)
