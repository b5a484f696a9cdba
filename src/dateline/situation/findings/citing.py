"""Rows of the archive as citations."""

from __future__ import annotations

from datetime import date

from dateline.situation.findings.citation import Citation
from dateline.situation.rows import Row


def cite(row: Row) -> Citation:
    """Return where a row with `number`, its report and its span (`start`, `end`, `words`) stands."""
    source = row["source"]
    return Citation(
        number=row["number"],
        document=row["document"],
        title=row["title"],
        publisher=row["publisher"] or row["agency"] or source.rsplit("/", 1)[-1],
        agency=row["agency"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        url=row["url"],
        source=source,
        start=row["start"] or 0,
        end=row["end"] or 0,
        words=row["words"] or "",
    )
