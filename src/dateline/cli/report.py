"""`dateline report`: a situation as one page to send, print or keep."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.options import DEFAULT_ARCHIVE, AllOption, ArchiveOption, SinceOption, UntilOption, as_day, examples
from dateline.cli.progress import waiting
from dateline.cli.terminal import remark
from dateline.errors import BadInput, MissingExtra
from dateline.situation import Scope

_EXAMPLES = examples(
    "dateline report --out brief.html --archive crisis.db",
    "dateline report --country TUR --since 2015-11-24 --out turkey.html --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", epilog=_EXAMPLES)(report)


def report(
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write; one that is there is replaced.")
    ],
    actor: Annotated[
        list[str] | None, typer.Option(metavar="ACTOR", help="Only what this actor takes part in; may be given again.")
    ] = None,
    country: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only what this country takes part in; may be given again.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Only what was known by this day."),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: AllOption = False,
) -> None:
    """Write the brief of an archive as one web page that needs nothing else.

    What happened, what is planned, who was busy with whom, who said, promised, demanded or refused what: each line with
    the words it rests on, its report, and the number that `dateline show` opens.
    """
    try:
        from dateline.web.brief import write_brief
    except ImportError as error:
        raise MissingExtra("web", "a page") from error
    scope = Scope(
        actors=tuple(actor or ()),
        countries=tuple(code.upper() for code in country or ()),
        since=as_day(since),
        until=as_day(until),
    )
    with waiting(f"going through {archive}"), dateline.open(archive) as opened:
        page = write_brief(opened.at(as_day(as_of)).with_scope(scope), full=full)
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        raise BadInput(str(out), f"cannot be written ({(error.strerror or str(error)).lower()})") from error
    remark(f"{out} written")
