"""What a situation looks at: actors, countries, types, statuses, sources, places and days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from dateline.errors import BadQuestion
from dateline.model import EventStatus, EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Limits of what is looked at; an empty tuple or None asks for no limit, and all limits hold together.

    `actors` are names, in any of their forms, or codes of countries: one of them must take part, on either side.
    `countries` are ISO 3166 alpha-3 codes of either side. `sources` are publishers or agencies. `places` are names of
    places or codes of countries. `since` and `until` bound the day of an event, the day something was said, and the
    day a position was reported; both are included. Raises BadQuestion for days that end before they begin and for
    types, statuses or codes that there are not.
    """

    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        check_days(self.since, self.until)
        _check("type of event", self.types, tuple(EventType))
        _check("status", self.statuses, tuple(EventStatus))
        for code in self.countries:
            if len(code) != 3 or not code.isalpha() or not code.isupper():
                raise BadQuestion(f"{code!r} is no country's code; three capital letters are asked for: FRA, RUS")


def check_days(since: date | None, until: date | None) -> None:
    """Raise BadQuestion where days end before they begin."""
    if since and until and until < since:
        raise BadQuestion(f"the days asked for end ({until}) before they begin ({since})")


def _check(what: str, given: tuple[str, ...], allowed: tuple[str, ...]) -> None:
    for value in given:
        if value not in allowed:
            nearest = get_close_matches(value, allowed, n=2, cutoff=0.6)
            hint = f"nearest: {', '.join(nearest)}" if nearest else f"allowed: {', '.join(allowed)}"
            raise BadQuestion(f"{value!r} is no {what}; {hint}")
