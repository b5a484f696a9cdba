"""`dateline ties`: what two did and said towards each other, week by week."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    AsOfOption,
    LimitOption,
    SourcesOption,
    TypesOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.ties import draw_weeks, iter_chart, say_flow
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, SinceOption, UntilOption, examples
from dateline.cli.pages.layout import indented
from dateline.cli.terminal import clean, page, remark
from dateline.errors import BadQuestion
from dateline.situation import Found, Level, Tie

_EXAMPLES = examples(
    "dateline ties FRA RUS --archive crisis.db",
    'dateline ties Putin "Erdoğan" --since 2015-11-24 --archive crisis.db',
    "dateline ties --level actor --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ties", epilog=_EXAMPLES)(ties)


def ties(
    first: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, or a country with all who act for it.")] = "",
    second: Annotated[str, typer.Argument(metavar="OTHER", help="The other.")] = "",
    level: Annotated[
        Level, typer.Option(metavar="LEVEL", help="Whom ties are between where none are named: country or actor.")
    ] = Level.COUNTRY,
    type_: TypesOption = None,
    source: SourcesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print the tie of two, week by week, or the ties with most events where none are named.

    Events told as actual count: cooperation is PLOVER's quad classes 1 and 2, conflict 3 and 4; the score is the sum of
    PLOVER's scores, from -10 to 10 an event. What one said to or demanded of the other is counted apart.
    """
    if bool(first) != bool(second):
        raise BadQuestion("a tie is between two: name both, or none for the ties with most events")
    scope = make_scope(types=type_, sources=source, since=since, until=until)
    with open_situation(archive, as_of) as opened:
        situation = opened.with_scope(scope)
        if not first:
            found = situation.ties(level=level, limit=limit)
            print_json(found) if json else _print_all(found)
            return
        tie = situation.tie(first, second)
    if json:
        print_json([tie])
    else:
        _print(tie)
        if not tie.weeks and not tie.undated:
            remark(f"{archive}: nothing between {tie.first.name} and {tie.second.name}")


def _print(tie: Tie) -> None:
    console = page()
    one, other = clean(tie.first.name), clean(tie.second.name)
    console.print(Text(f"{one} and {other}", style="bold underline"))
    for name, back, flow in ((one, other, tie.forth), (other, one, tie.back)):
        console.print(Text(f"{name} → {back}: ").append_text(say_flow(flow)))
    if tie.weeks:
        console.print()
    for row in iter_chart(tie, console.width):
        console.print(row)
    if tie.undated:
        console.print(Text(f"{tie.undated} more without a day", style="dim"))


def _print_all(found: Found[Tie]) -> None:
    console = page()
    for tie in found:
        console.print(Text(f"{clean(tie.first.name)} and {clean(tie.second.name)}", style="bold"))
        console.print(indented(say_flow(tie.both).append(f"  {draw_weeks(tie.weeks[-24:])}", style="dim")))
    if found.left_out > 0:
        remark(f"{found.left_out:,} more; --limit shows them")
