"""`dateline evaluate`: figures on annotation of anybody's."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from dateline.cli.options import CoderOption, examples, settle
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import clean, page
from dateline.errors import BadInput

_COLUMNS = ("precision", "recall", "f1", "gold", "found")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate", epilog=examples("dateline evaluate annotated-reports/ --errors events"))(evaluate)


def evaluate(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Folders of annotated reports, or JSON lines of a corpus.", exists=True),
    ],
    coder: CoderOption = None,
    errors: Annotated[
        str | None, typer.Option(metavar="LAYER", help="Print what was missed and what was spurious in a layer.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a path.")] = False,
) -> None:
    """Read annotated texts and print how well each layer was read.

    A folder holds one JSON file an article (text, published, actors, times, places, events, statements, positions).
    JSON lines hold text, date and one layer: timex, quotes, marked and expected, toponyms, mentions with chains (with a
    topic: chains of events over many reports), the cluster of copies a text belongs to, or the stories it is part of.
    """
    from dateline.evaluate.measuring import evaluate as measure
    from dateline.pipeline import load_reader

    reader = load_reader(settle(coder=coder))
    for path in paths:
        try:
            with waiting(f"reading {clean(str(path))}"):
                figures = measure(path, reader)
        except (LookupError, TypeError, ValueError) as error:
            raise BadInput(str(path), f"is no annotation of a known sort ({type(error).__name__}: {error})") from error
        if as_json:
            sys.stdout.write(
                json.dumps({"source": figures.source, "measure": figures.measure, "figures": figures.rows}) + "\n"
            )
            continue
        page().print(Text(f"{figures.source} ({figures.measure})", style="bold"))
        page().print(_table(figures.rows))
        for line in figures.errors:
            if errors and line.startswith(f"{errors}:"):
                page().print(Text(clean(line)))


def _table(rows: Mapping[str, Mapping[str, float]]) -> Table:
    """Return a row for each layer: the figures most layers have in columns of their own, the rest in words."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("")
    shown = [name for name in _COLUMNS if any(name in figures for figures in rows.values())]
    for name in shown:
        table.add_column(name, justify="right")
    table.add_column("")
    for layer, figures in rows.items():
        cells = [_say(figures[name]) if name in figures else "" for name in shown]
        rest = "  ".join(f"{name.replace('_', ' ')} {_say(v)}" for name, v in figures.items() if name not in shown)
        table.add_row(Text(layer, style="cyan"), *cells, Text(rest, style="dim"))
    return table


def _say(value: float) -> str:
    """Return a share with two digits, a count as it is."""
    return f"{value:,}" if isinstance(value, int) else f"{value:.2f}"
