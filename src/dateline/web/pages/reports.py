"""Lists of reports: all of them, and those that repeat one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.archive import Family, Member
from dateline.archive.asking.reports import ReportQuestion, ReportRow, find_reports
from dateline.model import DocumentId
from dateline.situation import Found
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import Order, Page, sort_list
from dateline.web.tables import Table

_OPENING = 200  # characters; a page shows fewer
REPORT_ORDERS: tuple[Order[ReportRow], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first", lambda r: (r.published or "9999", r.publisher or r.agency or "")),
    Order("publisher", "by publisher", lambda r: ((r.publisher or r.agency or "~").lower(), r.published or "9999")),
    Order("events", "most events", lambda r: -r.events),
)
FAMILY_ORDERS: tuple[Order[Family], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first", lambda f: f.origin.published or "9999"),
    Order("copies", "most copies", lambda f: -len(f.copies)),
)


def build_reports(desk: Desk, ask: Ask) -> Page:
    """Return the reports of the archive, newest first, each in the version that stands."""
    question = ReportQuestion(
        as_of=ask.as_of,
        source=ask.one("source"),
        since=ask.day("since"),
        until=ask.day("until"),
        words=ask.one("about"),
    )

    def fetch(limit: int, offset: int) -> Found[ReportRow]:
        rows, total = find_reports(desk.reader, question, limit=limit, offset=offset)
        return Found(tuple(rows), total, ReportRow)

    listed = sort_list(ask, REPORT_ORDERS, fetch)
    values = {"listed": listed, "openings": find_openings(desk, listed.found)}
    return Page("Reports", "reports.html", values, listed.found, _table_of_reports(listed.found), needs=("parts",))


def find_openings(desk: Desk, rows: Iterable[ReportRow]) -> dict[DocumentId, str]:
    """Return how those of some reports begin that have no title."""
    return {row.document: desk.reader.record(row.document).document.text[:_OPENING] for row in rows if not row.title}


def _table_of_reports(rows: Sequence[ReportRow]) -> Table:
    columns = (
        "document", "published", "modified", "publisher", "agency", "title", "url", "source", "versions", "events",
        "statements", "positions", "copy_of", "withdrawn",
    )  # fmt: skip
    found = [
        (
            r.document, r.published, r.modified, r.publisher, r.agency, r.title, r.url, r.source, r.versions, r.events,
            r.statements, r.positions, r.copy_of, int(r.withdrawn),
        )
        for r in rows
    ]  # fmt: skip
    return Table(columns, found)


def build_copies(desk: Desk, ask: Ask) -> Page:
    """Return families of reports that repeat one another: the origin, and what was changed in each copy."""
    families = list(desk.reader.families(publisher=ask.one("source")))
    if ask.as_of:
        families = [f for f in families if f.origin.published and f.origin.published <= ask.as_of.isoformat()]

    def fetch(limit: int, offset: int) -> Found[Family]:
        return Found(tuple(families[offset : offset + limit]), len(families), Family)

    listed = sort_list(ask, FAMILY_ORDERS, fetch)
    return Page(
        "Copies", "copies.html", {"listed": listed}, listed.found, _table_of_copies(listed.found), needs=("parts",)
    )


def _table_of_copies(families: Found[Family]) -> Table:
    columns = (
        "family",
        "part",
        "document",
        "published",
        "publisher",
        "agency",
        "title",
        "url",
        "similarity",
        "differences",
    )
    rows = [
        (
            family.number, part, m.document, m.published, m.publisher, m.agency, m.title, m.url or m.source, m.similarity,
            "; ".join(m.differences),
        )
        for family in families
        for part, m in _members(family)
    ]  # fmt: skip
    return Table(columns, rows)


def _members(family: Family) -> list[tuple[str, Member]]:
    return [("origin", family.origin), *(("copy", copy) for copy in family.copies)]
