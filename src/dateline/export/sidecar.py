"""What an export says of itself: the query, the day, the archive it was made from, counts, and whose words it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from dateline.export.tally import Tally
from dateline.situation import Situation

LICENCE = (
    "The coding (types, codes, links, offsets) is free to use. Words quoted from reports belong to their publishers; "
    "ask them before passing the words on."
)


def describe_query(situation: Situation) -> dict[str, Any]:
    """Return what was asked: the limits that were set, and the day whose knowledge counts."""
    scope = situation.scope
    limits = {field.name: getattr(scope, field.name) for field in fields(scope)}
    asked: dict[str, Any] = {
        name: list(value) if isinstance(value, tuple) else value.isoformat()
        for name, value in limits.items()
        if value not in ((), None)
    }
    if situation.as_of:
        asked["as_of"] = situation.as_of.isoformat()
    return asked


def describe_snapshot(situation: Situation) -> dict[str, Any]:
    """Return which state of the archive was read: its file's name, how many versions of reports, and the last one's hour."""
    ((versions, last),) = situation.query("SELECT count(*), max(added) FROM version").rows
    return {"archive": situation.path.name, "versions": versions, "last_added": last}


def write_sidecar(
    path: Path, situation: Situation, name: str, what: str, tally: Tally, *, never: Sequence[str] = ()
) -> None:
    """Write the description beside an export; the same archive and query give the same bytes."""
    import dateline

    values = {
        "format": name,
        "what": what,
        "made_by": f"dateline {dateline.__version__}",
        "query": describe_query(situation),
        "snapshot": describe_snapshot(situation),
        "counts": dict(sorted(tally.written.items())),
        "left_out": dict(sorted(tally.left_out.items())),
        "never_held": list(never),
        "licence": LICENCE,
    }
    path.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
