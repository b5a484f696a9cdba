"""Today: what became known of late, as of a day: new, promised, doubted; who was busiest with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateline.situation import Change, ChangeKind, Found, Situation
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Page

SPANS = ("1", "3", "7", "30")
FEW = 8
MOST_CHANGES = 300


@dataclass(frozen=True, slots=True)
class Part:
    """Changes of one kind: the first few and how many there are."""

    title: str
    kind: str
    changes: tuple[Change, ...]
    total: int


def build_today(desk: Desk, ask: Ask) -> Page:
    """Return what became known in the days up to the one asked for, by default the last an archive has a report of."""
    day = ask.as_of or last_day(desk.whole)
    days = int(ask.choice("days", SPANS, "7"))
    if day is None:
        return Page("Today", "empty.html", {}, {"day": None})
    since = day - timedelta(days=days)
    within = desk.whole.at(day)
    recent = within.with_scope(since=since + timedelta(days=1), until=day)
    changes = within.changes(since, limit=MOST_CHANGES)
    promised = recent.ledger(kinds=("commitment",), limit=FEW, later=False)
    warned = recent.ledger(kinds=("warning", "refusal", "demand"), limit=FEW, later=False)
    events = recent.timeline(limit=FEW, newest_first=True)
    ties = recent.ties(limit=FEW)
    values = {
        "day": day, "days": str(days), "spans": SPANS, "since": since, "parts": group_changes(changes), "events": events,
        "promised": promised, "warned": warned, "ties": ties,
        "first": since + timedelta(days=1), "day_before": day - timedelta(days=1), "day_after": day + timedelta(days=1),
    }  # fmt: skip
    data = {
        "day": day, "since": since, "changes": list(changes), "events": list(events), "promised": list(promised),
        "demanded": list(warned), "ties": list(ties),
    }  # fmt: skip
    return Page("Today", "today.html", values, data)


def last_day(situation: Situation) -> date | None:
    """Return the day of the last report, as far as its events tell; None for an archive without any."""
    newest = situation.timeline(limit=1, newest_first=True)
    days = [event.first_known for event in newest if event.first_known]
    return max(days, default=None)


_TITLES = {
    ChangeKind.CONFIRMED: "Newly confirmed",
    ChangeKind.DOUBTED: "Newly doubted",
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.WITHDRAWN: "Withdrawn",
}


def group_changes(changes: Found[Change]) -> list[Part]:
    """Return changes by kind, what became doubtful first; what is only new stands in a list of its own."""
    order = (ChangeKind.DOUBTED, ChangeKind.CONFIRMED, ChangeKind.CORRECTED, ChangeKind.WITHDRAWN)
    parts = []
    for kind in order:
        found = [c for c in changes if c.kind == kind]
        parts.append(Part(_TITLES[kind], kind.value, tuple(found[:FEW]), len(found)))
    return parts
