"""`dateline stories`: reports that follow one matter."""

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
    TypesOption,
    make_scope,
    open_situation,
    print_json,
)
from dateline.cli.lines.answers import describe_event, name_parties, say_citation
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, SinceOption, UntilOption, examples
from dateline.cli.pages.layout import numbered
from dateline.cli.terminal import clean, page, remark
from dateline.model.wording import say_date, say_weekday
from dateline.situation import Situation, Story

_EXAMPLES = examples(
    "dateline stories --archive crisis.db",
    "dateline stories 1 --archive crisis.db",
    "dateline stories --event 1 --archive crisis.db",
    "dateline stories --actor Turkey --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stories", epilog=_EXAMPLES)(stories)


def stories(
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", help="A story, to be told event by event.", min=1),
    ] = None,
    event: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="Tell the story that this event belongs to.", min=1)
    ] = None,
    actor: ActorsOption = None,
    country: CountriesOption = None,
    type_: TypesOption = None,
    place: PlacesOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print the stories of an archive, those of most reports first, or one story event by event.

    A story is made of reports that speak of the same actors, places and events and follow each other within days.
    """
    scope = make_scope(actors=actor, countries=country, types=type_, places=place, since=since, until=until)
    with open_situation(archive, as_of) as opened:
        situation = opened.with_scope(scope)
        story = _find_one(situation, number, event)
        if story is not None:
            print_json([story]) if json else _print_one(situation, story)
            return
        found = situation.stories(limit=limit)
    if json:
        print_json(found)
        return
    console = page()
    for story in found:
        console.print(numbered(story.number, _say(story)))
    if found.left_out > 0:
        remark(f"{found.left_out:,} more; --limit shows them")


def _find_one(situation: Situation, number: int | None, event: int | None) -> Story | None:
    if number is not None:
        return situation.story(number)
    return situation.story_of(event) if event is not None else None


def _say(story: Story) -> Text:
    reports = "1 report" if story.reports == 1 else f"{story.reports:,} reports"
    days = " – ".join(dict.fromkeys(say_date(day) for day in (story.first_day, story.last_day) if day)) or "no date"
    text = Text(clean(story.title), style="bold")
    text.append(f"\n{reports}, {len(story.events):,} events · {days}", style="not bold dim")
    return text.append(f"\n{name_parties(story.parties)}", style="not bold dim") if story.parties else text


def _print_one(situation: Situation, story: Story) -> None:
    console = page()
    console.print(_say(story))
    for number in story.events:
        event = situation.event(number)
        console.print(Text(f"  {say_weekday(event.date)}", style="green"))
        console.print(numbered(event.number, describe_event(event)))
    for citation in story.citations[:1]:
        console.print(Text(f"first told by {say_citation(citation)}", style="dim"))
