"""Events as Parquet, one row for each telling: the same columns as the CSV, lists as lists."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.sidecar import LICENCE, describe_query
from dateline.export.tables.columns import write_parquet
from dateline.export.tables.mention_columns import MENTION_COLUMNS
from dateline.export.tally import Tally


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    notes = {"query": json.dumps(describe_query(selection.situation)), "licence": LICENCE}
    tally.count("tellings", write_parquet(path, MENTION_COLUMNS, selection.iter_told(), notes=notes))


FORMAT = Format("events-parquet", "events, one row a telling, as Parquet", ".parquet", _write, is_text=False)
