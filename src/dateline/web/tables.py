"""What a page shows as a table to take away: CSV and JSON of the rows on it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.situation import Citation, JoinedEvent, LedgerEntry, Saying
from dateline.web.citing import citation_of
from dateline.web.wording import say_names

Cell = str | int | float | None
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with named columns."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    def to_csv(self) -> str:
        """Return the table as CSV (RFC 4180).

        A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show.
        """
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        writer.writerows([_as_text(cell) for cell in row] for row in self.rows)
        return out.getvalue()


def _as_text(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


_ORIGIN = ("publisher", "published", "title", "url", "document", "start", "end")


def _origin(citation: Citation) -> tuple[Cell, ...]:
    day = citation.published.isoformat() if citation.published else None
    return (
        citation.publisher, day, citation.title, citation.url or citation.source, citation.document,
        citation.start, citation.end,
    )  # fmt: skip


def table_of_events(events: Sequence[JoinedEvent]) -> Table:
    """Return joined events, one a row, with where its words stand."""
    columns = (
        "number", "date", "type", "mode", "status", "actors", "recipients", "place", "country", "latitude", "longitude",
        "killed", "injured", "arrested", "quad", "score", "cameo", "reports", "independent", "denied_by", "words", *_ORIGIN,
    )  # fmt: skip
    rows = [
        (
            e.number, e.date, e.type, e.mode, e.status, say_names(e.actors), say_names(e.recipients), e.place, e.country,
            e.latitude, e.longitude, e.killed, e.injured, e.arrested, e.quad, e.score, e.cameo,
            e.corroboration.reports, e.corroboration.independent, "; ".join(e.corroboration.denied_by), e.words,
            *_origin(citation_of(e)),
        )
        for e in events
    ]  # fmt: skip
    return Table(columns, rows)


def table_of_statements(sayings: Sequence[Saying]) -> Table:
    """Return statements, one a row."""
    columns = ("number", "day", "speakers", "words", "directness", "anonymous", "medium", "reports", *_ORIGIN)
    rows = [
        (
            s.number, s.day, say_names(s.speakers) or s.speaker_words, s.words, s.directness, int(s.anonymous), s.medium,
            1 + len(s.also), *_origin(s.citation),
        )
        for s in sayings
    ]  # fmt: skip
    return Table(columns, rows)


def table_of_positions(entries: Sequence[LedgerEntry]) -> Table:
    """Return positions, one a row."""
    columns = (
        "number", "day", "holders", "kind", "words", "toward", "relation", "condition", "deadline", "topics", "told_by",
        "reports", "later", *_ORIGIN,
    )  # fmt: skip
    rows = [
        (
            p.number, p.day, say_names(p.holders), p.kind, p.words, say_names(p.toward), p.relation, p.condition,
            p.deadline, "; ".join(p.topics), p.told_by, 1 + len(p.also), len(p.later), *_origin(p.citation),
        )
        for p in entries
    ]  # fmt: skip
    return Table(columns, rows)
