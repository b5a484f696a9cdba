"""Who takes part in a situation: actors of many reports under one key."""

from __future__ import annotations

import re
from dataclasses import dataclass

_GROUP = re.compile(r"([A-Z]{3})-([A-Z]{3})")
_SECTORS = {
    "GOV": "government", "MIL": "military", "POL": "police", "LEG": "parliament", "JUD": "courts", "SPY": "intelligence",
    "REB": "rebels", "UAF": "armed men", "OPP": "opposition", "PTY": "party", "IGO": "international body",
    "NGO": "organization", "MED": "media", "BUS": "business", "EDU": "schools", "REL": "clergy", "CVL": "civilians",
    "CRM": "criminals", "REF": "refugees",
}  # fmt: skip
"""PLOVER's sectors, as a group of a country is called of which reports tell no name."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor across reports.

    `key` is the same wherever the same actor is meant, None for somebody nothing tells from others ("gunmen"); `name`
    the name most reports use; `country` ISO 3166 alpha-3; `kind` one of the record's actor kinds.
    """

    key: str | None
    name: str
    country: str | None
    kind: str


def is_group(key: str) -> bool:
    """Tell whether a key is that of a group without a name: "FRA-CVL"."""
    return _GROUP.fullmatch(key) is not None


def name_group(key: str, state: str) -> str:
    """Return what a group without a name is called across reports.

    >>> name_group("FRA-CVL", "France")
    'France: civilians'
    """
    match = _GROUP.fullmatch(key)
    return f"{state}: {_SECTORS.get(match[2], match[2])}" if match else key
