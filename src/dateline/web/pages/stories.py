"""Story lines: events of many reports that belong together."""

from __future__ import annotations

from dateline.situation import Found, JoinedEvent, Story
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Order, Page, sort_list
from dateline.web.pages.event import whole_number
from dateline.web.tables import Table, table_of_events
from dateline.web.wording import say_names

ORDERS: tuple[Order[Story], ...] = (
    Order("reports", "most reports"),
    Order("newest", "newest first", lambda s: tuple(-int(part) for part in _day(s.last_day, "0001-01-01"))),
    Order("oldest", "oldest first", lambda s: _day(s.first_day, "9999-12-31")),
    Order("events", "most events", lambda s: -len(s.events)),
)
EVENT_ORDERS: tuple[Order[JoinedEvent], ...] = (Order("oldest", "oldest first"),)


def _day(value: str | None, unknown: str) -> tuple[str, ...]:
    """Return year, month and day of a date as far as it tells them."""
    return tuple(part for part in (value or unknown)[:10].split("-") if part.isdigit())


def build_stories(desk: Desk, ask: Ask) -> Page:
    """Return the stories of the scope, those of most reports first."""
    listed = sort_list(ask, ORDERS, lambda limit, offset: desk.situation.stories(limit=limit, offset=offset))
    columns = ("number", "title", "first_day", "last_day", "reports", "events", "parties", "countries")
    rows = [
        (
            s.number,
            s.title,
            s.first_day,
            s.last_day,
            s.reports,
            len(s.events),
            say_names(s.parties),
            " ".join(s.countries),
        )
        for s in listed.found
    ]
    return Page("Stories", "stories.html", {"listed": listed}, listed.found, Table(columns, rows), needs=("parts",))


def build_story(desk: Desk, ask: Ask) -> Page:
    """Return the story of an event, whose number keeps where stories are grouped anew; its events in order of days."""
    story = desk.whole.story_of(whole_number(ask.part("number")))

    def fetch(limit: int, offset: int) -> Found[JoinedEvent]:
        numbers = story.events[offset : offset + limit]
        return Found(tuple(desk.whole.event(number) for number in numbers), len(story.events), JoinedEvent)

    listed = sort_list(ask, EVENT_ORDERS, fetch)
    values = {"story": story, "listed": listed}
    data = {"story": story, "events": listed.found}
    return Page(story.title, "story.html", values, data, table_of_events(listed.found))
