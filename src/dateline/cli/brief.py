"""`dateline brief`: the brief of an archive again."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.archive import ArchiveReader
from dateline.cli.brief_page import BriefPage, Reading
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption
from dateline.cli.terminal import page, remark


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog="Example: dateline brief --archive crisis.db --all")(brief)


def brief(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: Annotated[bool, typer.Option("--all", help="Show every line.")] = False,
) -> None:
    """Print the brief of an archive: what happened, who said what, who wants what."""
    with ArchiveReader(archive) as reader:
        readings = [Reading(record, reader.numbers(record.document.id)) for record in reader.iter_records()]
    if not readings:
        remark(f"{archive}: the archive is empty; `dateline read REPORTS --archive {archive}` fills it")
        return
    page().print(BriefPage(readings, full=full))
