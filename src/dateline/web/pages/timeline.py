"""The timeline: every event of the scope, day by day, and how much of each sort there was."""

from __future__ import annotations

from dateline.situation import Found, JoinedEvent
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import PER_PAGE, Page, leaf_of, offset_of
from dateline.web.tables import table_of_events
from dateline.web.weeks import MOST_DRAWN, count_weeks

SORTS = (("newest", "newest first"), ("oldest", "oldest first"), ("reports", "most told"), ("score", "gravest"))


def build_timeline(desk: Desk, ask: Ask) -> Page:
    """Return a page of the timeline; its twins hold the rows of that page."""
    sort = ask.choice("sort", [name for name, _ in SORTS], "newest")
    found = find_events(desk, ask, sort)
    values = {"found": found, "leaf": leaf_of(ask, found), "sort": sort, "sorts": SORTS, "most_sorted": MOST_DRAWN}
    return Page("Timeline", "timeline.html", values, found, table_of_events(found), needs=("charts", "parts"))


def find_events(desk: Desk, ask: Ask, sort: str) -> Found[JoinedEvent]:
    """Return the events of a page in some order; by other things than days only where there are not too many."""
    if sort in ("newest", "oldest"):
        return desk.situation.timeline(limit=PER_PAGE, offset=offset_of(ask), newest_first=sort == "newest")
    found = desk.situation.timeline(limit=MOST_DRAWN, newest_first=True)
    ranked = sorted(found, key=_RANKS[sort])
    start = offset_of(ask)
    return Found(tuple(ranked[start : start + PER_PAGE]), len(ranked), JoinedEvent)


_RANKS = {
    "reports": lambda e: (-e.corroboration.independent, -e.corroboration.reports),
    "score": lambda e: (e.score, -e.corroboration.reports),
}


def build_weeks(desk: Desk, ask: Ask) -> Page:
    """Return what the chart draws: events a week, cooperation and conflict apart."""
    found = desk.situation.timeline(limit=MOST_DRAWN, newest_first=True)
    data = {"weeks": count_weeks(found), "drawn": len(found), "total": found.total}
    return Page("Events a week", None, {}, data)
