"""The days a picture shows: those of the reports and a fortnight around them, unless the scope says others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.export.chosen.known import known_reports
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
    days = [report.published for report in known_reports(situation) if report.published]
    first = scope.since or (min(days) - _AROUND if days else None)
    last = scope.until or (max(days) + _AROUND if days else None)
    return Window(first, last)
