"""Lists of words: the ledger of positions, and statements."""

from __future__ import annotations

from dateline.model import PositionKind
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.page import PER_PAGE, Page, leaf_of, offset_of
from dateline.web.tables import table_of_positions, table_of_statements

MATTERS = 30


def build_ledger(desk: Desk, ask: Ask) -> Page:
    """Return positions with their conditions and what came later, newest first, by holder, matter and kind."""
    kinds = ask.all("kind")
    found = desk.situation.ledger(
        by=ask.one("by"),
        toward=ask.one("toward"),
        about=ask.one("about"),
        kinds=kinds,
        limit=PER_PAGE,
        offset=offset_of(ask),
    )
    matters = desk.situation.matters(by=ask.one("by"), limit=MATTERS)
    values = {
        "found": found,
        "leaf": leaf_of(ask, found),
        "matters": matters,
        "chosen": kinds,
        "all_kinds": tuple(kind.value for kind in PositionKind),
    }
    return Page("Ledger", "ledger.html", values, found, table_of_positions(found), needs=("parts",))


def build_statements(desk: Desk, ask: Ask) -> Page:
    """Return what was said, newest first, by speaker, addressee and words."""
    found = desk.situation.statements(
        by=ask.one("by"), toward=ask.one("toward"), about=ask.one("about"), limit=PER_PAGE, offset=offset_of(ask)
    )
    values = {"found": found, "leaf": leaf_of(ask, found)}
    return Page("Statements", "statements.html", values, found, table_of_statements(found), needs=("parts",))
