"""Events counted by week, for charts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dateline.situation import Flow, JoinedEvent, Tie

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def monday_of(value: str | None) -> date | None:
    """Return the Monday of the week that a date lies in; None for one that is less exact than a week.

    >>> monday_of("2015-11-26"), monday_of("2015-W48"), monday_of("2015-11"), monday_of(None)
    (datetime.date(2015, 11, 23), datetime.date(2015, 11, 23), None, None)
    """
    first = (value or "").split("/")[0]
    if match := _DAY.match(first):
        day = date.fromisoformat(match[0])
        return day - timedelta(days=day.weekday())
    if match := _WEEK.fullmatch(first):
        return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return None


def count_weeks(events: Iterable[JoinedEvent]) -> list[dict[str, Any]]:
    """Return for each week with events how many were cooperation and how many conflict (PLOVER's quad classes)."""
    counts: Counter[tuple[date, str]] = Counter()
    for event in events:
        monday = monday_of(event.date)
        if monday:
            counts[monday, "conflict" if event.quad > 2 else "cooperation"] += 1
    return [{"week": week.isoformat(), "side": side, "events": n} for (week, side), n in sorted(counts.items())]


def weeks_of_tie(tie: Tie) -> list[dict[str, Any]]:
    """Return a tie week by week and direction by direction: cooperation above the line, conflict below it."""
    ways = (f"{tie.first.name} → {tie.second.name}", f"{tie.second.name} → {tie.first.name}")
    return [
        row
        for week in tie.weeks
        for flow, way in zip((week.forth, week.back), ways, strict=True)
        for row in _sides(week.monday, way, flow)
    ]


def _sides(monday: date, way: str, flow: Flow) -> list[dict[str, Any]]:
    shared = {"week": monday.isoformat(), "way": way}
    return [
        {**shared, "side": "cooperation", "events": flow.cooperation, "score": flow.cooperation_score},
        {**shared, "side": "conflict", "events": -flow.conflict, "score": flow.conflict_score},
    ]
