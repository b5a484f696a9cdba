"""Joined events as Parquet: the same columns as the CSV, lists as lists."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.sidecar import LICENCE, describe_query
from dateline.export.tables.columns import write_parquet
from dateline.export.tables.joined_columns import JOINED_COLUMNS, iter_joined_rows
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    notes = {"query": json.dumps(describe_query(selection.situation)), "licence": LICENCE}
    tally.count("events", write_parquet(path, JOINED_COLUMNS, iter_joined_rows(selection), notes=notes))


FORMAT = Format("joined-parquet", "joined events, one row an event, as Parquet", ".parquet", _write, is_text=False)
