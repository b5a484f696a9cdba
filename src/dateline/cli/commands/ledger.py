"""`dateline ledger`: who wants, promises, demands, refuses, denies or warns of what, by actor and topic."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import (
    AboutOption,
    AsOfOption,
    ByOption,
    SourcesOption,
    TowardOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.answers import name_parties
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
from dateline.cli.pages.ledger import LedgerPage
from dateline.cli.terminal import clean, page, remark
from dateline.model import PositionKind
from dateline.model.wording import say_date
from dateline.situation import Found, Matter, Situation

_FEW = 40
_KINDS = ", ".join(PositionKind)
_EXAMPLES = examples(
    "dateline ledger --by Hollande --toward Russia --archive crisis.db",
    'dateline ledger --about "sanctions on Russia" --kind commitment --kind refusal --archive crisis.db',
    "dateline ledger --topics --as-of 2015-11-26 --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ledger", epilog=_EXAMPLES)(ledger)


def ledger(
    by: ByOption = None,
    toward: TowardOption = None,
    about: AboutOption = None,
    kind: Annotated[
        list[PositionKind] | None,
        typer.Option(metavar="KIND", help=f"Only this kind, one of {_KINDS}; may be given again."),
    ] = None,
    source: SourcesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    topics: Annotated[
        bool, typer.Option("--topics", help="Print only the topics that most positions are held on.")
    ] = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Print the positions of an archive by actor and topic, newest first, with their conditions and what came later.

    A position that several hold stands under each of them; one that several reports tell stands once. What came later is
    set beside it with the reason why it bears on it or on its condition; whether a promise was kept is for the reader.
    """
    with open_situation(archive, as_of) as opened:
        situation = opened.with_scope(make_scope(sources=source, since=since, until=until))
        if topics:
            matters = situation.matters(by=by, limit=None if full else _FEW)
            print_json(matters) if json else _print_matters(matters)
            return
        kinds = [k.value for k in kind or ()]
        found = situation.ledger(by=by, toward=toward, about=about, kinds=kinds, limit=None if full else _FEW)
        only = _holders(situation, by)
    if json:
        print_json(found)
    else:
        page().print(LedgerPage(found.rows, only=only, full=full), end="")
    if not found:
        remark(f"{archive}: no position that this asks for")
    elif found.left_out > 0:
        remark(f"{found.left_out:,} more; --all shows them")


def _holders(situation: Situation, by: str | None) -> frozenset[str] | None:
    """Return the keys of those asked for; of a country, its code."""
    return frozenset(party.key for party in situation.find_parties(by) if party.key) if by else None


def _print_matters(matters: Found[Matter]) -> None:
    console = page()
    for matter in matters:
        days = " – ".join(dict.fromkeys(say_date(day) for day in (matter.first_day, matter.last_day) if day))
        text = Text(clean(matter.topic), style="bold").append(
            f"  {name_parties(matter.holders)} · {days}", style="not bold dim"
        )
        console.print(numbered(matter.entries, text))
    if matters.left_out > 0:
        remark(f"{matters.left_out:,} more; --all shows them")
