"""The log of what people decided: accepted, rejected, corrected, added, merged, split; undone only by a later entry.

A decision is keyed by content, so that it holds for the same words whoever reads them again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from dateline.archive.database import is_busy, open_database
from dateline.archive.reader import ArchiveReader
from dateline.errors import ArchiveError, ArchiveLocked, BadQuestion

_COLUMNS = 'number, verdict, author, made, via, document, layer, start, "end", type, other, change, note, undoes'


class Verdict(StrEnum):
    """What was decided about a piece."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Target:
    """A piece by content: the report's id, the layer, where its words stand, and the type it was read as.

    `start` and `end` count code points; of words in several stretches they are the first start and the last end.
    """

    document: str
    layer: str
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a piece should be: its type, and the stretches of its words."""

    type: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person.

    `other` is the second piece of a merge or split, `change` what a correction makes of the piece, `undoes` the number
    of the decision that no longer holds. `via` says what it was made with.
    """

    verdict: Verdict
    author: str
    via: str
    target: Target | None = None
    other: Target | None = None
    change: Change | None = None
    note: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """A decision in the log: its number, and when it was made (UTC, ISO 8601)."""

    number: int
    made: str
    decision: Decision


class DecisionLog:
    """Writes decisions into an archive's log; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise ArchiveError(f"{path}: no such archive; `dateline read REPORTS --archive {path}` makes one")
        self.path = path
        self._connection = open_database(path)

    def __enter__(self) -> DecisionLog:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def log(self, decisions: Sequence[Decision]) -> list[int]:
        """Log decisions, all or none, and return their numbers.

        Raises BadQuestion for a decision that contradicts itself or undoes what is undone or not there, ArchiveLocked
        where another process is writing.
        """
        made = datetime.now(UTC).isoformat(timespec="seconds")
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            numbers = [self._insert(decision, made) for decision in decisions]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise self._explain(error) from error
        return numbers

    def _insert(self, decision: Decision, made: str) -> int:
        target = decision.target
        place = (target.document, target.layer, target.start, target.end, target.type) if target else (None,) * 5
        row = (
            decision.verdict.value, decision.author, made, decision.via, *place, _as_json(decision.other),
            _as_json(decision.change), decision.note, decision.undoes,
        )  # fmt: skip
        marks = ", ".join("?" * len(row))
        columns = _COLUMNS.removeprefix("number, ")
        return int(self._connection.execute(f"INSERT INTO decision ({columns}) VALUES ({marks})", row).lastrowid or 0)

    def _explain(self, error: sqlite3.Error) -> Exception:
        if isinstance(error, sqlite3.OperationalError) and is_busy(error):
            return ArchiveLocked(f"{self.path}: another process is writing to this archive; try again when it is done")
        if isinstance(error, sqlite3.IntegrityError):
            return BadQuestion(f"{self.path}: this decision cannot be logged ({error})")
        return ArchiveError(f"{self.path}: cannot be written ({error})")


def read_decisions(reader: ArchiveReader) -> list[LoggedDecision]:
    """Return the whole log in the order it was written."""
    return _read(reader.query(f"SELECT {_COLUMNS} FROM decision ORDER BY number").rows)


def standing_decisions(reader: ArchiveReader) -> list[LoggedDecision]:
    """Return the decisions that hold: not undone, and of several verdicts on one piece the last."""
    return _read(reader.query(f"SELECT {_COLUMNS} FROM standing_decision ORDER BY number").rows)


def decisions_on(archive: ArchiveReader | sqlite3.Connection, document: str) -> list[LoggedDecision]:
    """Return the decisions that hold on one report."""
    asked = f"SELECT {_COLUMNS} FROM standing_decision WHERE document = ? ORDER BY number"
    if isinstance(archive, ArchiveReader):
        return _read(archive.query(asked, (document,)).rows)
    return _read(archive.execute(asked, (document,)))


def _read(rows: Iterable[tuple[Any, ...]]) -> list[LoggedDecision]:
    return [_read_row(row) for row in rows]


def _read_row(row: tuple[Any, ...]) -> LoggedDecision:
    number, verdict, author, made, via, document, layer, start, end, type_, other, change, note, undoes = row
    target = Target(document, layer, start, end, type_) if document is not None else None
    values = json.loads(change) if change else None
    decision = Decision(
        Verdict(verdict),
        author,
        via,
        target,
        Target(**json.loads(other)) if other else None,
        Change(values["type"], tuple((a, b) for a, b in values["spans"])) if values else None,
        note,
        undoes,
    )
    return LoggedDecision(number, made, decision)


def _as_json(value: Target | Change | None) -> str | None:
    return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True) if value else None
