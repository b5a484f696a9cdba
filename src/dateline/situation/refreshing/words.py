"""The word indexes: what events, statements and positions say, and how many of them say it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.archive import paragraph_around
from dateline.model import Span
from dateline.situation.rows import Row, writing


def index_words(connection: sqlite3.Connection, versions: Sequence[int]) -> None:
    """Let what new versions say be found by its words."""
    ask = writing(connection)
    events = ask("words_of_events", versions=versions)
    utterances = ask("words_of_utterances", versions=versions)
    connection.executemany(
        "INSERT INTO event_words (rowid, words, parties) VALUES (:item, :words, :parties)",
        [{**row, "words": row["words"] or ""} for row in events],
    )
    connection.executemany(
        "INSERT INTO utterance_words (rowid, words, parties, around) VALUES (?, ?, ?, ?)",
        [(row["item"], _say(row), row["parties"] or "", _around(row)) for row in utterances],
    )
    _count_stems(connection, [*events, *utterances])


def _say(row: Row) -> str:
    """Return the words, the condition and the matters of what is said."""
    return f"{row['words']} {row['condition'] or ''} {row['topic'] or ''}"


def _around(row: Row) -> str:
    """Return the paragraph a statement or position stands in, where what it is about is often named."""
    if row["start"] is None:
        return ""
    span = Span(start=row["start"], end=row["end"])
    return paragraph_around(row["text"], span).of(row["text"])


def _count_stems(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    counts = Counter(stem for row in rows for stem in row["stems"].split())
    connection.executemany(
        "INSERT INTO stem (stem, items) VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET items = items + excluded.items",
        sorted(counts.items()),
    )
