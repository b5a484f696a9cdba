"""A citation to copy: enough for a reader without the archive to find the words, and for one with it to open them."""

from __future__ import annotations

from typing import Protocol

from dateline.model import Document
from dateline.situation import Citation, JoinedEvent
from dateline.web.wording import cut, say_date

_LONGEST = 300
_OPENING = 90


class Report(Protocol):
    """What a list, a citation or a family of copies knows of a report."""

    @property
    def title(self) -> str | None: ...
    @property
    def source(self) -> str: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def agency(self) -> str | None: ...


def headline(report: Report, opening: str = "") -> str:
    """Return what a report is called: its title, else how it begins where that is known, else the name of its file."""
    return report.title or (cut(opening, _OPENING) if opening else file_name(report.source))


def say_source(report: Report) -> str:
    """Return who brings a report: its publisher, else its agency, else the name of its file."""
    return report.publisher or report.agency or file_name(report.source)


def file_name(source: str) -> str:
    """Return the last part of a path or address: what tells a source from others without telling where it lies.

    >>> file_name("/home/me/reports/may.jsonl:12")
    'may.jsonl:12'
    """
    return source.rstrip("/").rsplit("/", 1)[-1] or source


def cite_report(document: Document) -> str:
    """Return a report in one line: source, title, day, address, and the id it has in dateline."""
    source = say_source(document)
    if document.agency and document.publisher and document.agency != document.publisher:
        source += f" ({document.agency})"
    authors = f"{', '.join(document.authors)}, " if document.authors else ""
    title = f"“{document.title}”" if document.title else document.source
    day = say_date(document.published) or "no date"
    address = f", {document.url}" if document.url else ""
    return f"{authors}{title}, {source}, {day}{address} (dateline document {document.id})"


def citation_of(event: JoinedEvent) -> Citation:
    """Return where the words stand that an event is shown with: of many tellings the fullest's, not the first's."""
    return next((t.citation for t in event.tellings if t.citation.words == event.words), event.citation)


def cite(citation: Citation) -> str:
    """Return a citation in one line: source, title, day, words, where they stand, and the number that opens them."""
    words = cut(citation.words, _LONGEST)
    source = citation.publisher
    if citation.agency and citation.agency != citation.publisher:
        source += f" ({citation.agency})"
    title = f"“{citation.title}”" if citation.title else citation.source
    day = say_date(citation.published) or "no date"
    parts = [f"{source}, {title}, {day}", *([citation.url] if citation.url else [])]
    where = (
        f"characters {citation.start}–{citation.end} of document {citation.document}, dateline item {citation.number}"
    )
    return f"{', '.join(parts)}: “{words}” ({where})"
