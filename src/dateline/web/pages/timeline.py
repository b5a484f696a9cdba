"""The timeline: every event of the scope, day by day, and how much of each sort there was."""

from __future__ import annotations

from dateline.situation import JoinedEvent
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import MOST_DRAWN, Order, Page, sort_list
from dateline.web.tables import table_of_events
from dateline.web.weeks import count_weeks

ORDERS: tuple[Order[JoinedEvent], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first"),
    Order("reports", "most told", lambda e: (-e.corroboration.independent, -e.corroboration.reports)),
    Order("score", "gravest", lambda e: (e.score, -e.corroboration.reports)),
)


def build_timeline(desk: Desk, ask: Ask) -> Page:
    """Return a page of the timeline; its twins hold the rows of that page."""
    newest_first = ask.one("sort") != "oldest"
    listed = sort_list(
        ask,
        ORDERS,
        lambda limit, offset: desk.situation.timeline(limit=limit, offset=offset, newest_first=newest_first),
    )
    values = {"listed": listed, "most_drawn": MOST_DRAWN, "by_days": listed.sort in ("newest", "oldest")}
    needs = ("charts", "parts")
    return Page("Timeline", "timeline.html", values, listed.found, table_of_events(listed.found), needs)


def build_weeks(desk: Desk, ask: Ask) -> Page:
    """Return what the chart draws: events a week, cooperation and conflict apart."""
    found = desk.situation.timeline(limit=MOST_DRAWN, newest_first=True)
    data = {"weeks": count_weeks(found), "drawn": len(found), "total": found.total}
    return Page("Events a week", None, {}, data)
