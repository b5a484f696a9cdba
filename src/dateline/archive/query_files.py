"""The queries of commands, each in a file of its own; what a person types goes into them as a parameter."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache
def load_query(name: str) -> str:
    """Return the query in `queries/NAME.sql`."""
    return (files("dateline.archive") / "queries" / f"{name}.sql").read_text(encoding="utf-8")
