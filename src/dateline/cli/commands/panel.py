"""`dateline panel`: who did what to whom, period by period, as a table for statistics."""

from __future__ import annotations

import csv
import sys
from dataclasses import fields
from pathlib import Path
from typing import Annotated, TextIO

import typer

from dateline.cli.filters import (
    ActorsOption,
    AsOfOption,
    PlacesOption,
    SourcesOption,
    TypesOption,
    make_scope,
    open_situation,
)
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, SinceOption, UntilOption, examples
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import remark
from dateline.errors import CannotWrite
from dateline.export import Tally, write_sidecar
from dateline.export.writing import check_place, write_file
from dateline.measures import By, Measure, MeasureTable, PanelOptions, make_table
from dateline.situation import Level, Situation

_EXAMPLES = examples(
    "dateline panel --by week --archive crisis.db",
    "dateline panel --of balance --by month --archive crisis.db",
    "dateline panel --by day --fill-zeros --since 2015-11-20 --until 2015-12-03 --out panel.parquet --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("panel", epilog=_EXAMPLES)(panel)


def panel(
    of: Annotated[
        Measure,
        typer.Option(
            "--of",
            metavar="pairs|agreement|balance",
            help="Pairs and periods; agreement of positions; balance and communities of each period.",
        ),
    ] = Measure.PAIRS,
    by: Annotated[
        By, typer.Option(metavar="day|week|month", help="How long a period is; weeks begin on Monday.")
    ] = By.WEEK,
    level: Annotated[
        Level, typer.Option(metavar="country|actor", help="Countries, with all who act for them, or actors one by one.")
    ] = Level.COUNTRY,
    fill_zeros: Annotated[
        bool, typer.Option("--fill-zeros", help="A row for every pair and period, with zeros where nothing was done.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="A .csv or .parquet file; CSV on standard output without."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    actor: ActorsOption = None,
    type_: TypesOption = None,
    source: SourcesOption = None,
    place: PlacesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print a panel: one row for each pair and period, with counts by quad class and type, means, words and sources.

    Only events told as actual count, each in the period that all its possible days lie in. With --of agreement a row says
    how alike the positions of two are, with --of balance how balanced a period's network is and who is with whom.
    docs/measures.md says what each column means, by which formula.
    """
    if out is not None and out.suffix.lower() not in (".csv", ".parquet"):
        raise CannotWrite(f"{out}: a panel is .csv or .parquet")
    scope = make_scope(actors=actor, types=type_, sources=source, places=place, since=since, until=until)
    if out is not None:
        check_place(out, force=force)
    with open_situation(archive, as_of) as opened, waiting("counting"):
        situation = opened.with_scope(scope)
        made = make_table(situation, of, PanelOptions(by=by, level=level, fill_zeros=fill_zeros))
        if out is None:
            _write_csv(sys.stdout, made)
        else:
            write_file(out, lambda draft: _write(made, draft, out.suffix.lower()), force=force)
            _describe(made, situation, out, f"{of.value} of {level.value} by {by.value}")
    left_out = ", ".join(f"{what} ({number})" for what, number in made.left_out.items())
    remark(f"{len(made.rows)} rows" + (f"; not counted: {left_out}" if left_out else ""))


def _describe(made: MeasureTable, situation: Situation, out: Path, what: str) -> None:
    """Write beside a panel what it says of itself, as every export does."""
    tally = Tally()
    tally.count("rows", len(made.rows))
    for reason, number in made.left_out.items():
        tally.leave_out(reason, number)
    beside = out.with_name(f"{out.name}.meta.json")
    write_file(beside, lambda draft: write_sidecar(draft, situation, "panel", what, tally), force=True)


def _write(made: MeasureTable, path: Path, ending: str) -> None:
    if ending == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            _write_csv(file, made)
        return
    table = made.to_arrow()
    import pyarrow.parquet as parquet

    parquet.write_table(table, path, compression="zstd")


def _write_csv(file: TextIO, made: MeasureTable) -> None:
    """Write rows as CSV; several values are joined by "; "."""
    writer = csv.DictWriter(file, [field.name for field in fields(made.kind)], lineterminator="\n")
    writer.writeheader()
    for row in made.to_rows():
        writer.writerow({name: "; ".join(v) if isinstance(v, (list, tuple)) else v for name, v in row.items()})
