"""Options that several commands share, and how examples are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline.settings import Coder, Settings, load_settings

DEFAULT_ARCHIVE = Path("dateline.db")

ArchiveOption = Annotated[
    Path,
    typer.Option("--archive", "-a", metavar="FILE", help="The archive, one SQLite file.", envvar="DATELINE_ARCHIVE"),
]


def read_day(written: str) -> date:
    """Return the day that an option gives; anything else is wrong usage."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"'{written}' is no day; write one as 2015-11-26") from None


SinceOption = Annotated[
    date | None, typer.Option("--since", parser=read_day, metavar="DATE", help="Nothing before this day.")
]
UntilOption = Annotated[
    date | None, typer.Option("--until", parser=read_day, metavar="DATE", help="Nothing after this day.")
]
CoderOption = Annotated[
    Coder | None,
    typer.Option(
        "--coder",
        metavar="fast|careful",
        help="fast uses frames, cues and a linear model; careful, the default, an encoder too.",
    ),
]
KeepParsesOption = Annotated[
    bool, typer.Option("--keep-parses", help="Keep what the parser found, so that `dateline recode` need not parse.")
]
AllowLoopbackOption = Annotated[
    bool, typer.Option("--allow-loopback", help="Let addresses on this machine be fetched, to try things out.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Show every line.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")]


def examples(*commands: str) -> str:
    """Return the end of a command's help: a line for each example. A test runs every one on the bundled reports."""
    return "\n\n".join(f"Example: `{command}`" for command in commands)


def settle(**given: object) -> Settings:
    """Return the settings of a run; a DATELINE_… variable that says nothing possible is wrong usage."""
    try:
        return load_settings(**given)
    except ValueError as error:
        raise typer.BadParameter(f"in a DATELINE_… variable: {error}") from error
