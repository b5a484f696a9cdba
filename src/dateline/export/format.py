"""A format that an archive can be exported to: its name, what it is for, and the function that writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.tally import Tally

Writer = Callable[[Selection, Path, Tally], None]
"""Writes a selection to a path: a new file, or an empty folder where the format is several files."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffix` is what its files end in; `folder` says that it is several files in a folder.

    `is_text` says that it can go to standard output. `never` are the things the format has no room for, whatever is
    exported; what it could not hold this time is counted in the tally.
    """

    name: str
    gloss: str
    suffix: str
    write: Writer
    folder: bool = False
    is_text: bool = True
    never: tuple[str, ...] = ()
