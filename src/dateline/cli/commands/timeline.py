"""`dateline timeline`: what happened, day by day, each event once however many reports tell it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    ActorsOption,
    AsOfOption,
    CountriesOption,
    LimitOption,
    PlacesOption,
    SourcesOption,
    StatusesOption,
    TypesOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.answers import describe_event
from dateline.cli.options import (
    DEFAULT_ARCHIVE,
    AllOption,
    ArchiveOption,
    JsonOption,
    SinceOption,
    UntilOption,
    examples,
)
from dateline.cli.pages.layout import numbered
from dateline.cli.terminal import page, remark
from dateline.model.wording import say_weekday
from dateline.situation import Found, JoinedEvent

_EXAMPLES = examples(
    "dateline timeline --actor France --since 2015-11-13 --archive crisis.db",
    "dateline timeline --type assault --as-of 2015-11-25 --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("timeline", epilog=_EXAMPLES)(timeline)


def timeline(
    actor: ActorsOption = None,
    country: CountriesOption = None,
    type_: TypesOption = None,
    status: StatusesOption = None,
    source: SourcesOption = None,
    place: PlacesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first.")] = False,
    limit: LimitOption = 50,
    full: AllOption = False,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print the events of an archive by day, joined across reports.

    An event stands once, with how many reports tell it, how many sources that are independent of each other, and where
    they differ. `dateline show NUMBER` opens its first telling.
    """
    scope = make_scope(
        actors=actor,
        countries=country,
        types=type_,
        statuses=status,
        sources=source,
        places=place,
        since=since,
        until=until,
    )
    with open_situation(archive, as_of) as situation:
        found = situation.with_scope(scope).timeline(limit=None if full else limit, newest_first=newest)
    if json:
        print_json(found)
    else:
        _print(found)
    if not found:
        remark(f"{archive}: no event that this asks for")
    elif found.left_out > 0:
        remark(f"{found.left_out:,} more; --all shows them")


def _print(found: Found[JoinedEvent]) -> None:
    console = page()
    day: object = object()
    for event in found:
        if event.date != day:
            console.print(Text(say_weekday(event.date), style="green"))
            day = event.date
        console.print(numbered(event.number, describe_event(event)))
