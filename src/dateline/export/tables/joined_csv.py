"""Joined events as CSV: one row an event, with counts of the reports and sources that tell it."""

from __future__ import annotations

from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tables.columns import write_csv
from dateline.export.tables.joined_columns import JOINED_COLUMNS, iter_joined_rows
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    tally.count("events", write_csv(path, JOINED_COLUMNS, iter_joined_rows(selection)))


FORMAT = Format("joined-csv", "joined events, one row an event, with counts of sources, as CSV", ".csv", _write)
