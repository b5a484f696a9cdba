"""Reports of the corpora that nobody annotated: which to learn from, and the words of those that teachers judged."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from gold import MODEL, Example
from layers import LAYERS, UNJUDGED
from prepared import Prepared
from standing_off import CORPORA

from dateline.language import load_parser
from dateline.model import Document
from dateline.run.relevance import why_irrelevant
from dateline.sources.document import make_document

SHORTEST, LONGEST = 60, 8000
"""Characters of a plain report."""
FIGURES = 0.05  # share of digits above which a report is a table of results
IN_COMMON = 8  # runs of seven words that show a report to be one of those kept apart

Entry = dict[str, Any]


def load_plain(corpora: Sequence[Path], without: Sequence[Entry], *, limit: int | None) -> list[Example]:
    """Return reports of corpora, parsed and unjudged: none that is among those kept apart, none of mere figures."""
    apart = {run for report in without for run in _runs(report["text"])}
    entries = [entry for corpus in corpora for entry in _read(corpus)]
    random.Random(0).shuffle(entries)
    kept = [e for e in entries if _is_prose(e["text"]) and len(apart & _runs(e["text"])) < IN_COMMON]
    wanted = [e for e in kept if not why_irrelevant(_document(e))][:limit]
    parses = load_parser(MODEL).parse_many(map(_document, wanted))
    return [
        Example({"id": entry["name"]}, parse, {layer: np.full(len(parse), UNJUDGED) for layer in LAYERS})
        for entry, parse in zip(wanted, parses, strict=True)
    ]


def load_judged(prepared: Prepared) -> Iterator[Example]:
    """Yield the reports of a file with what teachers said of them; raise ValueError where their parse is another now."""
    wanted = set(prepared.names)
    corpora = {name.split("/")[0] for name in wanted}
    entries = {e["name"]: e for corpus in corpora for e in _read(CORPORA / corpus) if e["name"] in wanted}
    parses = load_parser(MODEL).parse_many(_document(entries[name]) for name in prepared.names)
    first = 0
    for name, last, parse in zip(prepared.names, prepared.reports.tolist(), parses, strict=True):
        if len(parse) != last - first:
            raise ValueError(
                f"{name}: {len(parse)} tokens, {last - first} when it was judged; prepare the reports anew"
            )
        targets = {layer: prepared.targets[row, first:last].astype(np.int64) for row, layer in enumerate(LAYERS)}
        yield Example({"id": name}, parse, targets, doubts=prepared.doubts[first:last])
        first = last


def _read(corpus: Path) -> Iterator[Entry]:
    """Yield the reports of a corpus, each under a `name` of the file's name and its id."""
    for line in corpus.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        yield {"name": f"{corpus.name}/{entry['id']}", "text": entry["text"], "date": entry.get("date")}


def _document(entry: Entry) -> Document:
    return make_document(entry["text"], published=date.fromisoformat(entry["date"][:10]) if entry["date"] else None)


def _is_prose(text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and sum(map(str.isdigit, text)) <= FIGURES * len(text)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[i:] for i in range(7)), strict=False))
