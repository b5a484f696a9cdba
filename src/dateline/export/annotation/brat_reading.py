"""Reading back a folder of brat's that `dateline export brat` wrote and a person corrected."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.errors import BadInput
from dateline.export.annotation.brat import MANIFEST
from dateline.export.annotation.corrections import CorrectedMark, CorrectedText
from dateline.export.annotation.marks import read_label
from dateline.model import Span

_MARK = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t.*")
_NOTE = re.compile(r"#\d+\t\S+ (T\d+)\tdateline (\S+)")


def iter_brat_texts(folder: Path) -> Iterator[CorrectedText]:
    """Yield the reports of a folder; raise BadInput for a file that cannot be read or is none of an export."""
    for document, exported in sorted(_read_manifest(folder).items()):
        marks, text = folder / f"{document}.ann", folder / f"{document}.txt"
        words = _read(text)
        yield CorrectedText(str(marks), document, words, tuple(exported), tuple(iter_marks_of(marks, words)))


def _read_manifest(folder: Path) -> dict[str, list[str]]:
    path = folder / MANIFEST
    if not path.is_file():
        raise BadInput(
            str(folder), f"there is no {MANIFEST} in it; only what `dateline export brat` wrote can be imported"
        )
    try:
        values = json.loads(_read(path))
    except ValueError as error:
        raise BadInput(str(path), f"is no JSON ({error})") from error
    except RecursionError as error:
        raise BadInput(str(path), "is JSON that is nested too deeply") from error
    good = isinstance(values, dict) and all(
        re.fullmatch(r"[0-9a-f]{16}", name) and isinstance(ids, list) for name, ids in values.items()
    )
    if not good:
        raise BadInput(str(path), "is not what an export wrote: reports with the ids of their marks")
    return {str(name): [str(i) for i in ids] for name, ids in values.items()}


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(str(path), "is not UTF-8") from error
    except OSError as error:
        raise BadInput(str(path), f"cannot be read ({error.strerror or error})") from error


def iter_marks_of(path: Path, text: str) -> Iterator[CorrectedMark]:
    """Yield the marks of one .ann file; raise BadInput with the line of a mark that cannot be read."""
    lines = _read(path).split("\n")
    ids = {match[1]: match[2] for line in lines if (match := _NOTE.fullmatch(line.rstrip()))}
    for number, line in enumerate(lines, start=1):
        if not line.startswith("T"):
            continue
        match = _MARK.fullmatch(line.rstrip("\r"))
        if match is None:
            raise BadInput(
                str(path), "is no mark as brat writes them: T1, tab, type and offsets, tab, words", line=number
            )
        known = read_label(match[2])
        if known is None:
            raise BadInput(str(path), f"{match[2]!r} is no label of ours", line=number)
        spans = _read_spans(match[3], len(text), path, number)
        yield CorrectedMark(ids.get(match[1]), *known, spans)


def _read_spans(offsets: str, length: int, path: Path, line: int) -> tuple[Span, ...]:
    spans = []
    for pair in offsets.split(";"):
        start, end = map(int, pair.split())
        if not 0 <= start < end <= length:
            raise BadInput(str(path), f"{start} to {end} lies outside the text's {length} characters", line=line)
        spans.append(Span(start=start, end=end))
    return tuple(spans)
