"""Every field of an event, statement or position, labelled, for `dateline show`."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.cli.lines.phrases import (
    condition_of,
    name_actors,
    place_of,
    say_kind,
    say_toll,
    say_unnamed,
    speaker_of,
    speakers_of,
    status_word,
)
from dateline.model import Actor, ActorId, Event, Position, Record, Statement
from dateline.model.wording import holds, say_date

Field = tuple[str, str]


def iter_fields(record: Record, piece: Event | Statement | Position) -> Iterator[Field]:
    """Yield label and value of each field; an empty value says that the report does not tell."""
    if isinstance(piece, Event):
        yield from _of_event(record, piece)
    elif isinstance(piece, Statement):
        yield from _of_statement(record, piece)
    else:
        yield from _of_position(record, piece)
    yield "rule", piece.rule
    yield "reason", piece.reason


def _of_event(record: Record, event: Event) -> Iterator[Field]:
    word = status_word(event.status)
    yield "what", say_kind(event)
    yield "status", f"{event.status.value} ({word})" if word and word != event.status.value else event.status.value
    yield from _people(record, "actors", event.actors)
    yield from _people(record, "recipients", event.recipients)
    yield "when", say_date(event.date)
    place = place_of(record, event)
    yield "where", f"{place.name} ({place.country or 'no country'}): {place.reason}" if place else ""
    yield "toll", say_toll(event)
    yield "told by", _teller(record, event.source)
    contexts = f", {', '.join(event.contexts)}" if event.contexts else ""
    yield "codes", f"CAMEO {event.cameo or 'none'}, quad {event.quad}, score {event.score:g}{contexts}"
    others = [e for e in record.events if e.same_as == event.same_as and e.id != event.id]
    yield "also told", ", ".join(f"“{e.trigger.of(record.document.text)}”" for e in others)


def _of_statement(record: Record, statement: Statement) -> Iterator[Field]:
    ids = speakers_of(statement)
    yield from _people(record, "speaker", ids) if ids else [("speaker", speaker_of(record, statement))]
    yield "directness", statement.directness.value
    yield "unnamed", say_unnamed(statement)
    yield "to", name_actors(record, [statement.addressee]) if statement.addressee else ""
    yield "medium", statement.medium or ""
    yield "when", say_date(statement.date)
    outer = next((s for s in record.statements if s.id == statement.within), None)
    yield "told within", f"a statement of {speaker_of(record, outer)}" if outer else ""


def _of_position(record: Record, position: Position) -> Iterator[Field]:
    yield from _people(record, "holder", position.holder)
    yield "kind", f"{position.kind.value} ({holds(position.kind)})"
    yield from _people(record, "towards", position.toward)
    condition = condition_of(record, position)
    relation = position.condition.relation.value.replace("_", " ") if position.condition else ""
    yield "condition", f"{condition} ({relation})" if condition else ""
    yield "deadline", say_date(position.deadline)
    yield "topic", position.topic or ""
    yield "told by", _teller(record, position.source)


def _people(record: Record, label: str, ids: tuple[ActorId, ...]) -> Iterator[Field]:
    """Yield one field for each actor: its name, codes, and why it is taken for that one."""
    for number, actor_id in enumerate(ids):
        yield label if number == 0 else "", _describe(record.actor(actor_id))
    if not ids:
        yield label, "unknown"


def _describe(actor: Actor) -> str:
    codes = " ".join(code for code in (actor.country, actor.sector) if code)
    known = ", ".join(part for part in (codes, actor.office) if part)
    return f"{actor.name} ({known}): {actor.reason}" if known else f"{actor.name}: {actor.reason}"


def _teller(record: Record, source: ActorId | None) -> str:
    return name_actors(record, [source]) if source else "the report itself"
