"""The commands of `dateline` and what happens when one fails."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

import dateline
from dateline.cli.commands import (
    actor,
    ask,
    brief,
    changes,
    copies,
    evaluate,
    export,
    frames,
    import_,
    ledger,
    load,
    network,
    panel,
    plot,
    quotes,
    read,
    recode,
    report,
    schema,
    serve,
    show,
    sql,
    stories,
    ties,
    timeline,
    watch,
    who,
)
from dateline.cli.terminal import complain
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Reads news reports on international affairs and keeps the record: who did, said, promised or demanded "
    "what towards whom, when, where, on whose word and on which condition.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
for _module in (
    read,
    load,
    recode,
    watch,
    brief,
    timeline,
    stories,
    changes,
    show,
    ask,
    copies,
    quotes,
    ledger,
    who,
    ties,
    network,
    report,
    serve,
    sql,
    export,
    import_,
    panel,
    plot,
    actor,
    frames,
    evaluate,
    schema,
):
    _module.register(app)


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Show the version and leave.")) -> None:
    if version:
        typer.echo(f"dateline {dateline.__version__}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave: 0 done, 1 something could not be read, 2 wrong usage, 130 stopped."""
    _settle_streams()
    try:
        app(None if arguments is None else list(arguments))
    except DatelineError as error:
        complain(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def _settle_streams() -> None:
    """Let output never fail on a character: a pipe gets UTF-8, a terminal a substitute for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")
