"""Stories: events of many reports that belong together."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.parties import Party


@dataclass(frozen=True, slots=True)
class Story:
    """A story line: `number` is that of its first event; days are those of its events; `title` names it by what most
    of its reports have in common; `events` are the numbers of its joined events in order of days."""

    number: int
    title: str
    first_day: str | None
    last_day: str | None
    reports: int
    parties: tuple[Party, ...]
    countries: tuple[str, ...]
    events: tuple[int, ...]
