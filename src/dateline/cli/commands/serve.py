"""`dateline serve`: the explorer, an archive in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, examples
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import remark
from dateline.errors import MissingExtra


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", epilog=examples("dateline serve --archive crisis.db"))(serve)


def serve(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="PORT", help="Its port; the first free one from 8400 on where none is given.", min=0, max=65535
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option(
            metavar="HOST", help="Where it listens: this machine alone, or another address of it and with a token."
        ),
    ] = "127.0.0.1",
    token: Annotated[
        str | None,
        typer.Option(
            metavar="TOKEN", help="What a browser must show once; made up where one is needed.", envvar="DATELINE_TOKEN"
        ),
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further host name it answers to; may be given again.")
    ] = None,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser of this machine.")] = False,
) -> None:
    """Open the explorer: an archive in a browser, until Ctrl-C.

    Pages are made on this machine and load nothing from elsewhere. Records are only read; while another `dateline
    read` adds reports, pages show them as they come.
    """
    try:
        from dateline import web
    except ImportError as error:
        raise MissingExtra("web", "the explorer") from error
    if token is not None and not token.strip():
        raise typer.BadParameter("a token has at least one character", param_hint="--token")
    with waiting(f"joining the reports of {archive}"):
        explorer = web.open_explorer(archive, web.make_address(host, port, allow or (), token))
    remark(f"{archive} is open at {explorer.url}")
    remark("Ctrl-C ends it")
    if not web.has_libraries():
        remark("charts, map and network are not drawn: `make vendor` brings their libraries")
    if browser:
        typer.launch(explorer.url)
    web.serve(explorer)
