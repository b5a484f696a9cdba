"""What the three wire formats have in common: from what one says of an item to a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dateline.model import Document, Wire, WireStatus
from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates, read_day
from dateline.sources.header.agencies import load_agencies
from dateline.sources.header.lines import read_byline
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.text import check_text

_STATUS = {
    "usable": WireStatus.USABLE, "withheld": WireStatus.WITHHELD, "embargoed": WireStatus.WITHHELD,
    "canceled": WireStatus.CANCELED, "cancelled": WireStatus.CANCELED,
}  # fmt: skip


@dataclass(slots=True)
class WireItem:
    """An item as a format gives it; `note` is what its editors are told, printed only where an item was canceled."""

    id: str
    paragraphs: Sequence[str] = ()
    version: str | None = None
    status: str | None = None
    embargo: str | None = None
    title: str | None = None
    provider: str | None = None
    byline: str | None = None
    dateline: str | None = None
    url: str | None = None
    note: str | None = None
    candidates: list[Candidate] = field(default_factory=list)

    def add_day(self, words: str | None, origin: str, *, is_change: bool = False) -> None:
        """Add a candidate for the day of publication or change, where `words` are a day."""
        if words and (day := read_day(words)) is not None:
            self.candidates.append(Candidate(day, origin, is_change))


def make_wire_document(
    item: WireItem, source: str, options: ReadOptions, origin: Origin, line: int | None = None
) -> Document | Unreadable | Remark:
    """Return the document of an item.

    A canceled item mostly comes without a body; its title and note are its text then, so that what it cancels can be
    found. Without these it is a remark, since there is nothing to read.
    """
    status = _STATUS.get((item.status or "").strip().lower(), WireStatus.USABLE)
    paragraphs = list(item.paragraphs)
    if not paragraphs and status is WireStatus.CANCELED:
        paragraphs = [words for words in (item.title, item.note) if words]
        if not paragraphs:
            return Remark(source if line is None else f"{source}:{line}", f"cancels {item.id}, without a text")
    dates = choose_dates(item.candidates, origin.retrieved)
    known = Known(
        published=dates.published,
        modified=dates.modified,
        title=item.title,
        url=item.url or origin.url,
        publisher=item.provider,
        agency=_find_agency(item.provider),
        authors=_read_authors(item.byline),
        dateline=item.dateline,
        wire=Wire(id=item.id, version=item.version, status=status, embargo=_read_embargo(item.embargo)),
        dates=dates.found,
    )
    return check_text("\n\n".join(paragraphs), source, options, known, line)


def _find_agency(provider: str | None) -> str | None:
    if provider is None:
        return None
    agencies = load_agencies()
    return agencies.named(provider) or agencies.by_mark.get(provider)


def _read_authors(byline: str | None) -> tuple[str, ...]:
    if not byline:
        return ()
    line = read_byline(byline) or read_byline(f"By {byline}")
    return line.authors if line else ()


def _read_embargo(words: str | None) -> str | None:
    """Return an embargo as an ISO date-time, None where there is none or it cannot be read."""
    try:
        return datetime.fromisoformat(words.strip()).isoformat() if words and words.strip() else None
    except ValueError:
        return None
