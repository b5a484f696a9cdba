"""How well copies of one report are told from other reports, against texts marked with the report they are copies of.

Entries hold `text` and `cluster`, and mostly `date` and `title`. They are kept in an archive one after the other, as a run
of reading does it, and the families found are compared with the clusters by B-cubed (Bagga and Baldwin 1998), reports
without copies counted as families of one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.evaluate.same_event import measure_grouping
from dateline.model import Document, Record

Entry = Mapping[str, Any]


def is_clustered(entry: Entry) -> bool:
    """Tell whether an entry is marked with the report it is a copy of."""
    return "cluster" in entry and "text" in entry


def score_copies(entries: Sequence[Entry], documents: Sequence[Document]) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 of the families found, and how many families of two or more there are.

    `documents` are those of the entries, each at an address of its own.
    """
    found = find_families(documents)
    pairs = [(e["cluster"], found.get(d.id, d.id)) for e, d in zip(entries, documents, strict=True)]
    score = measure_grouping(pairs)
    return {
        "precision": round(score.precision, 3), "recall": round(score.recall, 3), "f1": round(score.f1, 3),
        "gold": _count_groups(cluster for cluster, _ in pairs), "found": _count_groups(family for _, family in pairs),
    }  # fmt: skip


def find_families(documents: Iterable[Document]) -> dict[str, str]:
    """Return the family of each document that has one, by their ids; a family is named by its origin."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.db"
        with ArchiveWriter(path) as archive:
            archive.keep([Record(document=document) for document in documents])
        with ArchiveReader(path) as reader:
            return {
                member.document: family.origin.document
                for family in reader.families()
                for member in (family.origin, *family.copies)
            }


def _count_groups(names: Iterable[str]) -> int:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return sum(count > 1 for count in counts.values())
