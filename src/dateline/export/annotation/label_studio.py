"""Texts with marks as tasks of Label Studio: tasks.json to import there, marks as predictions, and labelling.xml to set up with.

Label Studio counts offsets as JavaScript does, in UTF-16 code units: a character beyond the first plane (an emoji) counts
twice. Records count code points, so offsets are changed on the way out and back.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from pathlib import Path
from typing import Any

from dateline.export.annotation.marks import Mark, all_labels, iter_marks
from dateline.export.chosen.selection import ChosenReport, Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.model import Span

TASKS, CONFIGURATION = "tasks.json", "labelling.xml"
CONTROL, TEXT = "label", "text"
"""The names of the labels' and the text's tag in the labelling configuration."""


class Units:
    """Changes offsets of one text between code points and UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [place for place, character in enumerate(text) if ord(character) > 0xFFFF]
        self._wide_units = [place + number for number, place in enumerate(self._wide)]

    def to_units(self, offset: int) -> int:
        """Return an offset in code units for one in code points.

        >>> Units("a😀b").to_units(2)
        3
        """
        return offset + bisect_right(self._wide, offset - 1)

    def to_points(self, offset: int) -> int:
        """Return an offset in code points for one in code units; inside a character it is that character's start.

        >>> Units("a😀b").to_points(3), Units("a😀b").to_points(2)
        (2, 1)
        """
        return offset - bisect_right(self._wide_units, offset - 1)


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    (path / CONFIGURATION).write_text(_configuration(), encoding="utf-8")
    with (path / TASKS).open("w", encoding="utf-8", newline="") as file:
        file.write("[")
        for number, report in enumerate(selection.iter_reports()):
            marks = list(iter_marks(report))
            file.write(("," if number else "") + "\n" + json.dumps(_task(report, marks), ensure_ascii=False))
            tally.count("reports")
            tally.count("marks", len(marks))
        file.write("\n]\n")


def _task(report: ChosenReport, marks: list[Mark]) -> dict[str, Any]:
    import dateline

    document = report.record.document
    units = Units(document.text)
    results = [result for mark in marks for result in _results(mark, units, document.text)]
    return {
        "data": {
            TEXT: document.text,
            "title": document.title,
            "document": document.id,
            "marks": [mark.id for mark in marks],
        },
        "predictions": [{"model_version": f"dateline {dateline.__version__}", "result": results}],
    }


def _results(mark: Mark, units: Units, text: str) -> list[dict[str, Any]]:
    """Return a region for each stretch of a mark: `s1` or, where there are several, `s1#1`, `s1#2`."""
    several = len(mark.spans) > 1
    return [
        {
            "id": f"{mark.id}#{number}" if several else mark.id,
            "from_name": CONTROL,
            "to_name": TEXT,
            "type": "labels",
            "value": _value(span, mark.label, units, text),
        }
        for number, span in enumerate(mark.spans, start=1)
    ]


def _value(span: Span, label: str, units: Units, text: str) -> dict[str, Any]:
    return {
        "start": units.to_units(span.start),
        "end": units.to_units(span.end),
        "text": span.of(text),
        "labels": [label],
    }


def _configuration() -> str:
    """Return the labelling configuration that a project needs for these tasks."""
    lines = [
        "<View>",
        f'  <Labels name="{CONTROL}" toName="{TEXT}">',
        *(f'    <Label value="{label}"/>' for label in all_labels()),
        "  </Labels>",
        f'  <Text name="{TEXT}" value="${TEXT}"/>',
        "</View>",
    ]
    return "\n".join(lines) + "\n"


FORMAT = Format(
    "label-studio", "texts with marks as tasks of Label Studio, to be corrected and imported again", "", _write, folder=True,
    never=("who did what to whom: only which words were marked as what",),
)  # fmt: skip
