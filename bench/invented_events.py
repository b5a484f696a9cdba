"""Invented reports of invented events, as many as asked: what joining is timed on.

Every day has its events, most of them between the pairs of states that are always in the news; each is told by one to
eight reports within three days, with some of its facts left out and some words of their own. Days are as full in a large
set as in a small one, or, where `days` is fixed, ten times as full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateline.compare.mentions import EventMention, Party, Report, Site
from dateline.model import EventStatus, EventType, PlaceKind

_STATES = [f"{a}{b}{c}" for a in "ABCDE" for b in "KLMN" for c in "XYZ"]
_FIRST_DAY = date(2001, 1, 1)
_EVENTS_A_DAY = 8
_VOCABULARY = 20_000


@dataclass(frozen=True)
class _Happening:
    """An invented event: what all who tell it can tell."""

    type: EventType
    actor: Party
    recipient: Party
    day: date
    site: Site
    killed: int | None
    words: tuple[str, ...]


def invent_mentions(reports: int, *, days: int | None = None, seed: int = 1) -> list[EventMention]:
    """Return the mentions of some `reports`, three a report, spread over as many days as their number asks for."""
    return list(_iter_mentions(reports, days or max(1, reports * 3 // (_EVENTS_A_DAY * 4)), Random(seed)))


def _iter_mentions(reports: int, days: int, chance: Random) -> Iterator[EventMention]:
    events_a_day = max(1, reports * 3 // (days * 4))
    happened = [[_invent(day, chance) for _ in range(events_a_day)] for day in range(days)]
    number = 0
    for index in range(reports):
        day = index * days // reports
        report = Report(index + 1, index + 1, index + 1, f"Paper {index % 40}", None, _FIRST_DAY + timedelta(days=day))
        for event in chance.sample(_recent(happened, day), k=min(3, events_a_day)):
            number += 1
            yield _tell(event, number, report, chance)


def _recent(happened: list[list[_Happening]], day: int) -> list[_Happening]:
    return [event for earlier in happened[max(0, day - 2) : day + 1] for event in earlier]


def _invent(day: int, chance: Random) -> _Happening:
    actor, recipient = (chance.choice(_STATES[: 12 if chance.random() < 0.7 else None]) for _ in "ab")
    kind = chance.choice([*EventType, *([EventType.ASSAULT, EventType.CONSULT] * 6)])
    town = chance.randrange(40)
    site = Site(f"{recipient} {town}", PlaceKind.CITY, recipient, town + 0.5, town / 2)
    words = tuple(f"w{int(chance.paretovariate(0.7)) % _VOCABULARY}" for _ in range(14))
    killed = chance.randint(1, 60) if kind is EventType.ASSAULT and chance.random() < 0.5 else None
    return _Happening(
        kind, Party(actor, actor), Party(recipient, recipient), _FIRST_DAY + timedelta(days=day), site, killed, words
    )


def _tell(event: _Happening, number: int, report: Report, chance: Random) -> EventMention:
    def told(share: float) -> bool:
        return chance.random() < share

    words = {w for w in event.words if told(0.7)} | {
        f"w{int(chance.paretovariate(0.7)) % _VOCABULARY}" for _ in range(6)
    }
    return EventMention(
        number=number,
        first=number,
        report=report,
        type=event.type,
        mode=None,
        status=EventStatus.ACTUAL,
        actors=(event.actor,) if told(0.8) else (),
        recipients=(event.recipient,) if told(0.8) else (),
        date=event.day.isoformat() if told(0.7) else None,
        place=event.site if told(0.5) else None,
        killed=event.killed if told(0.7) else None,
        trigger=frozenset(event.words[:1]),
        near=frozenset(sorted(words)[:8]),
        words=frozenset(words),
        names=frozenset(w for w in words if w.endswith("7")),
        introduced=told(0.6),
    )
