"""Records as people decided: what they rejected is left out, what they changed is as they changed it.

The record that was read never changes; this is a view of it. What a person added has no parties and stays in the log.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from dateline.archive.decisions import Change, LoggedDecision, Target, Verdict, decisions_on, standing_decisions
from dateline.archive.keeping.rows import JOINT
from dateline.archive.packing import unpack_record
from dateline.archive.reader import ArchiveReader, Item
from dateline.knowledge.ontology.types import load_ontology
from dateline.model import DocumentId, Event, EventType, Position, PositionKind, Record, Span, Statement
from dateline.model.wording import say_date

BY_PERSON = "person.corrected"
"""The rule of a piece that a person changed; its reason says who, when and from what."""
Decisions = Mapping[Target, LoggedDecision]
Piece = Event | Statement | Position
Decidable = TypeVar("Decidable", Event, Statement, Position)


def seen_record(reader: ArchiveReader, document: DocumentId) -> Record:
    """Return the record of a document version as people decided; raise ArchiveError where there is none."""
    record = reader.record(document)
    return _apply(record, _by_target(decisions_on(reader, document)))


def iter_seen_records(reader: ArchiveReader) -> Iterator[Record]:
    """Yield the records that count now, in the order they were kept, as people decided."""
    decisions = _by_target(standing_decisions(reader))
    for record in reader.iter_records():
        yield _apply(record, decisions)


def find_decision(reader: ArchiveReader, item: Item) -> LoggedDecision | None:
    """Return the decision that rejects or changes an item, None where nobody decided."""
    record = item.record
    piece = next(piece for piece in _pieces(record) if piece.id == item.id)
    return _by_target(decisions_on(reader, record.document.id)).get(_target_of(record, piece))


def write_decided(connection: sqlite3.Connection) -> None:
    """Write the table `decided` anew from the log and the records that it bears on."""
    connection.execute("DELETE FROM decided")
    documents = connection.execute(
        "SELECT DISTINCT v.number, v.record, v.text FROM standing_decision d JOIN version v ON v.id = d.document "
        "WHERE d.verdict IN ('reject', 'correct') AND d.layer IN ('event', 'statement', 'position')"
    ).fetchall()
    for version, packed, text in documents:
        record = unpack_record(packed, text)
        decisions = _by_target(decisions_on(connection, record.document.id))
        numbers = dict(connection.execute("SELECT id, number FROM item WHERE version = ?", (version,)).fetchall())
        for piece in _pieces(record):
            logged = decisions.get(_target_of(record, piece))
            if logged:
                connection.execute(_PUT, _row(record, piece, logged) | {"item": numbers[piece.id]})


def _by_target(logged: Iterable[LoggedDecision]) -> Decisions:
    """Return what was rejected or changed, by the piece as it was read."""
    verdicts = (Verdict.REJECT, Verdict.CORRECT)
    return {one.decision.target: one for one in logged if one.decision.target and one.decision.verdict in verdicts}


def _pieces(record: Record) -> list[Piece]:
    return [*record.events, *record.statements, *record.positions]


def _target_of(record: Record, piece: Piece) -> Target:
    layer, spans, type_ = _read_piece(piece)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return Target(record.document.id, layer, start, end, type_)


def _read_piece(piece: Piece) -> tuple[str, tuple[Span, ...], str]:
    """Return the layer, the words and the type of a piece as annotation tools show them."""
    if isinstance(piece, Event):
        return "event", (piece.trigger,), piece.type.value
    if isinstance(piece, Statement):
        return "statement", piece.content, "statement"
    return "position", (piece.content,), piece.kind.value


def _apply(record: Record, decisions: Decisions) -> Record:
    if not decisions:
        return record
    events = _decide(record, record.events, decisions)
    statements = _decide(record, record.statements, decisions)
    positions = _decide(record, record.positions, decisions)
    first: dict[str, Any] = {}
    for event in events:
        first.setdefault(event.same_as, event.id)
    first |= {event.same_as: event.same_as for event in events if event.same_as in {e.id for e in events}}
    kept = {statement.id for statement in statements}
    return record.model_copy(
        update={
            "events": tuple(e.model_copy(update={"same_as": first[e.same_as]}) for e in events),
            "statements": tuple(
                s if s.within is None or s.within in kept else s.model_copy(update={"within": None}) for s in statements
            ),
            "positions": tuple(
                p if p.statement is None or p.statement in kept else p.model_copy(update={"statement": None})
                for p in positions
            ),
        }
    )


def _decide(record: Record, pieces: tuple[Decidable, ...], decisions: Decisions) -> list[Decidable]:
    """Return the pieces that stand, those that were changed as they are now."""
    found = []
    for piece in pieces:
        logged = decisions.get(_target_of(record, piece))
        if logged is None:
            found.append(piece)
        elif logged.decision.change is not None:
            found.append(piece.model_copy(update=_changes(piece, logged.decision.change, logged)))
    return found


def _changes(piece: Piece, change: Change, logged: LoggedDecision) -> dict[str, Any]:
    """Return the values of a piece that a person's change makes others."""
    return {"rule": BY_PERSON, "reason": _explain(piece, logged)} | _changed_values(piece, change)


def _changed_values(piece: Piece, change: Change) -> dict[str, Any]:
    spans = tuple(Span(start=start, end=end) for start, end in change.spans)
    whole = Span(start=min(s.start for s in spans), end=max(s.end for s in spans))
    if isinstance(piece, Event):
        return _retype(piece, EventType(change.type)) | _move(piece, whole)
    return {"content": spans} if isinstance(piece, Statement) else {"kind": PositionKind(change.type), "content": whole}


def _retype(event: Event, type_: EventType) -> dict[str, Any]:
    """Return what a type brings with it: its quad class, score and code, and the mode where the type has that."""
    if type_ is event.type:
        return {}
    ontology = load_ontology()
    mode = event.mode if event.mode and ontology.has_mode(type_, event.mode) else None
    codes = {"score": ontology.score(type_, mode), "cameo": ontology.cameo(type_, mode)}
    return {"type": type_, "mode": mode, "quad": ontology.types[type_].quad, **codes}


def _move(event: Event, trigger: Span) -> dict[str, Any]:
    """Return where the act stands now; the sentence reaches as far as that."""
    start, end = min(event.evidence.start, trigger.start), max(event.evidence.end, trigger.end)
    return {"trigger": trigger, "evidence": Span(start=start, end=end)}


def _explain(piece: Piece, logged: LoggedDecision) -> str:
    """Return who changed a piece, when, and how it was read."""
    change, (layer, _, type_) = logged.decision.change, _read_piece(piece)
    from_type = f" from {type_.lower()}" if change and change.type != type_ else " to these words"
    return f"changed{from_type} by {logged.decision.author}, {say_date(logged.made[:10])}; {layer} read by {piece.rule}"


def _row(record: Record, piece: Piece, logged: LoggedDecision) -> dict[str, Any]:
    empty = dict.fromkeys(("type", "mode", "quad", "cameo", "score", "spans", "words", "rule", "reason"))
    row = {**empty, "verdict": logged.decision.verdict.value, "author": logged.decision.author}
    if logged.decision.change is None:
        return row
    changed: Piece = piece.model_copy(update=_changes(piece, logged.decision.change, logged))
    _, spans, type_ = _read_piece(changed)
    row |= {"type": type_, "rule": changed.rule, "reason": changed.reason}
    row["spans"] = json.dumps([[span.start, span.end] for span in spans])
    if isinstance(changed, Event):
        return row | {name: getattr(changed, name) for name in ("mode", "quad", "cameo", "score")}
    return row | {"words": JOINT.join(span.of(record.document.text) for span in spans)}


_PUT = (
    "INSERT INTO decided (item, verdict, author, type, mode, quad, cameo, score, spans, words, rule, reason) "
    "VALUES (:item, :verdict, :author, :type, :mode, :quad, :cameo, :score, :spans, :words, :rule, :reason)"
)
