"""Whether countries or named actors are looked at."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Whom a tie is between: countries, with all who act for them, or named actors."""

    COUNTRY = "country"
    ACTOR = "actor"


def level_number(level: Level) -> int:
    """Return a level as the tables have it."""
    return 0 if level is Level.COUNTRY else 1
