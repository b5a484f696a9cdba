"""What a caption says: whose reports, limited to what, as of when, and what is not in the picture."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dateline.export.chosen.known import known_reports
from dateline.situation import Situation

_LIMITS = {
    "actors": "with {}",
    "countries": "with {}",
    "types": "only {}",
    "statuses": "only {}",
    "sources": "told by {}",
    "places": "at {}",
}


def say_scope(situation: Situation, left_out: Mapping[str, int] | None = None) -> str:
    """Return the caption: scope, day, archive, and what is left out with its numbers."""
    scope = situation.scope
    limits = [words.format(", ".join(getattr(scope, name))) for name, words in _LIMITS.items() if getattr(scope, name)]
    if scope.since or scope.until:
        limits.append(say_days(scope.since, scope.until))
    reports = known_reports(situation)
    newest = max((report.published for report in reports if report.published), default=None)
    as_of = f"as known on {say_day(situation.as_of)}" if situation.as_of else _newest(newest)
    parts = [
        f"Scope: {'; '.join(limits) or 'everything'}",
        f"{as_of}",
        f"{len(reports)} reports in {situation.path.name}",
    ]
    missing = [f"{what} ({number})" for what, number in (left_out or {}).items() if number]
    if missing:
        parts.append(f"not shown: {', '.join(missing)}")
    return ". ".join(part[:1].upper() + part[1:] for part in parts) + "."


def _newest(published: date | None) -> str:
    return f"as known now, newest report of {say_day(published)}" if published else "as known now"


def say_day(day: date) -> str:
    """Return a day as people write it.

    >>> say_day(date(2015, 11, 4))
    '4 Nov 2015'
    """
    return f"{day.day} {day:%b} {day.year}"


def say_days(first: date | None, last: date | None) -> str:
    """Return a stretch of days, open at either end.

    >>> say_days(date(2015, 11, 4), None)
    'from 4 Nov 2015'
    """
    if first and last:
        return say_day(first) if first == last else f"{say_day(first)} to {say_day(last)}"
    return f"from {say_day(first)}" if first else f"until {say_day(last)}" if last else "all days"
