"""`dateline network`: who has ties with whom, which triads are under strain, who moved closer to whom."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    AsOfOption,
    CountriesOption,
    LimitOption,
    SourcesOption,
    TypesOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.answers import say_citation
from dateline.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    JsonOption,
    SinceOption,
    UntilOption,
    examples,
    read_day,
)
from dateline.cli.pages.layout import indented, numbered
from dateline.cli.terminal import clean, page, remark
from dateline.situation import Edge, Found, Level, Network, Shift

_EXAMPLES = examples(
    "dateline network --since 2015-11-13 --archive crisis.db",
    "dateline network --split 2015-11-24 --archive crisis.db",
    "dateline network --level actor --fewest 2 --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("network", epilog=_EXAMPLES)(network)


def network(
    level: Annotated[
        Level, typer.Option(metavar="LEVEL", help="Whom ties are between: country or actor.")
    ] = Level.COUNTRY,
    fewest: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Leave out ties of fewer events.")] = 1,
    split: Annotated[
        date | None,
        typer.Option(parser=read_day, metavar="DATE", help="Compare the days before with those from this day on."),
    ] = None,
    country: CountriesOption = None,
    type_: TypesOption = None,
    source: SourcesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 15,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print the network of a period: its ties, and the triads under strain.

    A tie is good where the scores of its events come to more than nothing and bad where they come to less. Three that
    all have ties are under strain where the product of the signs is negative: two friends of one who are enemies, or
    three enemies (structural balance). With --split it says who moved closer to whom: mean scores before and after.
    """
    scope = make_scope(countries=country, types=type_, sources=source, since=since, until=until)
    with open_situation(archive, as_of) as opened:
        situation = opened.with_scope(scope)
        if split is not None:
            shifts = situation.shifts(split, level=level, fewest=fewest)
            print_json(shifts) if json else _print_shifts(shifts, limit)
            return
        found = situation.network(level=level, fewest=fewest)
    if json:
        print_json([found])
    else:
        _print(found, limit)


def _print(found: Network, limit: int) -> None:
    console = page()
    console.print(Text(f"{len(found.nodes):,} parties, {len(found.edges):,} ties", style="bold underline"))
    names = {node.party.key: clean(node.party.name) for node in found.nodes}
    edges = sorted(found.edges, key=lambda edge: (-(edge.cooperation + edge.conflict), edge.first, edge.second))
    for edge in edges[:limit]:
        console.print(indented(_say_edge(edge, names), 2))
    if len(edges) > limit:
        console.print(Text(f"  … {len(edges) - limit:,} more; --limit shows them", style="dim"))
    console.print()
    if found.balance is None:
        console.print(Text("no three that all have ties", style="dim"))
        return
    balance = f"{found.triads:,} triads, {found.balance:.0%} in balance; under strain, the strongest first:"
    console.print(Text(balance, style="bold"))
    for triad in found.strained[:limit]:
        console.print(indented(Text(clean(triad.reason)), 2))
    if len(found.strained) > limit:
        console.print(Text(f"  … {len(found.strained) - limit:,} more; --limit shows them", style="dim"))


def _say_edge(edge: Edge, names: dict[str | None, str]) -> Text:
    style = {1: "green", -1: "red", 0: "dim"}[edge.sign]
    text = Text(f"{names[edge.first]} and {names[edge.second]}: ")
    return text.append(
        f"{edge.cooperation} cooperative, {edge.conflict} conflictual, score {edge.score:+.1f}", style=style
    )


def _print_shifts(found: Found[Shift], limit: int) -> None:
    console = page()
    for shift in found[:limit]:
        closer = shift.change > 0
        text = Text(f"{clean(shift.first.name)} and {clean(shift.second.name)} ").append(
            "moved closer" if closer else "moved apart", style="green" if closer else "red"
        )
        text.append(
            f": mean score {shift.before:+.1f} ({shift.events_before} events) before, "
            f"{shift.after:+.1f} ({shift.events_after}) after"
        )
        console.print(indented(text, 2))
        for citation in shift.citations[:1]:
            console.print(numbered(citation.number, Text(say_citation(citation), style="dim")))
    if not found:
        remark("no two have ties in both periods")
    elif len(found) > limit:
        remark(f"{len(found) - limit:,} more; --limit shows them")
