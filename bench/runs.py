"""Whole runs of `dateline read`: by number of reports, in memory, and over what is known or set aside already."""

from __future__ import annotations

import os
import sys
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpora import NEWS, WIRE, load_documents, why_missing
from bench.processes import Spent, run_command
from bench.reports import load_reports
from bench.row import Row
from dateline.pipeline import load_reader
from dateline.run.relevance import why_irrelevant
from dateline.settings import Coder, Settings
from dateline.sources import make_document

_NUMBERS = (10, 100, 1_000, 10_000)
_LENGTHS = (2_000, 20_000, 200_000)


def measure_numbers() -> list[Row]:
    """Return what a report costs in ten times as many, the memory of two processes, and passing over what is known.

    DATELINE_BENCH_REPORTS is the largest number (default 1000).
    """
    if why := why_missing(WIRE):
        return [Row("by number", None, why)]
    largest = int(os.environ.get("DATELINE_BENCH_REPORTS", "1000"))
    rows: list[Row] = []
    spent: dict[int, Spent] = {}
    with TemporaryDirectory() as folder:
        for number in (n for n in _NUMBERS if n <= largest):
            table = _cut(Path(folder) / f"{number}.jsonl", number)
            spent[number] = _read(table, Path(folder) / f"{number}.db")
            rows.append(_row_of(number, spent))
        again = _read(table, Path(folder) / f"{number}.db")
    share = again.processor / spent[number].processor
    rows.append(Row("known", share, f"of reading {number:,} reports is passing over them, loading included"))
    return rows


def _row_of(number: int, spent: dict[int, Spent]) -> Row:
    took = spent[number]
    words = f"{took.processor / number * 1000:.0f} ms of the processor a report, {took.memory / 1e6:,.0f} MB at most"
    before = spent.get(number // 10)
    ratio = took.processor / number / (before.processor / (number // 10)) if before else None
    detail = {"clock": took.clock, "processor": took.processor, "memory": took.memory}
    return Row(f"{number:,} reports", ratio, words + (", of a report's in a tenth" if before else ""), detail)


def _cut(path: Path, number: int) -> Path:
    with WIRE.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as table:
        table.writelines(islice(lines, number))
    return path


def _read(table: Path, archive: Path) -> Spent:
    command = [sys.executable, "-m", "dateline", "read", str(table), "--archive", str(archive)]
    return run_command([*command, "--workers", "2", "--coder", "fast", "--all", "--log-format", "json"])


def measure_lengths() -> list[Row]:
    """Return what a character costs in reports ten times as long; 1 where the cost is linear."""
    reader = load_reader(Settings(coder=Coder.FAST))
    text = "\n\n".join(document.text for document in load_reports(1))
    rows: list[Row] = []
    before = 0.0
    for length in _LENGTHS:
        long = (text * (length // len(text) + 1))[:length]
        began = time.process_time()
        reader.read(make_document(long, source=f"{length}"))
        each = (time.process_time() - began) / length
        words = f"{each * 1e6:.0f} µs a character" + (", of a character's in a tenth" if before else "")
        rows.append(Row(f"{length:,} characters", each / before if before else None, words))
        before = each
    return rows


def measure_skipping() -> list[Row]:
    """Return what testing a report's words costs against parsing it, and how many are set aside."""
    rows = []
    parser = load_reader(Settings(coder=Coder.FAST)).parser
    for corpus in (NEWS, WIRE):
        if why := why_missing(corpus):
            rows.append(Row(f"skipping, {corpus.stem}", None, why))
            continue
        documents = load_documents(corpus, 400)
        why_irrelevant(documents[0])
        began = time.process_time()
        aside = sum(why_irrelevant(document) is not None for document in documents)
        judged = time.process_time()
        for _ in parser.parse_many(documents):
            pass
        ratio = (judged - began) / (time.process_time() - judged)
        share = aside / len(documents)
        words = f"of the parse; {share:.1%} of {len(documents)} set aside"
        rows.append(Row(f"skipping, {corpus.stem}", ratio, words, {"aside": aside}))
    return rows
