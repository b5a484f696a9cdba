"""What a watch knows of a report beside what the report says itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from dateline.model import Document, FoundDate, identify_document

_ORIGIN = "feed entry"


def adopt(
    document: Document, *, publisher: str | None = None, url: str | None = None, day: date | None = None
) -> Document:
    """Return a report with the publisher the user gives, and address and day of its feed where it has none of its own.

    The day of the feed is kept among the dates in any case.
    """
    changes: dict[str, Any] = {
        "publisher": publisher or document.publisher,
        "url": document.url or url,
    }
    if day is not None:
        is_used = document.published is None
        changes["dates"] = (*document.dates, FoundDate(value=day.isoformat(), origin=_ORIGIN, used=is_used))
        if is_used:
            changes |= {"published": day, "modified": document.modified or day}
    changes["id"] = identify_document(publisher=changes["publisher"], url=changes["url"], text=document.text)
    return document.model_copy(update=changes)
