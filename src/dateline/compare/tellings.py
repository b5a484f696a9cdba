"""What one report tells of one event: its mentions put together, since a report joins its own (`same_as`) as it is read.

"The attacks" of the fifth paragraph carry the date, the place and the toll that the first gave them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dateline.compare.actor_keys import is_told
from dateline.compare.days import Days, read_days
from dateline.compare.mentions import EventMention, Party, Report, Site
from dateline.model import EventStatus, EventType

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Telling:
    """The mentions of one event in one report; `number` is that of the first, and values are those most of them give.

    `firm` tells whether the days can be built on: they stand beside an act, or the report tells it as news. What is
    spoken of as known has the day of the report, or that of something else in its sentence, where its own is not told.
    `lands` are the countries of the parties and the place, `told_lands` those of parties whose country is no guess.
    """

    number: int
    report: Report
    type: EventType
    modes: frozenset[str]
    is_done: bool
    is_denied: bool
    actors: frozenset[Party]
    recipients: frozenset[Party]
    days: Days | None
    place: Site | None
    killed: int | None
    injured: int | None
    arrested: int | None
    trigger: frozenset[str]
    near: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    introduced: bool
    firm: bool
    lands: frozenset[str]
    told_lands: frozenset[str]

    @property
    def day(self) -> date | None:
        """The one day on which it happened, None where that is not told or may well be another."""
        return self.days.first if self.days and self.days.is_one_day and self.firm else None

    @property
    def likely_day(self) -> date | None:
        """The day it happened; where that is not told, that of publication, if it is told as done and as news."""
        if self.days is not None and self.firm:
            return self.day
        return self.report.published if self.introduced and self.is_done else None

    @property
    def parties(self) -> frozenset[Party]:
        """Both sides together."""
        return self.actors | self.recipients


def gather_tellings(mentions: Iterable[EventMention]) -> list[Telling]:
    """Return what each report tells of each event, by the number of the first mention."""
    groups: dict[int, list[EventMention]] = {}
    for mention in mentions:
        groups.setdefault(mention.first, []).append(mention)
    return [_gather(number, sorted(group, key=lambda m: m.number)) for number, group in sorted(groups.items())]


def _gather(number: int, mentions: Sequence[EventMention]) -> Telling:
    first = mentions[0]
    statuses = {m.status for m in mentions}
    dated = [m.date for m in mentions if m.dated and m.date]
    value = _most(dated) or _most([m.date for m in mentions])
    parties = {party for m in mentions for party in (*m.actors, *m.recipients)}
    place = _most([m.place for m in mentions])
    return Telling(
        number=number,
        report=first.report,
        type=first.type,
        modes=frozenset(m.mode for m in mentions if m.mode),
        is_done=EventStatus.ACTUAL in statuses,
        is_denied=statuses == {EventStatus.NEGATED},
        actors=frozenset(p for m in mentions for p in m.actors),
        recipients=frozenset(p for m in mentions for p in m.recipients),
        days=read_days(value),
        place=place,
        killed=_most([m.killed for m in mentions]),
        injured=_most([m.injured for m in mentions]),
        arrested=_most([m.arrested for m in mentions]),
        trigger=frozenset().union(*(m.trigger for m in mentions)),
        near=frozenset().union(*(m.near for m in mentions)),
        words=frozenset().union(*(m.words for m in mentions)),
        names=frozenset().union(*(m.names for m in mentions)),
        introduced=any(m.introduced for m in mentions),
        firm=any(_is_firm(m) for m in mentions if m.date == value),
        lands=frozenset(c for c in (place and place.country, *(p.country for p in parties)) if c),
        told_lands=frozenset(p.country for p in parties if p.country and p.key and is_told(p.key)),
    )


def _is_firm(mention: EventMention) -> bool:
    """Tell whether the date is the act's own: what is known on the day of its report mostly happened before."""
    published = mention.report.published
    is_today = published is not None and mention.date == published.isoformat()
    return mention.introduced or (mention.dated and not is_today)


def _most(values: Iterable[Value | None]) -> Value | None:
    """Return the value given most often, the first such; None where none is given."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None
