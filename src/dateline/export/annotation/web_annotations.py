"""Marks on the texts as an annotation page of the W3C Web Annotation Data Model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.export.annotation.marks import Mark, iter_marks
from dateline.export.chosen.selection import ChosenReport, Selection
from dateline.export.chosen.selectors import name_piece, name_source, select_words
from dateline.export.format import Format
from dateline.export.tally import Tally

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        head = {"@context": _CONTEXT, "id": "urn:dateline:annotations", "type": "AnnotationPage"}
        file.write(json.dumps(head)[:-1] + ', "items": [')
        for number, item in enumerate(_iter_items(selection, tally)):
            file.write(("," if number else "") + "\n" + json.dumps(item, ensure_ascii=False))
        file.write("\n]}\n")


def _iter_items(selection: Selection, tally: Tally) -> Iterator[dict[str, Any]]:
    for report in selection.iter_reports():
        tally.count("reports")
        for mark in iter_marks(report):
            tally.count("annotations")
            yield _annotation(report, mark)


def _annotation(report: ChosenReport, mark: Mark) -> dict[str, Any]:
    document = report.record.document
    source = name_source(document.id)
    target = [{"source": source, "selector": select_words(document.text, span)} for span in mark.spans]
    return {
        "id": f"{name_piece(document.id, mark.id)}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": f"{mark.layer}:{mark.type}"},
        "target": target if len(target) > 1 else target[0],
    }


FORMAT = Format(
    "web-annotations", "marks on the texts as W3C Web Annotations", ".jsonld", _write,
    never=("who did what to whom: only which words were marked as what",),
)  # fmt: skip
