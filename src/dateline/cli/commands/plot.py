"""`dateline plot`: pictures of an archive, or part of it, ready to be printed."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

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
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import remark
from dateline.measures import By
from dateline.situation import Level, Situation

_EXAMPLES = examples(
    "dateline plot timeline --out timeline.png --archive crisis.db",
    "dateline plot ties --between Turkey Russia --by day --out ties.svg --archive crisis.db",
    "dateline plot map --since 2015-11-13 --out map.html --archive crisis.db",
)


class Picture(StrEnum):
    """What can be drawn."""

    TIMELINE = "timeline"
    TIES = "ties"
    MAP = "map"
    NETWORK = "network"
    LEDGER = "ledger"
    PANEL = "panel"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("plot", epilog=_EXAMPLES)(plot)


def plot(
    picture: Annotated[Picture, typer.Argument(metavar="timeline|ties|map|network|ledger|panel", help="What to draw.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="A .png, .svg or .html file.")],
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    most: Annotated[
        int | None,
        typer.Option("--most", metavar="N", help="Show at most so many events, ties, sides, matters or pairs.", min=1),
    ] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="ONE OTHER", help="ties: of these two, by name or code."),
    ] = None,
    by: Annotated[By, typer.Option(metavar="day|week|month", help="ties, panel: how long a period is.")] = By.WEEK,
    level: Annotated[
        Level, typer.Option(metavar="country|actor", help="Countries, with all who act for them, or actors one by one.")
    ] = Level.COUNTRY,
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
    """Draw a picture of an archive: what happened, who did what to whom, where, who stands where.

    The caption says the scope, the day whose knowledge counts and what is not shown. All can be read in grey. A page of
    HTML holds everything it needs and loads nothing.
    """
    from dateline.export.writing import check_place
    from dateline.pictures import save

    check_place(out, force=force)
    scope = make_scope(
        actors=actor, types=type_, statuses=status, sources=source, places=place, since=since, until=until
    )
    with open_situation(archive, as_of) as opened, waiting("drawing"):
        situation = opened.with_scope(scope)
        save(_draw(picture, situation, {"most": most, "between": between, "by": by, "level": level}), out, force=force)
    remark(f"{picture.value} drawn: {out}")


def _draw(picture: Picture, situation: Situation, asked: dict[str, Any]) -> Any:
    """Return the chart; each picture takes those of the options that say something to it."""
    from dateline import pictures

    draw, options = {
        Picture.TIMELINE: (pictures.plot_timeline, ("most",)),
        Picture.TIES: (pictures.plot_ties, ("most", "between", "by", "level")),
        Picture.MAP: (pictures.plot_map, ()),
        Picture.NETWORK: (pictures.plot_network, ("most", "level")),
        Picture.LEDGER: (pictures.plot_ledger, ("most", "level")),
        Picture.PANEL: (pictures.plot_panel, ("most", "by", "level")),
    }[picture]
    return draw(situation, **{name: asked[name] for name in options if asked[name] is not None})
