"""`dateline who`: a page on an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from dateline.cli.filters import AsOfOption, LimitOption, make_scope, open_situation, print_json
from dateline.cli.lines.answers import describe_event, name_parties, say_saying
from dateline.cli.lines.ties import say_tie
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, SinceOption, UntilOption, examples
from dateline.cli.pages.layout import indented, labelled, numbered
from dateline.cli.pages.ledger import say_entry
from dateline.cli.terminal import clean, page, remark
from dateline.model.wording import say_weekday
from dateline.situation import Profile

_EXAMPLES = examples(
    'dateline who "France" --archive crisis.db', "dateline who Putin --as-of 2015-11-25 --archive crisis.db"
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("who", epilog=_EXAMPLES)(who)


def who(
    name: Annotated[str, typer.Argument(metavar="ACTOR", help="A name, or a country with all who act for it.")],
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 6,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print a page on an actor: with whom it has ties, what it did, said, wants, promises and refuses.

    A country stands for all who act for it. Of each part the newest are shown.
    """
    with open_situation(archive, as_of) as situation:
        profile = situation.with_scope(make_scope(since=since, until=until)).profile(name, limit=limit)
    if json:
        print_json([profile])
        return
    if not (profile.ties or profile.events_total or profile.statements_total or profile.positions_total):
        remark(f"nothing found of {clean(profile.party.name)}; it is only named, or not within these days")
        return
    console = page()
    for part in _render(profile):
        console.print(part)


def _render(profile: Profile) -> Iterator[RenderableType]:
    party = profile.party
    yield Text(clean(party.name), style="bold underline")
    yield labelled("kind", party.kind.replace("_", " "))
    if party.country and party.country != party.key:
        yield labelled("country", party.country)
    if profile.offices:
        yield labelled("offices", ", ".join(clean(office) for office in profile.offices))
    if len(profile.members) > 1:
        yield labelled("acting", name_parties(profile.members))
    yield from _part("Ties", [indented(say_tie(tie, party)) for tie in profile.ties], len(profile.ties))
    events = [
        numbered(e.number, Text(f"{say_weekday(e.date)}: ").append_text(describe_event(e))) for e in profile.events
    ]
    yield from _part("Events, the latest first", events, profile.events_total)
    sayings = [numbered(said.number, say_saying(said)) for said in profile.statements]
    yield from _part("Statements, the latest first", sayings, profile.statements_total)
    entries = [numbered(entry.number, say_entry(entry)) for entry in profile.positions]
    yield from _part("Positions, the latest first", entries, profile.positions_total)


def _part(title: str, lines: Sequence[RenderableType], total: int) -> Iterator[RenderableType]:
    yield Text()
    yield Text(title, style="bold")
    yield from lines or [indented(Text("nothing found", style="dim"))]
    if total > len(lines):
        yield indented(Text(f"… {total - len(lines):,} more; --limit shows them", style="dim"))
