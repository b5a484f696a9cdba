"""Reading annotation from a file or folder, reading its texts, and scoring what was read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.errors import BadInput
from dateline.evaluate.copies import is_clustered, score_copies
from dateline.evaluate.coreference import load_chains, score_coreference
from dateline.evaluate.corpora import MEASURES, recognise
from dateline.evaluate.reports import score_reports
from dateline.evaluate.same_event import is_chained, score_joins
from dateline.evaluate.stories import has_story, score_stories
from dateline.model import Document, Record
from dateline.pipeline import Reader
from dateline.sources import Known, make_document


@dataclass(frozen=True, slots=True)
class Figures:
    """What one measure gave on one file or folder; `rows` maps a layer to its figures."""

    source: str
    measure: str
    rows: Mapping[str, Mapping[str, float]]
    errors: Sequence[str] = ()


def evaluate(path: Path, reader: Reader) -> Figures:
    """Measure a reader on annotation: a folder of annotated reports, or JSON lines of one layer's corpus.

    Raises BadInput where the annotation is of no known sort.
    """
    if path.is_dir():
        reports = list(_iter_reports(path))
        records = list(_read(reports, "published", reader))
        rows, errors = score_reports(reports, records)
        rows["coreference"] = _links(path, records)
        return Figures(str(path), "reports", rows, errors)
    entries = list(_iter_entries(path))
    if entries and is_chained(entries[0]):
        records = list(_read(entries, "date", reader))
        return Figures(str(path), "joined events", score_joins(zip(entries, records, strict=True)))
    if entries and has_story(entries[0]):
        records = list(_read(entries, "date", reader))
        return Figures(str(path), "stories", {"stories": score_stories(zip(entries, records, strict=True))})
    if entries and "mentions" in entries[0]:
        records = list(_read(entries, "date", reader))
        return Figures(str(path), "coreference", {"coreference": _links(path, records)})
    if entries and is_clustered(entries[0]):
        return Figures(str(path), "copies", {"copies": score_copies(entries, list(_iter_addressed(entries)))})
    measure = recognise(entries[0]) if entries else None
    if measure is not None:
        records = list(_read(entries, "date", reader))
        return Figures(str(path), measure, {measure: MEASURES[measure](zip(entries, records, strict=True))})
    raise BadInput(
        str(path),
        "holds no annotation: expected fields timex, quotes, marked, toponyms, mentions, cluster or story beside text",
    )


def _links(path: Path, records: Sequence[Record]) -> dict[str, float]:
    score = score_coreference(load_chains(path), {r.document.text: r.actors for r in records})
    both = score.pronouns + score.nominals
    return {
        "linked_right": round(both.share, 3), "precision": round(both.precision, 3), "mentions": both.total,
        "pronouns": round(score.pronouns.share, 3), "nominals": round(score.nominals.share, 3),
    }  # fmt: skip


def _iter_reports(folder: Path) -> Iterator[dict[str, Any]]:
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise BadInput(str(folder), "has no annotated reports (*.json)")
    for path in paths:
        try:
            report = json.loads(path.read_text(encoding="utf-8"))
            yield report | {"text": report["text"], "actors": report["actors"]}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadInput(str(path), f"is no annotated report ({error})") from error


def _iter_entries(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    try:
                        yield json.loads(line)
                    except ValueError as error:
                        raise BadInput(str(path), f"broken JSON ({error})", line=number) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(str(path), "cannot be read as text") from error


def _read(entries: Sequence[Mapping[str, Any]], day_field: str, reader: Reader) -> Iterator[Record]:
    documents = (
        make_document(e["text"], source=str(e.get("id", "")), published=_day(e.get(day_field))) for e in entries
    )
    yield from reader.read_many(documents)


def _iter_addressed(entries: Sequence[Mapping[str, Any]]) -> Iterator[Document]:
    """Yield the document of each entry at an address of its own, so that texts that are equal are several reports."""
    for number, entry in enumerate(entries):
        known = Known(published=_day(entry.get("date")), title=entry.get("title"), url=f"entry:{number}")
        yield make_document(entry["text"], source=str(entry.get("id", number)), known=known)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
