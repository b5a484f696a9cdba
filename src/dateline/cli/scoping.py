"""Options that limit what is looked at, and the situation they ask for; shared by all commands over a whole archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.options import as_day
from dateline.errors import BadQuestion
from dateline.model import EventStatus, EventType
from dateline.situation import Scope, Situation

ActorsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        help="Only with this actor on either side: a name, or a country's code; again for more.",
    ),
]
TypesOption = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Only events of this PLOVER type; again for more.")
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help=f"Only {', '.join(EventStatus)} events; again for more."),
]
SourcesOption = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only what this publisher or agency tells; again for more."),
]
PlacesOption = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help="Only at this place, or in this country; again for more."),
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="As it was known on this day; all there is without."
    ),
]


@dataclass(frozen=True, slots=True)
class Limits:
    """What the options of a command ask for."""

    actors: list[str] | None = None
    types: list[str] | None = None
    statuses: list[str] | None = None
    sources: list[str] | None = None
    places: list[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    as_of: datetime | None = None


def open_situation(archive: Path, limits: Limits) -> Situation:
    """Open an archive within limits; raise BadQuestion with the nearest names for a type or status there is not."""
    scope = Scope(
        actors=tuple(limits.actors or ()),
        types=tuple(_meant(kind.upper(), "type of event", list(EventType)) for kind in limits.types or ()),
        statuses=tuple(_meant(status.lower(), "status", list(EventStatus)) for status in limits.statuses or ()),
        sources=tuple(limits.sources or ()),
        places=tuple(limits.places or ()),
        since=as_day(limits.since),
        until=as_day(limits.until),
    )
    return dateline.open(archive).with_scope(scope).at(as_day(limits.as_of))


def _meant(given: str, what: str, allowed: list[str]) -> str:
    if given in allowed:
        return str(given)
    nearest = get_close_matches(given, allowed, n=2, cutoff=0.5)
    hint = f"nearest: {', '.join(nearest)}" if nearest else f"allowed: {', '.join(allowed)}"
    raise BadQuestion(f"{given!r} is no {what}; {hint}")
