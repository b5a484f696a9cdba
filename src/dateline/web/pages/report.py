"""A report: its text with everything marked that was read from it, and every piece listed beside it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from dateline.archive.asking.reports import VersionRow, find_versions
from dateline.errors import BadQuestion
from dateline.model import DocumentId, Record, Span
from dateline.web.asking import Ask
from dateline.web.desk import Desk
from dateline.web.entries import make_entries
from dateline.web.marks import cut_report, find_marks, iter_blocks
from dateline.web.page import Elsewhere, Page
from dateline.web.versions import Run, changed_paragraphs

LAYERS = ("event", "statement", "position", "actor", "place", "time")
STRETCH = 24_000
"""Characters of a long report that one page shows: more marks than that make a browser slow."""


def build_report(desk: Desk, ask: Ask) -> Page | Elsewhere:
    """Return the page of a report; of a long one the stretch asked for by `part`, or the one that holds `at`."""
    record = desk.situation.seen_record(DocumentId(ask.part("document")))
    numbers = desk.numbers(record.document.id)
    stretches = cut_stretches(record)
    at = ask.one("at")
    if at is not None:
        return _find(ask, record, numbers, stretches, at)
    part = _part(ask, len(stretches))
    stretch = stretches[part - 1]
    marks = [m for m in find_marks(record) if m.start < stretch.end and m.end > stretch.start]
    paragraphs = cut_report(record, marks, stretch)
    entries = make_entries(record, numbers, {m.piece for m in marks})
    groups = [(layer, [e for e in entries if e.layer == layer]) for layer in LAYERS]
    values = {
        "record": record,
        "paragraphs": paragraphs,
        "groups": groups,
        "entries": {e.id: e for e in entries},
        "part": part,
        "parts": len(stretches),
        **find_history(desk, record, ask.one("compare")),
    }
    return Page(
        record.document.title or "Report",
        "report.html",
        values,
        lambda: {**record.model_dump(mode="json"), "numbers": numbers},
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions of a report, the earlier first."""

    before: int
    after: int
    paragraphs: list[list[Run]]


def find_history(desk: Desk, record: Record, other: str | None) -> dict[str, Any]:
    """Return the versions of a report, its family of copies, and what changed against another version where asked."""
    document = record.document.id
    versions = find_versions(desk.reader, document)
    family = next(iter(desk.reader.families(document=document)), None)
    ordinal = next(v.ordinal for v in versions if v.document == document)
    members = (family.origin, *family.copies) if family else ()
    return {
        "versions": versions,
        "ordinal": ordinal,
        "family": family,
        "copy_of": next((m.copy_of for m in members if m.document == document), None),
        "compared": _compare(desk, record, ordinal, versions, other) if other else None,
    }


def _compare(desk: Desk, record: Record, ordinal: int, versions: list[VersionRow], other: str) -> Comparison:
    found = next((v for v in versions if v.document == other), None)
    if found is None:
        raise BadQuestion(f"compare: {other!r} is no other version of this report")
    texts = [(ordinal, record.document.text), (found.ordinal, desk.whole.record(found.document).document.text)]
    (before, old), (after, new) = sorted(texts)
    return Comparison(before, after, changed_paragraphs(old, new))


def cut_stretches(record: Record) -> list[Span]:
    """Return the stretches a report is shown in: whole paragraphs, each stretch about `STRETCH` characters long."""
    blocks = [span for _, span in iter_blocks(record)]
    if not blocks:
        return [Span(start=0, end=max(1, len(record.document.text)))]
    stretches, start = [], blocks[0].start
    for number, block in enumerate(blocks):
        last = number + 1 == len(blocks)
        if last or blocks[number + 1].end - start > STRETCH:
            stretches.append(Span(start=start, end=block.end))
            start = start if last else blocks[number + 1].start
    return stretches


def _part(ask: Ask, parts: int) -> int:
    value = ask.one("part") or "1"
    if not value.isascii() or not value.isdigit() or not 1 <= int(value[:9]) <= parts:
        raise BadQuestion(f"part: this report has parts 1 to {parts}, not {value!r}")
    return int(value)


def _find(ask: Ask, record: Record, numbers: dict[str, int], stretches: list[Span], at: str) -> Elsewhere:
    """Return the address of the mark of a piece, named by its id in the record or its number in the archive."""
    piece = next((piece for piece, number in numbers.items() if str(number) == at), at)
    start = min((mark.start for mark in find_marks(record) if mark.piece == piece), default=None)
    if start is None:
        raise BadQuestion(f"at: this report has no piece {at!r}")
    part = max(1, bisect_right([s.start for s in stretches], start))
    return Elsewhere(ask.link(ask.path, part=part if len(stretches) > 1 else None) + f"#m-{piece}")
