"""Asking an archive by the queries in `archive/queries`: rows as dictionaries, lists as JSON, days as ISO text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Set
from datetime import date
from typing import Any, Protocol

from dateline.archive import ArchiveReader
from dateline.archive.query_files import load_query

Row = dict[str, Any]
UNKNOWN_DAY = "9999"
"""What stands for a day nobody knows: it comes after all others."""


class Asking(Protocol):
    """Whatever answers a query of ours: a reader, or the connection that is writing."""

    def __call__(self, query: str, tail: str = "", **parameters: object) -> list[Row]:
        """Return the rows of `archive/queries/QUERY.sql`; `tail` is an order and a limit of ours."""
        ...


def reading(reader: ArchiveReader) -> Asking:
    """Return what asks through a reader."""

    def ask(query: str, tail: str = "", **parameters: object) -> list[Row]:
        table = reader.query(f"{load_query(query)}{tail}", _bind(parameters))
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows]

    return ask


def count(reader: ArchiveReader, query: str, tail: str = "", **parameters: object) -> int:
    """Return how many rows a query of ours has."""
    return int(reader.query(f"SELECT count(*) FROM ({load_query(query)}{tail})", _bind(parameters)).rows[0][0])


def writing(connection: sqlite3.Connection) -> Asking:
    """Return what asks through a connection that is writing."""

    def ask(query: str, tail: str = "", **parameters: object) -> list[Row]:
        cursor = connection.execute(f"{load_query(query)}{tail}", _bind(parameters))
        columns = [column[0] for column in cursor.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in cursor]

    return ask


def _bind(parameters: Mapping[str, object]) -> dict[str, object]:
    return {name: _value(value) for name, value in parameters.items()}


def _value(value: object) -> object:
    if isinstance(value, (list, tuple, Set)):
        return json.dumps(sorted(value) if isinstance(value, Set) else value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value
