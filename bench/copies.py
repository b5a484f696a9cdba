"""`python -m bench.copies CORPUS`: what reading copies costs, against reading only one report of each family.

CORPUS holds JSON lines with `text`, `date`, `title` and `cluster`, the report that a text is a copy of.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bench.__main__ import RESULTS
from bench.machine import describe_machine
from dateline.archive import ArchiveWriter
from dateline.model import Document
from dateline.pipeline import Reader, load_reader
from dateline.run import read_items
from dateline.settings import Coder, Settings
from dateline.sources import Known, make_document


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: how many reports there were, what became of them, and the seconds of the processor it took."""

    reports: int
    read: int
    copied: int
    seconds: float


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--coder", choices=[c.value for c in Coder], default=Coder.FAST.value)
    parser.add_argument("--keep-nothing", action="store_true", help="print only")
    given = parser.parse_args()
    entries = [json.loads(line) for line in given.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    reader = load_reader(Settings(coder=Coder(given.coder)))
    _read(_documents(entries[:20]), reader)  # what is loaded or compiled at first use
    distinct = _read(_documents(_longest_of_each(entries)), reader)
    everything = _read(_documents(entries), reader)
    ratio = everything.seconds / distinct.seconds
    for name, run in (("one of each family", distinct), ("all", everything)):
        print(f"{name:20}{run.reports:6} reports {run.read:6} read {run.copied:6} copies {run.seconds:9.2f} s")
    print(f"{'ratio':20}{ratio:6.2f}")
    if not given.keep_nothing:
        result = {"distinct": asdict(distinct), "all": asdict(everything), "ratio": round(ratio, 3)}
        print(f"kept in {_keep(given.corpus.name, given.coder, result)}")


def _longest_of_each(entries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    longest: dict[str, dict[str, Any]] = {}
    for entry in entries:
        known = longest.get(entry["cluster"])
        if known is None or len(entry["text"]) > len(known["text"]):
            longest[entry["cluster"]] = entry
    return list(longest.values())


def _documents(entries: Sequence[dict[str, Any]]) -> list[Document]:
    return [
        make_document(
            entry["text"],
            source=str(number),
            published=date.fromisoformat(entry["date"][:10]),
            known=Known(title=entry.get("title"), url=f"https://example.org/bench/{number}"),
        )
        for number, entry in enumerate(entries)
    ]


def _read(documents: Sequence[Document], reader: Reader) -> Run:
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder, ArchiveWriter(Path(folder) / "bench.db") as archive:
        kinds = Counter(type(outcome).__name__ for outcome in read_items(documents, reader, archive))
    return Run(len(documents), kinds["Read"], kinds["Copied"], round(time.process_time() - began, 3))


def _keep(corpus: str, coder: str, result: dict[str, Any]) -> Path:
    now = datetime.now(UTC)
    whole = {
        "when": now.isoformat(timespec="seconds"),
        "machine": describe_machine(),
        "copies": corpus,
        "coder": coder,
        **result,
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M%S}-copies.json"
    path.write_text(json.dumps(whole, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(RESULTS.parent.parent)


if __name__ == "__main__":
    main()
