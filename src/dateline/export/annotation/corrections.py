"""What a person changed in marked texts, as decisions for the log: moved, changed, added, deleted.

Two marks are the same where both carry the same id; the id comes from the export. What an export did not hold (it can be
limited to some types) is never taken for deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dateline.archive import ArchiveReader
from dateline.archive.decisions import (
    Change,
    Decision,
    DecisionLog,
    LoggedDecision,
    Target,
    Verdict,
    standing_decisions,
)
from dateline.errors import ArchiveError, BadInput
from dateline.export.annotation.brat import split_at_line_ends
from dateline.export.annotation.marks import Mark, iter_marks
from dateline.export.chosen.selection import ChosenReport, Joining, Told
from dateline.model import DocumentId, Record, Span


@dataclass(frozen=True, slots=True)
class CorrectedMark:
    """A mark as it came back: `id` is that of the mark it was, None where a person added it."""

    id: str | None
    layer: str
    type: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CorrectedText:
    """A report as it came back: its text, the ids that the export held, and the marks that are there now."""

    source: str
    document: str
    text: str
    exported: tuple[str, ...]
    marks: tuple[CorrectedMark, ...]


@dataclass(slots=True)
class Summary:
    """What an import brought: how many reports it looked at and what became of the marks.

    `known` counts changes that the log has already, `taken_back` decisions of an earlier import that no longer stand.
    """

    reports: int = 0
    unchanged: int = 0
    moved: int = 0
    retyped: int = 0
    added: int = 0
    deleted: int = 0
    known: int = 0
    taken_back: int = 0

    @property
    def logged(self) -> int:
        """How many entries were made in the log."""
        return self.moved + self.retyped + self.added + self.deleted + self.taken_back


def take_corrections(path: Path, texts: Iterator[CorrectedText], *, author: str, via: str) -> Summary:
    """Log what `author` changed and return what it was; taking the same texts again logs nothing more.

    Raises BadInput for a text that is not the archive's, ArchiveError for a report that it does not have.
    """
    taking = _Taking(author, via)
    decisions: list[Decision] = []
    with ArchiveReader(path) as reader:
        standing = _by_report(standing_decisions(reader), author, via)
        for text in texts:
            decisions += taking.compare(text, _archived(reader, text), standing.get(text.document, []))
    if decisions:
        with DecisionLog(path) as log:
            log.log(decisions)
    return taking.summary


def _by_report(standing: Sequence[LoggedDecision], author: str, via: str) -> dict[str, list[LoggedDecision]]:
    found: dict[str, list[LoggedDecision]] = {}
    for logged in standing:
        target = logged.decision.target
        if target and logged.decision.author == author and logged.decision.via == via:
            found.setdefault(target.document, []).append(logged)
    return found


def _archived(reader: ArchiveReader, text: CorrectedText) -> Record:
    try:
        record = reader.record(DocumentId(text.document))
    except ArchiveError as error:
        raise BadInput(text.source, f"the archive {reader.path} has no report {text.document}") from error
    if record.document.text != text.text:
        raise BadInput(text.source, "this text is not the one in the archive; marks can be changed, words cannot")
    return record


@dataclass(slots=True)
class _Taking:
    """One import: whose it is, made with what, and what it brought so far."""

    author: str
    via: str
    summary: Summary = field(default_factory=Summary)

    def compare(self, text: CorrectedText, record: Record, held: Sequence[LoggedDecision]) -> list[Decision]:
        """Return the decisions that a report's marks ask for and the log does not have."""
        self.summary.reports += 1
        wanted = list(_iter_wanted(text, record, self.summary))
        known = {_what(logged.decision) for logged in held}
        new = []
        for verdict, target, change in wanted:
            if (verdict, target, change) in known:
                self.summary.known += 1
            else:
                _count(self.summary, verdict, target, change)
                new.append(Decision(verdict, self.author, self.via, target, change=change))
        return new + self._take_back(text, record, held, {target for _, target, _ in wanted})

    def _take_back(
        self, text: CorrectedText, record: Record, held: Sequence[LoggedDecision], asked: set[Target]
    ) -> list[Decision]:
        """Return an undo for each decision of an earlier import that the marks no longer ask for."""
        exported = {_target(text.document, mark) for mark in _marks(record) if mark.id in text.exported}
        undone = [
            logged.number
            for logged in held
            if logged.decision.target not in asked
            and (logged.decision.verdict is Verdict.ADD or logged.decision.target in exported)
        ]
        self.summary.taken_back += len(undone)
        return [Decision(Verdict.UNDO, self.author, self.via, undoes=number) for number in undone]


_Wanted = tuple[Verdict, Target, Change | None]


def _what(decision: Decision) -> tuple[Verdict, Target | None, Change | None]:
    return decision.verdict, decision.target, decision.change


def _iter_wanted(text: CorrectedText, record: Record, summary: Summary) -> Iterator[_Wanted]:
    before = {mark.id: mark for mark in _marks(record) if mark.id in text.exported}
    after = {mark.id: mark for mark in text.marks if mark.id in before}
    for mark_id, mark in before.items():
        target = _target(text.document, mark)
        now = after.get(mark_id)
        if now is None:
            yield Verdict.REJECT, target, None
        elif _is_same(mark, now, text.text):
            summary.unchanged += 1
        else:
            yield Verdict.CORRECT, target, Change(now.type, tuple((s.start, s.end) for s in now.spans))
    for added in text.marks:
        if added.id not in before:
            mark = Mark("", added.layer, added.type, added.spans)
            yield Verdict.ADD, _target(text.document, mark), None


def _is_same(mark: Mark, now: CorrectedMark, text: str) -> bool:
    """Tell whether nothing changed; brat's marks come back without the line ends inside them."""
    words = [split_at_line_ends(sorted(m.spans, key=lambda span: span.start), text) for m in (mark, now)]
    return words[0] == words[1] and (mark.layer, mark.type) == (now.layer, now.type)


def _count(summary: Summary, verdict: Verdict, target: Target, change: Change | None) -> None:
    if verdict is Verdict.ADD:
        summary.added += 1
    elif verdict is Verdict.REJECT:
        summary.deleted += 1
    elif change is not None and change.type != target.type:
        summary.retyped += 1
    else:
        summary.moved += 1


def _target(document: str, mark: Mark) -> Target:
    return Target(
        document, mark.layer, min(s.start for s in mark.spans), max(s.end for s in mark.spans), str(mark.type)
    )


def _marks(record: Record) -> list[Mark]:
    """Return every mark that a record has, whatever an export was limited to."""
    told = tuple(Told(record, event, 0, Joining(0, 0, 0)) for event in record.events)
    return list(iter_marks(ChosenReport(record, {}, told, record.statements, record.positions)))
