"""Where reports of one event differ: the toll, whether it happened, when, where; who says which, and since when.

A figure that its own source took back is a correction, not a disagreement: a later version of the same report, or a
later report of the same agency, publisher or speaker, takes the place of what it said before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dateline.compare.days import read_days
from dateline.compare.likeness import NEAR_KM, measure_distance
from dateline.compare.mentions import EventMention, Site
from dateline.model import EventStatus, PlaceKind


class Field(StrEnum):
    """What reports of one event can differ in."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    STATUS = "status"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of a value: by which mention of which report, on whose word, and since when.

    `voice` is who stands for it: `word:KEY` where somebody is quoted, else `agency:NAME`, `publisher:NAME` or
    `report:NUMBER`. `taken_back` is the number of the mention in which the same voice later says another value.
    """

    mention: int
    report: int
    voice: str
    published: date | None
    taken_back: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One value with all who tell it, the earliest first."""

    value: int | str
    claims: tuple[Claim, ...]

    @property
    def since(self) -> date | None:
        """The day it was first told, None where no report of it has a day."""
        return min((claim.published for claim in self.claims if claim.published), default=None)

    @property
    def is_held(self) -> bool:
        """Whether anybody still says so."""
        return any(claim.taken_back is None for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two or more values of one field of one event, in the order they were first told."""

    field: Field
    versions: tuple[Version, ...]

    @property
    def is_open(self) -> bool:
        """Whether more than one value is still held: False where all others were taken back."""
        return sum(version.is_held for version in self.versions) > 1


def find_disagreements(mentions: Iterable[EventMention]) -> list[Disagreement]:
    """Return in what the mentions of one event differ, field by field."""
    ordered = sorted(mentions, key=lambda m: (m.report.published or date.min, m.report.number, m.number))
    found = []
    for field, read in _READERS.items():
        told = [(value, mention) for mention in ordered if (value := read(mention)) is not None]
        versions = _gather(told)
        if len(versions) > 1 and _differs(field, [mention for _, mention in told]):
            found.append(Disagreement(field, versions))
    return found


def _gather(told: Sequence[tuple[int | str, EventMention]]) -> tuple[Version, ...]:
    claims: dict[int | str, list[Claim]] = {}
    for index, (value, mention) in enumerate(told):
        later = (m.number for other, m in told[index + 1 :] if other != value and _takes_back(m, mention))
        voice = name_voice(mention)
        claim = Claim(mention.number, mention.report.number, voice, mention.report.published, next(later, None))
        claims.setdefault(value, []).append(claim)
    return tuple(Version(value, tuple(found)) for value, found in claims.items())


def name_voice(mention: EventMention) -> str:
    """Return who stands for what a mention tells: the one it quotes, else the agency, the publisher or the report."""
    report = mention.report
    if mention.source:
        return f"word:{mention.source}"
    if report.agency:
        return f"agency:{report.agency}"
    return f"publisher:{report.publisher}" if report.publisher else f"report:{report.document}"


def _takes_back(later: EventMention, earlier: EventMention) -> bool:
    """Tell whether a mention takes the place of an earlier one: a new version of its report, or the same voice later."""
    if later.report.number == earlier.report.number:
        return False
    if later.report.document == earlier.report.document:
        return True
    if later.source == "?" or name_voice(later) != name_voice(earlier):
        return False
    before, after = earlier.report.published, later.report.published
    return before is not None and after is not None and before < after


def _read_status(mention: EventMention) -> str | None:
    if mention.status in (EventStatus.ACTUAL, EventStatus.NEGATED):
        return mention.status.value
    return None


def _read_day(mention: EventMention) -> str | None:
    days = read_days(mention.date)
    return days.first.isoformat() if days and days.is_one_day else None


def _read_place(mention: EventMention) -> str | None:
    return mention.place.name if mention.place else None


_READERS: dict[Field, Callable[[EventMention], int | str | None]] = {
    Field.KILLED: lambda mention: mention.killed,
    Field.INJURED: lambda mention: mention.injured,
    Field.ARRESTED: lambda mention: mention.arrested,
    Field.STATUS: _read_status,
    Field.DATE: _read_day,
    Field.PLACE: _read_place,
}


def _differs(field: Field, mentions: Sequence[EventMention]) -> bool:
    """Tell whether different values contradict each other; a city does not contradict its country."""
    if field is not Field.PLACE:
        return True
    sites = [m.place for m in mentions if m.place]
    return any(_are_apart(one, other) for one, other in _iter_pairs(sites))


def _iter_pairs(sites: Sequence[Site]) -> Iterator[tuple[Site, Site]]:
    for index, one in enumerate(sites):
        for other in sites[index + 1 :]:
            yield one, other


def _are_apart(one: Site, other: Site) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    points = (PlaceKind.CITY, PlaceKind.BUILDING)
    distance = measure_distance(one, other)
    return one.kind in points and other.kind in points and distance is not None and distance > NEAR_KM
