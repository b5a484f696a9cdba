"""Frozen answers as plain values: what JSON and Arrow can hold."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def as_plain(value: Any) -> Any:
    """Return dataclasses as dictionaries, tuples as lists, dates as ISO text and enums as their values.

    >>> from dateline.situation.parties.party import Party
    >>> as_plain(Party("FRA", "France", "FRA", "state"))
    {'key': 'FRA', 'name': 'France', 'country': 'FRA', 'kind': 'state'}
    """
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [as_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
