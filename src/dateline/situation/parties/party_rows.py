"""Parties by their numbers in the archive."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.situation.parties.party import Party
from dateline.situation.rows import Asking, Row


def load_parties(ask: Asking, numbers: Collection[int]) -> Mapping[int, Party]:
    """Return parties by their numbers."""
    return {row["number"]: make_party(row) for row in ask("parties", numbers=sorted(numbers))}


def make_party(row: Row) -> Party:
    """Return a row of `party` as a party."""
    return Party(row["key"], row["name"], row["country"], row["kind"])
