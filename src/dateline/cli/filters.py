"""Options that narrow what is looked at, the same in every command that asks an archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

import dateline
from dateline.cli.options import read_day
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import remark
from dateline.model import EventStatus, EventType
from dateline.situation import Scope, Situation
from dateline.situation.findings.plain import as_plain
from dateline.situation.parties.meant import find_code

_TYPES = ", ".join(EventType)
_STATUSES = ", ".join(EventStatus)

AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=read_day,
        metavar="DATE",
        help="Answer from what had been reported by the end of this day.",
    ),
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="ACTOR", help="Who says or holds it: a name, or a country with all of it.")
]
TowardOption = Annotated[str | None, typer.Option("--toward", metavar="ACTOR", help="Towards whom.")]
AboutOption = Annotated[
    str | None,
    typer.Option("--about", metavar="WORDS", help="Words that must all stand in it; Syria finds Syrian too."),
]
ActorsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actor", metavar="ACTOR", help="Only where this actor takes part; may be given again, then any of them."
    ),
]
CountriesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--country", metavar="COUNTRY", help="Only where somebody of this country takes part; may be given again."
    ),
]
TypesOption = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help=f"Only events of this type, one of {_TYPES}; may be given again."),
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help=f"Only events told as this, one of {_STATUSES}; may be given again."
    ),
]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only what this publisher or agency tells; may be given again."),
]
PlacesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--place",
        metavar="PLACE",
        help="Only what happened at this place; may be given again.",
    ),
]
LimitOption = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="NUMBER", help="How many to show.")]


def open_situation(archive: Path, as_of: date | None = None) -> Situation:
    """Open an archive as of a day, joining first what has been read since; say so where some is not joined yet.

    An empty archive is said to be empty, and the command ends there.
    """
    with waiting(f"joining what is new in {archive}"):
        situation = dateline.open(archive)
    if not len(situation):
        situation.close()
        remark(f"{archive}: the archive is empty; `dateline read REPORTS --archive {archive}` fills it")
        raise typer.Exit
    if situation.behind:
        remark(f"{archive}: {situation.behind} reports are not joined yet, while another process is writing")
    return situation.at(as_of)


def make_scope(
    *,
    actors: Sequence[str] | None = None,
    countries: Sequence[str] | None = None,
    types: Sequence[str] | None = None,
    statuses: Sequence[str] | None = None,
    sources: Sequence[str] | None = None,
    places: Sequence[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Scope:
    """Return the scope that options ask for; types may be written small, countries by their names."""
    return Scope(
        actors=tuple(actors or ()),
        countries=tuple(_code(country) for country in countries or ()),
        types=tuple(type_.upper() for type_ in types or ()),
        statuses=tuple(status.lower() for status in statuses or ()),
        sources=tuple(sources or ()),
        places=tuple(places or ()),
        since=since,
        until=until,
    )


def _code(country: str) -> str:
    upper = country.upper()
    return find_code(country) or (upper if len(upper) == 3 else country)


def print_json(answers: Iterable[Any]) -> None:
    """Print one JSON object a line."""
    for answer in answers:
        sys.stdout.write(json.dumps(as_plain(answer), ensure_ascii=False) + "\n")
