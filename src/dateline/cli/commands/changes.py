"""`dateline changes`: what became known since a day."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    ActorsOption,
    AsOfOption,
    CountriesOption,
    LimitOption,
    TypesOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.answers import say_citation
from dateline.cli.lines.excerpts import shorten
from dateline.cli.lines.phrases import say_day
from dateline.cli.options import DEFAULT_ARCHIVE, AllOption, ArchiveOption, JsonOption, examples, read_day
from dateline.cli.pages.layout import numbered
from dateline.cli.terminal import clean, page, remark
from dateline.situation import Change, ChangeKind

_LONGEST = 160
_TITLES = {
    ChangeKind.NEW: "New",
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.WITHDRAWN: "Withdrawn",
    ChangeKind.DOUBTED: "Denied by somebody",
    ChangeKind.CONFIRMED: "Confirmed by a further independent source",
}
_EXAMPLES = examples(
    "dateline changes --since 2015-11-24 --archive crisis.db",
    "dateline changes --since 2015-11-24 --as-of 2015-11-26 --actor Turkey --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("changes", epilog=_EXAMPLES)(changes)


def changes(
    since: Annotated[
        date,
        typer.Option("--since", parser=read_day, metavar="DATE", help="What was reported by this day was known."),
    ],
    actor: ActorsOption = None,
    country: CountriesOption = None,
    type_: TypesOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 40,
    full: AllOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print what became known after a day: corrections, withdrawals, denials, confirmations, new events.

    Corrected is a report of which a new version came, and an event with a new figure. Confirmed is an event that only one
    independent source had told. With --as-of it is what became known between the two days.
    """
    scope = make_scope(actors=actor, countries=country, types=type_)
    with open_situation(archive, as_of) as situation:
        found = situation.with_scope(scope).changes(since, limit=None if full else limit)
    if json:
        print_json(found)
        return
    console = page()
    for kind, group in groupby(found, key=lambda change: change.kind):
        console.print(Text(_TITLES[kind], style="bold"))
        for change in group:
            console.print(numbered(change.number, _say(change)))
    if not found:
        remark(f"{archive}: nothing became known after {since:%Y-%m-%d}")
    elif found.left_out > 0:
        remark(f"{found.left_out:,} more; --all shows them")


def _say(change: Change) -> Text:
    text = Text(shorten(clean(change.words), _LONGEST))
    text.append(f"\n{clean(change.reason)}", style="yellow" if change.kind is not ChangeKind.NEW else "dim")
    cited = say_citation(change.citations[0]) if change.citations else ""
    return text.append(f"\n{say_day(change.day)} · {cited}", style="dim")
