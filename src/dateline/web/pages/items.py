"""A statement or a position with a page of its own: its words, what was read from them, and the report they stand in."""

from __future__ import annotations

from contextlib import suppress

from dateline.archive import Item, paragraph_around
from dateline.errors import BadQuestion
from dateline.model import Actor, Span
from dateline.situation import LedgerEntry, Party
from dateline.situation.decided import find_decision
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.entries import Entry, is_known, make_entries
from dateline.web.marks import Segment, cut_text, find_marks
from dateline.web.page import Elsewhere, Page
from dateline.web.pages.event import LONGEST, whole_number
from dateline.web.wording import cut


def build_statement(desk: Desk, ask: Ask) -> Page | Elsewhere:
    """Return the page of a statement."""
    return _build(desk, ask, "statement")


def build_position(desk: Desk, ask: Ask) -> Page | Elsewhere:
    """Return the page of a position, with what came later in its matter."""
    return _build(desk, ask, "position")


def _build(desk: Desk, ask: Ask, layer: str) -> Page | Elsewhere:
    number = whole_number(ask.part("number"))
    item = desk.whole.item(number)
    if item.layer != layer:
        return Elsewhere(ask.link(f"/{item.layer}/{number}"))
    entry = next(e for e in make_entries(item.record, {item.id: number}, {item.id}) if e.number == number)
    ledger = _find_entry(desk, number) if layer == "position" else None
    values = {
        "item": item, "entry": entry, "segments": cut_paragraph(item, entry), "ledger": ledger,
        "heads": find_heads(desk, item, entry), "decided": find_decision(desk.reader, item),
    }  # fmt: skip
    data = {"entry": entry, "later": ledger.later if ledger else (), "document": item.record.document.id}
    return Page(cut(f"{entry.head} {entry.lead}: {entry.words}", LONGEST), "item.html", values, data)


def find_heads(desk: Desk, item: Item, entry: Entry) -> list[Party]:
    """Return whom an entry is of, as the archive knows them; those it cannot tell from others have no key."""
    actors = [actor for actor in item.record.actors if actor.id in entry.by]
    return [_find_party(desk, " ".join(actor.name.split()), actor) for actor in actors]


def _find_party(desk: Desk, name: str, actor: Actor) -> Party:
    if is_known(actor):
        with suppress(BadQuestion):
            return desk.whole.find_party(name)
    return Party(None, name, actor.country, actor.kind.value)


def _find_entry(desk: Desk, number: int) -> LedgerEntry | None:
    try:
        return desk.whole.entry(number)
    except BadQuestion:  # not known as of that day, or only in an earlier version
        return None


def cut_paragraph(item: Item, entry: Entry) -> list[Segment]:
    """Return the paragraphs a piece stands in, its own marks cut out."""
    start, end = entry.within or (entry.start, entry.start + 1)
    text = item.record.document.text
    around = paragraph_around(text, Span(start=start, end=end))
    marks = [m for m in find_marks(item.record) if m.piece == entry.id]
    return cut_text(text, marks, around.start, around.end)
