"""Today: what became known of late, as of a day: new, promised, doubted; who was busiest with whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.archive.asking.reports import ReportQuestion, find_reports
from dateline.situation import Change, ChangeKind, Found, JoinedEvent, Situation
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Page
from dateline.web.pages.reports import find_openings

SPANS = ("1", "3", "7", "30")
FEW = 8
FEW_STANDS = 5
A_REPORT = 2
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
    day = ask.as_of or last_day(desk)
    days = int(ask.choice("days", SPANS, "7"))
    if day is None:
        return Page("Today", "empty.html", {}, {"day": None})
    since = day - timedelta(days=days)
    within = desk.whole.at(day)
    recent = within.with_scope(since=since + timedelta(days=1), until=day)
    changes = within.changes(since, limit=MOST_CHANGES)
    ties = recent.ties(limit=FEW)
    asked = ReportQuestion(as_of=day, since=since + timedelta(days=1), until=day)
    reports, reports_total = find_reports(desk.reader, asked, limit=FEW)
    values = {
        "day": day, "days": str(days), "spans": SPANS, "since": since, "parts": group_changes(changes), "ties": ties,
        "reports": reports, "reports_total": reports_total, "openings": find_openings(desk, reports),
        "nearest": None if reports else find_nearest(desk, day),
        "news": load_news(within, changes), "news_total": sum(is_news(c) for c in changes),
        "known": recent.timeline(limit=1).total,
        "promised": recent.ledger(kinds=("commitment",), limit=FEW_STANDS, later=False),
        "stands": recent.ledger(kinds=("demand", "refusal", "warning"), limit=FEW_STANDS, later=False),
        "first": since + timedelta(days=1), "day_before": day - timedelta(days=1), "day_after": day + timedelta(days=1),
    }  # fmt: skip
    shown = ("day", "since", "news", "promised", "stands", "ties", "reports")
    return Page("Today", "today.html", values, {**{name: values[name] for name in shown}, "changes": changes})


def last_day(desk: Desk) -> date | None:
    """Return the day of the archive's last report; None where no report has a day."""
    rows, _ = find_reports(desk.reader, ReportQuestion(), limit=1)
    return date.fromisoformat(rows[0].published[:10]) if rows and rows[0].published else None


def find_nearest(desk: Desk, day: date) -> date | None:
    """Return the day of the last report up to a day or, where there is none, of the first one after it."""
    rows, _ = find_reports(desk.reader, ReportQuestion(as_of=day, until=day), limit=1)
    if not rows:
        after = ReportQuestion(since=day)
        _, total = find_reports(desk.reader, after, limit=1)
        rows, _ = find_reports(desk.reader, after, limit=1, offset=max(0, total - 1))
    return date.fromisoformat(rows[0].published[:10]) if rows and rows[0].published else None


def is_news(change: Change) -> bool:
    """Tell whether a change is an event that nobody told before."""
    return change.kind == ChangeKind.NEW and change.layer == "event" and change.number is not None


def load_news(situation: Situation, changes: Found[Change]) -> list[JoinedEvent]:
    """Return the new events that most reports tell, of equals the latest; of those one report tells alone, two."""
    news = sorted(filter(is_news, changes), key=lambda c: (-len({x.document for x in c.citations}), -c.day.toordinal()))
    alone: Counter[str] = Counter()
    chosen = []
    for change in news:
        reports = {citation.document for citation in change.citations}
        alone.update(reports if len(reports) == 1 else ())
        if len(reports) > 1 or all(alone[report] <= A_REPORT for report in reports):
            chosen.append(change.number)
    return [situation.event(number) for number in chosen[:FEW] if number is not None]


_TITLES = {
    ChangeKind.CONFIRMED: "Newly confirmed",
    ChangeKind.DOUBTED: "Newly doubted",
    ChangeKind.CORRECTED: "Corrected",
    ChangeKind.WITHDRAWN: "Withdrawn",
}


def group_changes(changes: Found[Change]) -> list[Part]:
    """Return changes by kind, what became doubtful first, always; what is only new stands in a list of its own."""
    order = (ChangeKind.DOUBTED, ChangeKind.CONFIRMED, ChangeKind.CORRECTED, ChangeKind.WITHDRAWN)
    parts = []
    for kind in order:
        found = [c for c in changes if c.kind == kind]
        if found or kind == ChangeKind.DOUBTED:
            parts.append(Part(_TITLES[kind], kind.value, tuple(found[:FEW]), len(found)))
    return parts
