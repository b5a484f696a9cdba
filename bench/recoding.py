"""Applying a changed frame to an archive against reading its reports anew; what parses take on the disk."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.corpora import WIRE, load_documents, why_missing
from bench.row import Row
from dateline.archive import ArchiveWriter
from dateline.knowledge.frames.loading import load_frames
from dateline.model import Document
from dateline.run import OneByOne, read_items
from dateline.run.noting import Noting, load_noting
from dateline.run.recipes import make_recipe
from dateline.run.recoding import plan_recoding, recode
from dateline.settings import Coder, Settings

_REPORTS = 200
_LEMMAS = ("expel", "attack", "meet")
"""A verb that few reports hold, one that some do, and one that many do."""
_FRAME = """- id: consult.bench
  gloss: a frame to be changed
  verb: {lemma}
  with: {{object: [wildebeest]}}
  type: CONSULT
  actor: subject
  recipient: object
  yes:
    - {{text: "Nobody did."}}
  no:
    - {{text: "Nobody did."}}
"""


def measure_recoding() -> list[Row]:
    """Return how many times faster a changed frame is applied than everything read anew, by how common its verb is."""
    if why := why_missing(WIRE):
        return [Row("recode", None, why)]
    documents = load_documents(WIRE, _REPORTS)
    settings = Settings(coder=Coder.CAREFUL)
    with TemporaryDirectory() as folder:
        path = Path(folder)
        reader = load_noting(settings, keeps_parses=True)
        list(OneByOne(reader).submit(documents[:4]))
        anew = _time(lambda: _read(path / "kept.db", documents, reader, settings))
        rows = [_weigh(path / "kept.db")]
        for lemma in _LEMMAS:
            seconds, touched = _recode(path, lemma, settings, reader)
            words = f"times as fast as reading {len(documents)} reports: “{lemma}”, {touched} reports touched"
            rows.append(Row(f"recode, {lemma}", anew / seconds, words, {"anew": anew, "recoding": seconds}))
        seconds, touched = _recode_all(path, settings, reader)
        rows.append(Row("recode, everything", anew / seconds, "times as fast, with other rules and kept parses"))
    return rows


def _read(path: Path, documents: list[Document], reader: Noting, settings: Settings) -> None:
    with ArchiveWriter(path, make_recipe(settings)) as archive:
        for _ in read_items(documents, OneByOne(reader), archive):
            pass


def _recode(folder: Path, lemma: str, settings: Settings, reader: Noting) -> tuple[float, int]:
    """Return the seconds of adding a frame, and how many reports it touched."""
    frames = folder / f"frames-{lemma}"
    frames.mkdir()
    (frames / "bench.yaml").write_text(_FRAME.format(lemma=lemma), encoding="utf-8")
    newer = replace(settings, frames=frames)
    load_frames(frames)  # loading knowledge is part of neither side
    changed = replace(reader, reader=replace(reader.reader, frames=load_frames(frames)))
    shutil.copy(folder / "kept.db", folder / f"{lemma}.db")
    touched = 0

    def run() -> None:
        nonlocal touched
        with ArchiveWriter(folder / f"{lemma}.db") as archive:
            plans = plan_recoding(archive, newer, None)
            touched = sum(1 for _ in recode(archive, plans, lambda _: changed))

    return _time(run), touched


def _recode_all(folder: Path, settings: Settings, reader: Noting) -> tuple[float, int]:
    path = folder / "all.db"
    shutil.copy(folder / "kept.db", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE reading SET rules = 'others'")
        connection.commit()
    touched = 0

    def run() -> None:
        nonlocal touched
        with ArchiveWriter(path) as archive:
            touched = sum(1 for _ in recode(archive, plan_recoding(archive, settings, None), lambda _: reader))

    return _time(run), touched


def _weigh(path: Path) -> Row:
    with closing(sqlite3.connect(path)) as connection:
        versions, parses = connection.execute(
            "SELECT (SELECT count(*) FROM version), (SELECT sum(length(packed)) FROM parse)"
        ).fetchone()
    size = path.stat().st_size
    words = f"of the archive are parses; {parses / versions:,.0f} of {size / versions:,.0f} bytes a report"
    return Row("parses kept", parses / size, words, {"versions": versions})


def _time(job: Callable[[], object]) -> float:
    began = time.process_time()
    job()
    return time.process_time() - began
