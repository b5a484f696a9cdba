"""Who takes part in a situation: actors of many reports under one key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """An actor across reports.

    `key` is the same wherever the same actor is meant; `name` the name most reports use; `country` ISO 3166 alpha-3;
    `kind` one of the record's actor kinds.
    """

    key: str
    name: str
    country: str | None
    kind: str
