"""Lists of words: the ledger of positions, and statements."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import PositionKind
from dateline.situation import Found, LedgerEntry, Saying
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import PER_PAGE, Order, Page, sort_list
from dateline.web.tables import table_of_positions, table_of_statements
from dateline.web.wording import say_names

MATTERS = 30
POSITION_ORDERS: tuple[Order[LedgerEntry], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first", lambda e: (e.day or "9999", e.number)),
    Order("holder", "by holder", lambda e: (say_names(e.holders).lower() or "~", e.day or "9999")),
    Order("kind", "by kind", lambda e: (e.kind, e.day or "9999")),
)
STATEMENT_ORDERS: tuple[Order[Saying], ...] = (
    Order("newest", "newest first"),
    Order("oldest", "oldest first", lambda s: (s.day or "9999", s.number)),
    Order(
        "speaker", "by speaker", lambda s: ((say_names(s.speakers) or s.speaker_words or "~").lower(), s.day or "9999")
    ),
    Order("reports", "most printed", lambda s: -len(s.also)),
)


def build_ledger(desk: Desk, ask: Ask) -> Page:
    """Return positions with their conditions and what came later, newest first, by holder, matter and kind."""
    kinds = ask.all("kind")
    by, toward, about = ask.one("by"), ask.one("toward"), ask.one("about")

    def fetch(limit: int, offset: int) -> Found[LedgerEntry]:
        later = limit == PER_PAGE  # of many that are only put in order, what came later is looked up for those shown
        return desk.situation.ledger(
            by=by, toward=toward, about=about, kinds=kinds, limit=limit, offset=offset, later=later
        )

    listed = sort_list(ask, POSITION_ORDERS, fetch)
    if listed.sort != POSITION_ORDERS[0].value:
        shown = tuple(desk.whole.entry(entry.number) for entry in listed.found)
        listed = replace(listed, found=Found(shown, listed.found.total, LedgerEntry))
    values = {
        "listed": listed,
        "matters": desk.situation.matters(by=by, limit=MATTERS),
        "chosen": kinds,
        "all_kinds": tuple(kind.value for kind in PositionKind),
    }
    return Page("Ledger", "ledger.html", values, listed.found, table_of_positions(listed.found), needs=("parts",))


def build_statements(desk: Desk, ask: Ask) -> Page:
    """Return what was said, newest first, by speaker, addressee and words."""
    by, toward, about = ask.one("by"), ask.one("toward"), ask.one("about")
    listed = sort_list(
        ask,
        STATEMENT_ORDERS,
        lambda limit, offset: desk.situation.statements(by=by, toward=toward, about=about, limit=limit, offset=offset),
    )
    return Page(
        "Statements",
        "statements.html",
        {"listed": listed},
        listed.found,
        table_of_statements(listed.found),
        needs=("parts",),
    )
