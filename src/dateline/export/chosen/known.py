"""The reports that count on a day: each in the version there was then, without copies and what was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model import DocumentId
from dateline.situation import Situation

_QUERY = """
SELECT v.id, v.published FROM known_version k JOIN version v ON v.number = k.version
WHERE (:as_of IS NULL AND k.until IS NULL) OR (k.since <= :as_of AND (k.until IS NULL OR k.until > :as_of))
ORDER BY v.number
"""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report: the id of its version, and the day it was published where that is known."""

    id: DocumentId
    published: date | None


def known_reports(situation: Situation) -> list[KnownReport]:
    """Return the reports that count as of a situation's day, whatever its scope, in the order they were kept."""
    day = situation.as_of.isoformat() if situation.as_of else None
    rows = situation.query(_QUERY, {"as_of": day}).rows
    return [KnownReport(DocumentId(i), date.fromisoformat(day) if day else None) for i, day in rows]
