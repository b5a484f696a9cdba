"""`dateline read`: reports in, an archive and a brief out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import (
    DEFAULT_ARCHIVE,
    AllowLoopbackOption,
    ArchiveOption,
    CoderOption,
    KeepParsesOption,
    examples,
    read_day,
    settle,
)
from dateline.cli.runs.cluster import Cluster, EngineName
from dateline.cli.runs.log import LogFormat, make_log
from dateline.cli.runs.output import OutputRun
from dateline.cli.runs.reading import ReadingRun, RunOptions
from dateline.sources import ReadOptions
from dateline.sources.header.dates import EARLIEST, LATEST
from dateline.sources.options import STANDARD_COLUMNS

_EXAMPLES = examples(
    "dateline read reports/ --archive crisis.db",
    "dateline read reports/ --json --no-archive",
    "dateline read page.html feed.xml table.csv --archive crisis.db",
    "dateline read reports/ --workers 2 --log-format json",
    "dateline read reports/ --output records/",
    "dateline read table.jsonl --column text=body --column date=day --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read", epilog=_EXAMPLES)(read)


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, addresses, - for standard input.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    no_archive: Annotated[bool, typer.Option("--no-archive", help="Keep nothing.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print records, one JSON object a line, instead of a brief.")
    ] = False,
    published: Annotated[
        date | None,
        typer.Option(
            parser=_read_publication, metavar="DATE", help="Day of publication where a report does not say it."
        ),
    ] = None,
    coder: CoderOption = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OURS=THEIRS", help="What a column of a table is called there: text=body, date=published_at."
        ),
    ] = None,
    frames: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of your own frames.", exists=True)
    ] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.", exists=True)] = None,
    any_language: Annotated[bool, typer.Option("--any-language", help="Read texts that are not English too.")] = False,
    allow_loopback: AllowLoopbackOption = False,
    full: Annotated[
        bool,
        typer.Option(
            "--all", help="Read reports without political words too (sport, weather); show every line of the brief."
        ),
    ] = False,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=1, max=256, help="Processes that read; as many as there are cores where left out."
        ),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option(help="Where reading is done: on this machine, or on a Ray cluster (extra “ray”).")
    ] = EngineName.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="The cluster, “auto” for the one this machine belongs to.", envvar="RAY_ADDRESS"
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="PATH", help="Write records as Parquet into this folder or object store, for `dateline load`."
        ),
    ] = None,
    keep_parses: KeepParsesOption = False,
    log_format: Annotated[
        LogFormat, typer.Option(help="How the run is told of: lines and a bar, or JSON lines, on standard error.")
    ] = LogFormat.TEXT,
) -> None:
    """Read reports, keep them in an archive and print a brief.

    What a file is, is told by its content: plain text, web pages, RSS and Atom feeds, wire items (ninjs, NewsML-G2,
    NITF), tables (JSON, JSON lines, CSV, Parquet) with the columns id, date, title, url, publisher and text, newsletters
    (mbox, .eml). They may be packed (gzip, bzip2, xz, zip, WARC, WACZ) or stand at an address, which is fetched only where it
    is a public one. A text that the archive has is not read again; a changed text at the same address is kept as a new version.
    A run that was stopped or killed goes on where it was when it is started again.
    """
    settings = settle(coder=coder, frames=frames, actors=actors)
    options = ReadOptions(
        published=published,
        columns=_columns(column or []),
        max_characters=settings.max_characters,
        any_language=any_language,
        allow_loopback=allow_loopback,
    )
    cluster = Cluster(engine, workers, ray_address)
    if output is not None:
        writing = OutputRun(output, cluster, make_log(log_format), keeps_parses=keep_parses, sets_aside=not full)
        raise typer.Exit(writing.run(sources, options, settings))
    how = RunOptions(as_json=json, full=full, cluster=cluster, keeps_parses=keep_parses, sets_aside=not full)
    run = ReadingRun(None if no_archive else archive, how, make_log(log_format))
    run.start(sources, options, settings)
    raise typer.Exit(run.finish())


def _read_publication(written: str) -> date:
    day = read_day(written)
    if not EARLIEST <= day.year <= LATEST:
        raise typer.BadParameter(f"reports are of the years {EARLIEST} to {LATEST}")
    return day


def _columns(given: list[str]) -> dict[str, str]:
    columns = dict(STANDARD_COLUMNS)
    for pair in given:
        ours, equals, theirs = pair.partition("=")
        if not equals or ours not in columns:
            raise typer.BadParameter(f"{pair!r}: expected one of {', '.join(columns)}, then = and the name in the file")
        columns[ours] = theirs
    return columns
