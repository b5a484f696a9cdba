"""The days a picture shows: those of the reports and a fortnight around them, unless the scope says others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.situation import Situation

_AROUND = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that are shown, None where there is no end."""

    first: date | None
    last: date | None

    def shows(self, first: date, last: date) -> bool:
        """Tell whether any of these days is shown."""
        return (self.last is None or first <= self.last) and (self.first is None or last >= self.first)


def window_of(situation: Situation) -> Window:
    """Return the days of a situation's pictures: what reports tell as background from long ago would press the rest together."""
    scope = situation.scope
    ((oldest, newest),) = situation.query("SELECT min(published), max(published) FROM current_version").rows
    first = scope.since or (date.fromisoformat(oldest) - _AROUND if oldest else None)
    last = scope.until or (date.fromisoformat(newest) + _AROUND if newest else None)
    return Window(first, last)
