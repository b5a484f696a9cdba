"""One telling of an event, with all by which it is compared with the tellings of other reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.compare.actor_keys import ActorKey, identify_actor
from dateline.compare.wording import is_beside, read_wording
from dateline.model import (
    Actor,
    ActorId,
    Event,
    EventId,
    EventStatus,
    EventType,
    Place,
    PlaceId,
    PlaceKind,
    Record,
    Time,
    TimeType,
)


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts or has it done to them: the key that tells them from others, and their country, where known."""

    key: str | None = None
    country: str | None = None


POINTS = frozenset({PlaceKind.CITY, PlaceKind.BUILDING, PlaceKind.BORDER})
"""Kinds of places at which little happens besides."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where it happened: the name as resolved, ISO 3166 alpha-3 country, WGS 84 degrees."""

    name: str
    kind: PlaceKind
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_point(self) -> bool:
        """Whether it is a town or something smaller."""
        return self.kind in POINTS


@dataclass(frozen=True, slots=True)
class Report:
    """The report a mention stands in, by the archive's numbers.

    `number` is that of the document version, `document` that of the address (versions of one report share it),
    `family` that of its copies (the number of one report of the family; its own where it has no copies).
    """

    number: int
    document: int
    family: int
    publisher: str | None = None
    agency: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of an event.

    `number` is the archive's; `first` is that of the first telling of the same event in the same report. `date` is
    an ISO date, a prefix, a week (2015-W48) or a range; `source` the key of whoever's word it is told on, "?" where
    that is somebody unknown, None where the report tells it in its own voice. `trigger` holds the stems of the
    words that name the act, `near` those of the words around it, `words` those of its sentence, and `names` those of
    its capitalised words; `introduced` says whether it tells the act as news (`read_wording` gives all five).
    `dated` says whether the date stands beside the act, where there is one, and is not the day of the report or one
    told further off.
    """

    number: int
    first: int
    report: Report
    type: EventType
    mode: str | None
    status: EventStatus
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: str | None = None
    place: Site | None = None
    killed: int | None = None
    injured: int | None = None
    arrested: int | None = None
    source: str | None = None
    trigger: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    introduced: bool = True
    dated: bool = True


UNKNOWN_SOURCE = "?"


def iter_mentions(record: Record, report: Report, numbers: Mapping[EventId, int]) -> Iterator[EventMention]:
    """Yield the events of a record as mentions; `numbers` gives each event its number in the archive.

    Two mentions whose events the record itself joins (`same_as`) share `first`.
    """
    keys = {actor.id: identify_actor(actor) for actor in record.actors}
    actors = {actor.id: actor for actor in record.actors}
    places = {place.id: place for place in record.places}
    for event in record.events:
        mention = _make_mention(event, report, numbers, (actors, keys, places), record.document.text)
        yield (
            mention
            if event.date is None
            else replace(mention, dated=_is_dated(event, record.times, record.document.text))
        )


_Context = tuple[Mapping[ActorId, Actor], Mapping[ActorId, ActorKey | None], Mapping[PlaceId, Place]]


def _make_mention(
    event: Event, report: Report, numbers: Mapping[EventId, int], context: _Context, text: str
) -> EventMention:
    actors, keys, places = context

    def party(actor_id: ActorId) -> Party:
        key = keys[actor_id]
        return Party(key.key if key else None, actors[actor_id].country)

    source = None
    if event.source is not None:
        source = party(event.source).key or UNKNOWN_SOURCE
    begin = event.evidence.start
    wording = read_wording(event.evidence.of(text), event.trigger.start - begin, event.trigger.end - begin)
    place = places[event.place] if event.place is not None else None
    return EventMention(
        number=numbers[event.id],
        first=numbers[event.same_as],
        report=report,
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=tuple(party(a) for a in event.actors),
        recipients=tuple(party(a) for a in event.recipients),
        date=event.date,
        place=Site(place.name, place.kind, place.country, place.latitude, place.longitude) if place else None,
        killed=event.killed,
        injured=event.injured,
        arrested=event.arrested,
        source=source,
        **wording._asdict(),
    )


def _is_dated(event: Event, times: Iterable[Time], text: str) -> bool:
    """Tell whether the day of an event stands beside its act: a time that says it, in the sentence and near."""
    return any(
        (_says_day(time, event) or _counts_days(time, text))
        and event.evidence.start <= time.start
        and time.end <= event.evidence.end
        and is_beside(time.start, time.end, event.trigger.start, event.trigger.end)
        for time in times
    )


def _says_day(time: Time, event: Event) -> bool:
    return event.date is not None and time.value.startswith(event.date)


def _counts_days(time: Time, text: str) -> bool:
    """Tell whether a time counts from an act or to it: "four days after"."""
    return time.type is TimeType.DURATION and text[time.end :].lstrip().startswith(("after ", "before "))


def put_in_family(mention: EventMention, family: int) -> EventMention:
    """Return the mention with its report among the copies of `family`."""
    return replace(mention, report=replace(mention.report, family=family))
