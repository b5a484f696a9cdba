"""Whole records as JSON lines, in dateline's published format."""

from __future__ import annotations

from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for report in selection.iter_reports():
            record = report.whole()
            file.write(record.to_json() + "\n")
            tally.count("records")
            tally.count("events", len(record.events))
            tally.count("statements", len(record.statements))
            tally.count("positions", len(record.positions))


FORMAT = Format("jsonl", "whole records, one JSON object a line", ".jsonl", _write)
