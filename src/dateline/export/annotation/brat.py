"""Texts with marks in brat's standoff format: a folder with one .txt and one .ann a report, and brat's configuration.

Every mark carries a note with its id in the record ("dateline e3"), and dateline.json lists the marks that were
written, so that `dateline import brat` can tell what a person moved, changed, added and deleted. Offsets are code points,
as brat's own are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.export.annotation.marks import LAYER_TYPES, Mark, iter_marks, label_of
from dateline.export.chosen.selection import ChosenReport, Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.model import ActorId, EventStatus, Span

MANIFEST = "dateline.json"
_LINES = re.compile(r"[^\r\n]+")


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    written: dict[str, list[str]] = {}
    for report in selection.iter_reports():
        document = report.record.document
        marks = [mark for mark in iter_marks(report) if _has_words(mark, document.text)]
        (path / f"{document.id}.txt").write_bytes(document.text.encode("utf-8"))
        (path / f"{document.id}.ann").write_bytes(
            "".join(f"{line}\n" for line in lines_of(report, marks)).encode("utf-8")
        )
        written[document.id] = [mark.id for mark in marks]
        tally.count("reports")
        tally.count("marks", len(marks))
    (path / MANIFEST).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    (path / "annotation.conf").write_text(_configuration(), encoding="utf-8")


def lines_of(report: ChosenReport, marks: Sequence[Mark]) -> Iterator[str]:
    """Yield the lines of a report's .ann: marks, events, notes that say which mark is which; line ends are no marks."""
    text = report.record.document.text
    marks = [mark for mark in marks if _has_words(mark, text)]
    names = {mark.id: f"T{number}" for number, mark in enumerate(marks, start=1)}
    for mark in marks:
        pieces = split_at_line_ends(mark.spans, text)
        offsets = ";".join(f"{span.start} {span.end}" for span in pieces)
        yield f"{names[mark.id]}\t{mark.label} {offsets}\t{' '.join(span.of(text) for span in pieces)}"
    yield from _events(report, names)
    for number, mark in enumerate(marks, start=1):
        yield f"#{number}\tAnnotatorNotes {names[mark.id]}\tdateline {mark.id}"


def _has_words(mark: Mark, text: str) -> bool:
    return bool(split_at_line_ends(mark.spans, text))


def split_at_line_ends(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the same words without line ends: no mark of brat's may hold one.

    >>> split_at_line_ends([Span(start=0, end=7)], "one\\ntwo")
    (Span(start=0, end=3), Span(start=4, end=7))
    """
    return tuple(
        Span(start=span.start + line.start(), end=span.start + line.end())
        for span in spans
        for line in _LINES.finditer(span.of(text))
    )


def _events(report: ChosenReport, names: dict[str, str]) -> Iterator[str]:
    """Yield a line for each event with its parties, and one for what is not told as done."""
    for number, told in enumerate(report.told, start=1):
        event = told.event
        label = f"{label_of('event', event.type.value)}:{names[event.id]}"
        roles = [("Actor", a) for a in event.actors] + [("Recipient", a) for a in event.recipients]
        counts: dict[str, int] = {}
        arguments = []
        for role, actor in roles:
            mention = _mention_near(report, actor, event.trigger.start)
            if mention in names:
                counts[role] = counts.get(role, 0) + 1
                suffix = "" if counts[role] == 1 else str(counts[role])
                arguments.append(f"{role}{suffix}:{names[mention]}")
        yield f"E{number}\t{' '.join([label, *arguments])}"
        if event.status is not EventStatus.ACTUAL:
            yield f"A{number}\tStatus E{number} {event.status.value}"


def _mention_near(report: ChosenReport, actor_id: ActorId, offset: int) -> str:
    """Return the id of the mention of an actor that stands nearest."""
    mentions = report.actor(actor_id).mentions
    numbers = range(len(mentions))
    nearest = min(numbers, key=lambda n: abs(mentions[n].start - offset), default=0)
    return f"{actor_id}.{nearest + 1}"


def _configuration() -> str:
    entities = [label_of(layer, str(t)) for layer, types in LAYER_TYPES.items() if layer != "event" for t in types]
    events = [f"{label_of('event', str(t))} Actor*:actor, Recipient*:actor" for t in LAYER_TYPES["event"]]
    statuses = "|".join(status.value for status in EventStatus if status is not EventStatus.ACTUAL)
    lines = [
        "[entities]",
        *entities,
        "[events]",
        *events,
        "[relations]",
        "[attributes]",
        f"Status Arg:<EVENT>, Value:{statuses}",
    ]
    return "\n".join(lines) + "\n"


FORMAT = Format(
    "brat", "texts with marks in brat's standoff format, to be corrected and imported again", "", _write, folder=True,
    never=("speakers of statements and holders of positions", "dates and places of events"),
)  # fmt: skip
