"""A citation to copy: enough for a reader without the archive to find the words, and for one with it to open them."""

from __future__ import annotations

from dateline.model import Document
from dateline.situation import Citation
from dateline.web.wording import say_date

_LONGEST = 300


def cite_report(document: Document) -> str:
    """Return a report in one line: source, title, day, address, and the id it has in dateline."""
    source = document.publisher or document.agency or document.source.rsplit("/", 1)[-1]
    if document.agency and document.publisher and document.agency != document.publisher:
        source += f" ({document.agency})"
    authors = f"{', '.join(document.authors)}, " if document.authors else ""
    title = f"“{document.title}”" if document.title else document.source
    day = say_date(document.published) or "no date"
    address = f", {document.url}" if document.url else ""
    return f"{authors}{title}, {source}, {day}{address} (dateline document {document.id})"


def cite(citation: Citation) -> str:
    """Return a citation in one line: source, title, day, words, where they stand, and the number that opens them."""
    words = " ".join(citation.words.split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
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
