"""The brief of an archive: lines are ranked and joined by what its columns say, and only those shown are made from records."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from rich.text import Text

from dateline.archive import ArchiveReader
from dateline.archive.query_files import load_query
from dateline.cli.lines.events import event_key, iter_event_lines, weigh_event
from dateline.cli.lines.phrases import name_origin
from dateline.cli.lines.positions import iter_position_lines, position_key
from dateline.cli.lines.ranking import Line, Source, Toll
from dateline.cli.lines.statements import choose_day, iter_statement_lines, statement_key
from dateline.cli.pages.brief import Brief, Head
from dateline.model import DocumentId
from dateline.situation.decided import seen_record

Row = dict[str, Any]
_MAKERS = (iter_event_lines, iter_statement_lines, iter_position_lines)


class ArchiveBrief(Brief):
    """The brief of all reports of an archive that count now; its lines are drafts until they are shown."""

    def __init__(self, reader: ArchiveReader) -> None:
        super().__init__()
        self._reader = reader
        self._sources: dict[str, dict[DocumentId, Source]] = {}
        for row in self._ask("brief_heads"):
            self._take_head(row)
        self.has_numbers = True
        self._made: dict[DocumentId, dict[int | None, Line]] = {}
        self._events += self._draft_events()
        self._statements += map(self._draft_statement, self._ask("brief_statements"))
        self._positions += map(self._draft_position, self._ask("brief_positions"))
        for lines in (self._statements, self._positions):
            self._complete_alike(lines)

    def _joined_events(self) -> Iterator[Line]:
        return iter(self._events)

    def complete(self, line: Line) -> Line:
        """Return a draft with the text, condition and details that its report gives it."""
        row = self._reader.query(_WHERE, (line.number,)).rows[0]
        whole = self._lines_of(DocumentId(row[0]))[line.number]
        line.text, line.condition, line.details = whole.text, whole.condition, whole.details
        return line

    def _complete_alike(self, lines: list[Line]) -> None:
        """Make those lines whole that joining must choose among by their words: several of one report have one key."""
        counts = Counter((line.key, document) for line in lines for document in line.sources)
        alike = {key for (key, _), count in counts.items() if count > 1}
        for line in lines:
            if line.key in alike:
                self.complete(line)

    def _lines_of(self, document: DocumentId) -> Mapping[int | None, Line]:
        """Return the lines of a report by their numbers; each record is unpacked once."""
        if document not in self._made:
            record, numbers = seen_record(self._reader, document), self._reader.numbers(document)
            self._made[document] = {line.number: line for make in _MAKERS for line in make(record, numbers)}
        return self._made[document]

    def _ask(self, query: str) -> Iterator[Row]:
        table = self._reader.query(load_query(query))
        return (dict(zip(table.columns, row, strict=True)) for row in table.rows)

    def _take_head(self, row: Row) -> None:
        document = DocumentId(row["document"])
        name = name_origin(row["publisher"], row["agency"], row["source"])
        published = date.fromisoformat(row["published"]) if row["published"] else None
        self._heads[document] = Head(row["title"] or row["source"], name, published)
        self._sources[document] = {document: Source(name, row["agency"] or row["publisher"] or row["source"])}

    def _draft_events(self) -> Iterator[Line]:
        """Yield a draft for each event, however often its report mentions it."""
        for _, mentions in groupby(self._ask("brief_events"), key=lambda row: row["document"]):
            same: dict[str, list[Row]] = {}
            for row in mentions:
                same.setdefault(row["same_as"], []).append(row)
            for _, rows in sorted(same.items()):
                yield self._draft_event(max(rows, key=lambda row: (row["parties"].count("["), -row["start"])))

    def _draft_event(self, row: Row) -> Line:
        sides: dict[str, set[str]] = {"actor": set(), "recipient": set()}
        for role, who in json.loads(row["parties"]):
            sides[role].add(who)
        actors, recipients = sides.values()
        key = event_key(row["status"], row["joined"])
        weight = weigh_event(row["status"], row["date"], actors, recipients)
        toll = {what: {row[what]} for what in ("killed", "injured", "arrested") if row[what] is not None}
        return self._draft(row, row["date"], key, weight, toll=toll)

    def _draft_statement(self, row: Row) -> Line:
        weight = bool(row["is_named"]) + (row["directness"] != "indirect")
        return self._draft(row, choose_day(row["date"], row["published"]), statement_key(row["words"]), weight)

    def _draft_position(self, row: Row) -> Line:
        holder = " ".join(json.loads(row["holders"]))
        weight = bool(holder) + bool(row["is_aimed"]) + 2 * bool(row["has_condition"])
        return self._draft(row, row["published"], position_key(holder, row["kind"], row["words"]), weight)

    def _draft(
        self, row: Row, day: str | None, key: tuple[object, ...], weight: int, *, toll: Toll | None = None
    ) -> Line:
        text = Text(row["words"] or "")
        sources = dict(self._sources[row["document"]])
        return Line(row["number"], day, text, key, toll=toll or {}, weight=weight, sources=sources)


_WHERE = "SELECT v.id FROM item i JOIN version v ON v.number = i.version WHERE i.number = ?"
