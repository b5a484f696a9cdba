"""`dateline export`: an archive, or part of it, as files for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    ActorsOption,
    AsOfOption,
    PlacesOption,
    SourcesOption,
    StatusesOption,
    TypesOption,
    make_scope,
    open_situation,
)
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, SinceOption, UntilOption, examples
from dateline.cli.pages.layout import Hanging
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import page, remark
from dateline.export import Tally, export, export_to_stream, load_formats

_EXAMPLES = examples(
    "dateline export joined-csv --archive crisis.db",
    "dateline export events-parquet --actor Turkey --since 2015-11-20 --out turkey.parquet --archive crisis.db",
    "dateline export gexf --type ASSAULT --as-of 2015-11-25 --out network.gexf --archive crisis.db",
    "dateline export brat --out for-correction --archive crisis.db",
    "dateline export --formats",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export", epilog=_EXAMPLES)(export_archive)


def export_archive(
    format_name: Annotated[
        str | None,
        typer.Argument(metavar="FORMAT", help="The format's name; --formats lists them.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="PATH", help="The file or folder to write; standard output where it is left out."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    formats: Annotated[bool, typer.Option("--formats", help="List the formats and leave.")] = False,
    actor: ActorsOption = None,
    type_: TypesOption = None,
    status: StatusesOption = None,
    source: SourcesOption = None,
    place: PlacesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Write an archive, or what the options ask for of it, in a format of other programs.

    Beside a file stands FILE.meta.json, in a folder meta.json: the query, the counts, the state of the archive, the version
    of dateline and whose words the file holds. What a format has no room for is counted, there and on standard error.
    A file appears whole or not at all.
    """
    if formats:
        _list_formats()
        return
    if format_name is None:
        raise typer.BadParameter("a format is asked for; --formats lists them")
    scope = make_scope(
        actors=actor, types=type_, statuses=status, sources=source, places=place, since=since, until=until
    )
    with open_situation(archive, as_of) as opened, waiting("exporting"):
        situation = opened.with_scope(scope)
        if out is None or str(out) == "-":
            tally = export_to_stream(situation, format_name, sys.stdout)
        else:
            tally = export(situation, format_name, out, force=force)
    _report(tally, out)


def _report(tally: Tally, out: Path | None) -> None:
    written = ", ".join(_count(number, what) for what, number in tally.written.items() if number)
    if written or tally.left_out.total():
        remark(f"{written or 'nothing'} written" + (f" to {out}" if out else ""))
    else:
        remark("nothing in the archive is as asked for" + (f"; {out} is written without it" if out else ""))
    left_out = ", ".join(f"{what} ({number})" for what, number in tally.left_out.items() if number)
    if left_out:
        remark(f"left out, the format has no room for them: {left_out}")


def _count(number: int, what: str) -> str:
    """Return a number with its word, "1 event", "2 events with a point"."""
    first, space, rest = what.partition(" ")
    return f"{number} {first.removesuffix('s') if number == 1 else first}{space}{rest}"


def _list_formats() -> None:
    formats = load_formats().values()
    width = max(len(f.name) for f in formats) + 2
    for format_ in formats:
        words = format_.gloss + (" (a folder)" if format_.folder else "")
        page().print(Hanging(Text(format_.name, style="cyan"), Text(words), indent=width))
