"""Invented mentions, with as little said as a test needs."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from dateline.compare.mentions import EventMention, Party, Report, Site
from dateline.compare.wording import read_wording
from dateline.model import EventStatus, EventType, PlaceKind

_NUMBERS = count(1)


def report(number: int, published: str | None = "2021-03-02", **known: Any) -> Report:
    """A report of that number; its own document and family where nothing else is said."""
    day = date.fromisoformat(published) if published else None
    return Report(**{"number": number, "document": number, "family": number, "published": day, **known})


def mention(sentence: str, of: Report, *, act: str, number: int | None = None, **told: Any) -> EventMention:
    """A mention of the act that `act` names in the sentence; `actors` and `recipients` are keys with their country."""
    number = number or next(_NUMBERS)
    start = sentence.index(act)
    wording = read_wording(sentence, start, start + len(act))
    told["actors"] = tuple(parties(*told.get("actors", ())))
    told["recipients"] = tuple(parties(*told.get("recipients", ())))
    values = {
        "first": number,
        "type": EventType.ASSAULT,
        "mode": None,
        "status": EventStatus.ACTUAL,
        **wording._asdict(),
    }
    return EventMention(**{"number": number, "report": of, **values, **told})


def parties(*keys: str) -> list[Party]:
    """Parties of the keys, of the country each begins or ends with."""
    return [Party(key, (key.rpartition("/")[2] if "/" in key else key[:3])) for key in keys]


def city(name: str, country: str, latitude: float, longitude: float) -> Site:
    return Site(name, PlaceKind.CITY, country, latitude, longitude)
