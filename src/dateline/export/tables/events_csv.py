"""Events as CSV, one row for each telling: dateline's own tidy form."""

from __future__ import annotations

from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tables.columns import write_csv
from dateline.export.tables.mention_columns import MENTION_COLUMNS
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    tally.count("tellings", write_csv(path, MENTION_COLUMNS, selection.iter_told()))


FORMAT = Format("events-csv", "events, one row a telling, as CSV", ".csv", _write)
