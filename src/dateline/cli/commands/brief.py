"""`dateline brief`: the brief of an archive again."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, examples
from dateline.cli.pages.archive_brief import ArchiveBrief
from dateline.cli.pages.brief import BriefPage
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import page, remark
from dateline.situation.opening import open_refreshed


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog=examples("dateline brief --archive crisis.db --all"))(brief)


def brief(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: Annotated[bool, typer.Option("--all", help="Show every line.")] = False,
) -> None:
    """Print the brief of an archive: what happened, who said what, who wants what."""
    with open_refreshed(archive) as reader:
        with waiting(f"going through {archive}"):
            found = ArchiveBrief(reader)
        if found.reports:
            page().print(BriefPage(found, full=full))
        elif len(reader):
            remark(f"{archive}: no report in it counts now: all were taken back or are under embargo")
        else:
            remark(f"{archive}: the archive is empty; `dateline read REPORTS --archive {archive}` fills it")
