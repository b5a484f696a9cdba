"""Reading back what Label Studio exports (JSON) of tasks that `dateline export label-studio` wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import BadInput
from dateline.export.annotation.corrections import CorrectedMark, CorrectedText
from dateline.export.annotation.label_studio import Units
from dateline.export.annotation.marks import read_label
from dateline.model import Span


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Value(_Part):
    start: int
    end: int
    labels: list[str] = Field(min_length=1, max_length=1)


class _Region(_Part):
    id: str
    type: str
    value: dict[str, Any]


class _Annotation(_Part):
    was_cancelled: bool = False
    result: list[_Region]


class _Data(_Part):
    text: str
    document: str
    marks: list[str]


class _Task(_Part):
    data: _Data
    annotations: list[_Annotation] = []


def iter_label_studio_texts(path: Path) -> Iterator[CorrectedText]:
    """Yield the annotated reports of a file; raise BadInput where it is not what Label Studio exports.

    Of several annotations of one task the last that was not cancelled counts; a task without one was not looked at and
    is passed over.
    """
    for number, task in enumerate(_read_tasks(path), start=1):
        source = f"{path} (task {number})"
        done = [a for a in task.annotations if not a.was_cancelled]
        if done:
            data = task.data
            marks = tuple(_iter_marks(done[-1].result, data, source))
            yield CorrectedText(source, data.document, data.text, tuple(data.marks), marks)


def _read_tasks(path: Path) -> list[_Task]:
    try:
        values = json.loads(path.read_bytes())
    except OSError as error:
        raise BadInput(str(path), f"cannot be read ({error.strerror or error})") from error
    except ValueError as error:
        raise BadInput(str(path), f"is no JSON ({error})") from error
    except RecursionError as error:
        raise BadInput(str(path), "is JSON that is nested too deeply") from error
    if not isinstance(values, list):
        raise BadInput(str(path), "is no list of tasks; export as JSON, not as JSON-MIN")
    tasks = []
    for number, value in enumerate(values, start=1):
        if not isinstance(value, dict):
            raise BadInput(f"{path} (task {number})", "is no task: an object with data and annotations is asked for")
        try:
            tasks.append(_Task.model_validate(value))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise BadInput(f"{path} (task {number})", f"{where}: {first['msg']}") from error
    return tasks


def _iter_marks(regions: list[_Region], data: _Data, source: str) -> Iterator[CorrectedMark]:
    units = Units(data.text)
    grouped: dict[str, list[tuple[str, Span]]] = {}
    for region in regions:
        if region.type == "labels":
            name = region.id.partition("#")[0]
            grouped.setdefault(name, []).append(_read_region(region, units, len(data.text), source))
    for name, parts in grouped.items():
        known = read_label(parts[-1][0])
        if known is None:
            raise BadInput(source, f"{parts[-1][0]!r} is no label of ours")
        spans = tuple(sorted((span for _, span in parts), key=lambda span: span.start))
        yield CorrectedMark(name if name in data.marks else None, *known, spans)


def _read_region(region: _Region, units: Units, length: int, source: str) -> tuple[str, Span]:
    try:
        value = _Value.model_validate(region.value)
    except ValidationError as error:
        raise BadInput(source, f"region {region.id!r}: one label, start and end are asked for") from error
    start, end = units.to_points(value.start), units.to_points(value.end)
    if not 0 <= start < end <= length:
        raise BadInput(source, f"region {region.id!r} lies outside the text")
    return value.labels[0], Span(start=start, end=end)
