"""Those known beforehand, as the reading of reports sees them: actors, their names, titles and nouns."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.knowledge.actors.offices import Officer
from dateline.model import ActorKind, Sector


class NameSort(StrEnum):
    """What a known name is to its actor."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"
    REGION = "region"
    GOVERNMENT = "government"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """Somebody known beforehand; `officer` is set for holders of offices, `part` for parts of states.

    `later` are the lower-cased nominals that may point back; `rules` the years in which a group governed.
    """

    id: str
    name: str
    kind: ActorKind
    sector: Sector | None = None
    country: str | None = None
    later: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    officer: Officer | None = None
    office: str | None = None
    part: str | None = None
    parent: str | None = None
    rules: tuple[tuple[str | None, str | None], ...] = ()

    def sector_on(self, day: date | None) -> Sector | None:
        """Return the sector on a day (today without one): that of a government in the years it ruled."""
        text = (day or date.today()).isoformat()
        for since, until in self.rules:
            if (since is None or since <= text) and (until is None or text <= until or text.startswith(until)):
                return Sector.GOV
        return self.sector


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of a known actor, and when it counts.

    `cased`: only in capitals and not at a sentence's start; `local`: only where the report gives the country
    or the full name; `headline`: only in titles; `quiet`: not among words in capitals. `meanings` are further
    things the name may mean.
    """

    actor: KnownActor
    sort: NameSort
    cased: bool = False
    local: bool = False
    headline: bool = False
    quiet: bool = False
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """A title as written, with the office it means, everywhere or in one country only; a weak one says little."""

    office: str | None
    sector: Sector | None
    kind: ActorKind
    only_in: str | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A generic noun for a sort of actor.

    `weak`: a better noun in the same phrase wins; `thing`: stands for those who use it; `peoples`: it names a
    people, whose `country` is what it says, none included; `beside`: it means this only as object or subject of these verbs.
    """

    id: str
    kind: ActorKind
    sector: Sector | None
    country: str | None = None
    weak: bool = False
    thing: bool = False
    peoples: bool = False
    beside: frozenset[str] = frozenset()
