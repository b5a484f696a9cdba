"""A record's pieces as rows of the archive's tables: column names and values, nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dateline.model import Event, Position, Record, Statement

Row = dict[str, Any]
JOINT = " … "


def actor_rows(version: int, record: Record) -> Iterator[Row]:
    """Yield the rows of `actor`."""
    for actor in record.actors:
        yield {"version": version, **actor.model_dump(mode="json", exclude={"mentions"})}


def mention_rows(version: int, record: Record) -> Iterator[Row]:
    """Yield the rows of `mention`."""
    for actor in record.actors:
        for mention in actor.mentions:
            yield {"version": version, "actor": actor.id, **mention.model_dump(mode="json")}


def place_rows(version: int, record: Record) -> Iterator[Row]:
    """Yield the rows of `place`."""
    for place in record.places:
        yield {"version": version, **place.model_dump(mode="json")}


def time_rows(version: int, record: Record) -> Iterator[Row]:
    """Yield the rows of `time`."""
    for time in record.times:
        yield {"version": version, **time.model_dump(mode="json")}


def diagnostic_rows(version: int, record: Record) -> Iterator[Row]:
    """Yield the rows of `diagnostic`."""
    for diagnostic in record.diagnostics:
        yield {"version": version, **diagnostic.model_dump(mode="json")}


def event_row(number: int, version: int, event: Event) -> Row:
    """Return the row of `event`."""
    values = event.model_dump(mode="json", exclude={"actors", "recipients", "trigger", "evidence", "contexts"})
    return {"number": number, "version": version, "contexts": json.dumps(event.contexts), **values}


def role_rows(number: int, version: int, event: Event) -> Iterator[Row]:
    """Yield the rows of `role`."""
    for role, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for ordinal, actor in enumerate(actors, start=1):
            yield {"event": number, "role": role, "ordinal": ordinal, "version": version, "actor": actor}


def statement_row(number: int, version: int, statement: Statement, text: str) -> Row:
    """Return the row of `statement`."""
    values = statement.model_dump(mode="json", exclude={"speakers", "speaker_span", "cue", "content", "anonymous"})
    return {
        "number": number,
        "version": version,
        "words": JOINT.join(span.of(text) for span in statement.content),
        "anonymous": int(statement.anonymous),
        **values,
    }


def speaker_rows(number: int, version: int, statement: Statement) -> Iterator[Row]:
    """Yield the rows of `speaker`."""
    speakers = statement.speakers or ((statement.speaker,) if statement.speaker else ())
    for ordinal, actor in enumerate(speakers, start=1):
        yield {"statement": number, "ordinal": ordinal, "version": version, "actor": actor}


def position_row(number: int, version: int, position: Position, text: str) -> Row:
    """Return the row of `position`."""
    values = position.model_dump(mode="json", exclude={"holder", "toward", "content", "condition"})
    condition = position.condition
    return {
        "number": number,
        "version": version,
        "words": position.content.of(text),
        "condition": condition.span.of(text) if condition else None,
        "relation": condition.relation.value if condition else None,
        **values,
    }


def stance_rows(number: int, version: int, position: Position) -> Iterator[Row]:
    """Yield the rows of `stance`."""
    for role, actors in (("holder", position.holder), ("toward", position.toward)):
        for ordinal, actor in enumerate(actors, start=1):
            yield {"position": number, "role": role, "ordinal": ordinal, "version": version, "actor": actor}


def evidence_rows(numbers: Mapping[str, int], record: Record) -> Iterator[Row]:
    """Yield the rows of `evidence`: every stretch of text that an item stands on."""
    for event in record.events:
        yield _evidence(numbers[event.id], "trigger", 1, event.trigger.start, event.trigger.end)
        yield _evidence(numbers[event.id], "sentence", 1, event.evidence.start, event.evidence.end)
    for statement in record.statements:
        for ordinal, span in enumerate(statement.content, start=1):
            yield _evidence(numbers[statement.id], "content", ordinal, span.start, span.end)
        for part, found in (("cue", statement.cue), ("speaker", statement.speaker_span)):
            if found is not None:
                yield _evidence(numbers[statement.id], part, 1, found.start, found.end)
    for position in record.positions:
        yield _evidence(numbers[position.id], "content", 1, position.content.start, position.content.end)
        if position.condition is not None:
            yield _evidence(numbers[position.id], "condition", 1, position.condition.start, position.condition.end)


def _evidence(item: int, part: str, ordinal: int, start: int, end: int) -> Row:
    return {"item": item, "part": part, "ordinal": ordinal, "start": start, "end": end}
