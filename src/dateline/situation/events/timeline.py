"""The timeline: joined events within a scope, in order of their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.errors import BadQuestion
from dateline.situation.events.joined_event import JoinedEvent
from dateline.situation.events.joined_events import load_events
from dateline.situation.findings.found import Found
from dateline.situation.rows import count
from dateline.situation.views.paging import page_newest
from dateline.situation.views.view import View

_TOGETHER = 500
_FORWARD = " ORDER BY e.first_day, number LIMIT :limit OFFSET :offset"
_ALL = -1  # SQLite's word for no limit


def find_timeline(view: View, *, limit: int | None, offset: int, newest_first: bool) -> Found[JoinedEvent]:
    """Return a page of the timeline; events without a day come last."""
    limits = view.limits()
    query = choose_query(limits)
    if newest_first:
        rows = page_newest(view, query, "e.first_day", "number DESC", limit=limit, offset=offset, **limits)
    else:
        rows = view.ask(query, _FORWARD, **limits, limit=_ALL if limit is None else limit, offset=offset)
    events = load_events(view.ask, [row["number"] for row in rows], view.as_of)
    return Found(tuple(events), count(view.reader, query, **limits), JoinedEvent)


def iter_timeline(view: View) -> Iterator[JoinedEvent]:
    """Yield all events of a scope, some hundreds loaded at a time."""
    limits = view.limits()
    rows = view.ask(choose_query(limits), _FORWARD, **limits, limit=_ALL, offset=0)
    for start in range(0, len(rows), _TOGETHER):
        numbers = [row["number"] for row in rows[start : start + _TOGETHER]]
        yield from load_events(view.ask, numbers, view.as_of)


def choose_query(limits: Mapping[str, Any]) -> str:
    """Return the query that finds events quickest: by day, by the days of one actor, or by several actors."""
    parties = limits["parties"]
    if parties is None:
        return "timeline"
    return "timeline_of_one" if len(parties) == 1 else "timeline_of"


def find_event(view: View, number: int) -> JoinedEvent:
    """Return the joined event that a telling belongs to; raise BadQuestion where there is none that day."""
    rows = view.ask("joined_of", events=[number])
    events = load_events(view.ask, [row["joined"] for row in rows], view.as_of)
    for event in events:
        if any(telling.citation.number == number for telling in event.tellings):
            return event
    known = f" as of {view.as_of}" if view.as_of else ""
    raise BadQuestion(f"{view.reader.path}: no event has a telling of number {number}{known}")
