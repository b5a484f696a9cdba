"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_ARCHIVE = Path("dateline.db")

ArchiveOption = Annotated[
    Path,
    typer.Option("--archive", "-a", metavar="FILE", help="The archive, one SQLite file.", envvar="DATELINE_ARCHIVE"),
]
