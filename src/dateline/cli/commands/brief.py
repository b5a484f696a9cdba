"""`dateline brief`: the brief of an archive again."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.archive import ArchiveReader
from dateline.archive.decided import iter_seen_records
from dateline.cli.brief_page import Brief, BriefPage, Reading
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, examples
from dateline.cli.progress import waiting
from dateline.cli.terminal import page, remark


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("brief", epilog=examples("dateline brief --archive crisis.db --all"))(brief)


def brief(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: Annotated[bool, typer.Option("--all", help="Show every line.")] = False,
) -> None:
    """Print the brief of an archive: what happened, who said what, who wants what."""
    found = Brief()
    with ArchiveReader(archive) as reader, waiting(f"going through {archive}"):
        kept = len(reader)
        for record in iter_seen_records(reader):
            found.add(Reading(record, reader.numbers(record.document.id)))
    if kept and not found.reports:
        remark(f"{archive}: no report in it counts now: all were taken back or are under embargo")
        return
    if not found.reports:
        remark(f"{archive}: the archive is empty; `dateline read REPORTS --archive {archive}` fills it")
        return
    page().print(BriefPage(found, full=full))
