"""`dateline report`: a situation as one page to send, print or keep."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.filters import ActorsOption, AsOfOption, CountriesOption, make_scope, open_situation
from dateline.cli.options import DEFAULT_ARCHIVE, AllOption, ArchiveOption, SinceOption, UntilOption, examples
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import remark
from dateline.errors import MissingExtra
from dateline.export.writing import check_place, write_file

_EXAMPLES = examples(
    "dateline report --out brief.html --archive crisis.db",
    "dateline report --country TUR --since 2015-11-24 --out turkey.html --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("report", epilog=_EXAMPLES)(report)


def report(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page to write.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    actor: ActorsOption = None,
    country: CountriesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
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
    check_place(out, force=force)
    scope = make_scope(actors=actor, countries=country, since=since, until=until)
    with open_situation(archive, as_of) as opened, waiting(f"going through {archive}"):
        page = write_brief(opened.with_scope(scope), full=full)
    write_file(out, lambda draft: draft.write_text(page, encoding="utf-8"), force=force)
    remark(f"{out} written")
