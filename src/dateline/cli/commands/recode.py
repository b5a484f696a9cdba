"""`dateline recode`: changed frames, actors or rules, applied to an archive without reading it all anew."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

from dateline.archive import ArchiveWriter
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, CoderOption, KeepParsesOption, examples, settle
from dateline.cli.runs.progress import Patience
from dateline.cli.terminal import page, remark
from dateline.errors import ArchiveError
from dateline.run import Stop
from dateline.run.noting import load_noting
from dateline.run.recoding import Plan, Recoded, plan_recoding, recode

_LAYERS = ("events", "statements", "positions")
_STOPPED = 130
_EXAMPLES = examples(
    "dateline recode --archive crisis.db",
    "dateline recode --archive crisis.db --frames my-frames/",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("recode", epilog=_EXAMPLES)(run_recode)


def run_recode(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    frames: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of your own frames.", exists=True)
    ] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.", exists=True)] = None,
    coder: CoderOption = None,
    keep_parses: KeepParsesOption = False,
) -> None:
    """Apply changed frames, actors or rules to the records of an archive.

    Only reports that hold a word of a changed frame, or a name of a changed actor, are read anew; all are where the
    program itself has changed. Items that stay keep their numbers. Frames and actors that were given when the reports were
    read must be given again: without them their records are made as if they had never been. Each report is judged by the
    coder it was read with, unless --coder names one.
    """
    if not archive.exists():
        raise ArchiveError(f"{archive}: no such archive; `dateline read REPORTS --archive {archive}` makes one")
    settings = settle(coder=coder, frames=frames, actors=actors)
    tally = _Tally()
    with Stop() as stop, ArchiveWriter(archive) as writer:
        plans = plan_recoding(writer, settings, coder)
        load = partial(load_noting, keeps_parses=keep_parses)
        try:
            with _Bar(sum(len(plan.versions) for plan in plans)) as bar:
                for recoded in recode(writer, plans, load, stop):
                    bar.progress.advance(bar.task)
                    tally.add(recoded)
        except KeyboardInterrupt:
            remark(f"stopped; {tally.read:,} reports done, the rest when it is run again")
            raise typer.Exit(_STOPPED) from None
    for line in tally.say(plans):
        page().print(line)


class _Bar(Patience):
    def __init__(self, versions: int) -> None:
        super().__init__(BarColumn(bar_width=12), MofNCompleteColumn(), TextColumn("reports"), TimeRemainingColumn())
        self.task = self.progress.add_task("recoding", total=versions)


class _Tally:
    """Counts what came out otherwise."""

    def __init__(self) -> None:
        self.read = 0
        self._parsed = 0
        self._changed = 0
        self._more: Counter[str] = Counter()

    def add(self, recoded: Recoded) -> None:
        self.read += 1
        self._parsed += recoded.is_parsed
        if recoded.is_changed:
            self._changed += 1
            for layer in _LAYERS:
                self._more[layer] += len(getattr(recoded.after, layer)) - len(getattr(recoded.before, layer))

    def say(self, plans: list[Plan]) -> list[str]:
        if not plans:
            return ["nothing has changed since these reports were read"]
        there = sum(plan.of for plan in plans)
        lines = [
            f"{self.read:,} of {there:,} reports may be touched by what changed; {self._changed:,} came out otherwise"
        ]
        if self._parsed:
            lines.append(f"{self._parsed:,} had to be parsed, since their parses were not kept")
        lines += [f"{layer}: {more:+,}" for layer, more in self._more.items() if more]
        return lines
