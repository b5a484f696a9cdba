"""What stands beside a report: each piece of its record as an entry that says what it is, where, by which rule and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dateline.model import Actor, ActorId, Event, Position, Record, Statement
from dateline.situation import Citation
from dateline.web.marks import voice_of
from dateline.web.wording import holds, say_date, say_kind, say_names, say_status, say_toll, say_voice

Field = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of the record. `head` says who, `lead` what in a word or two, `words` are the report's own.

    `tone` tells it apart within its layer; `voice` says on whose word we have it; `near` are pieces that take part in
    it and `within` the stretch of text they do so in.
    """

    id: str
    layer: str
    number: int | None
    tone: str
    head: str
    lead: str
    words: str
    voice: str
    fields: tuple[Field, ...]
    rule: str
    reason: str
    start: int
    mentions: tuple[int, ...] = ()
    near: tuple[str, ...] = ()
    within: tuple[int, int] | None = None
    citation: Citation | None = field(default=None)


def make_entries(record: Record, numbers: Mapping[str, int]) -> list[Entry]:
    """Return all entries of a record, layer by layer, each layer in order of the text."""
    made = [
        *(_of_event(record, event, numbers) for event in sorted(record.events, key=lambda e: e.trigger.start)),
        *(_of_statement(record, s, numbers) for s in sorted(record.statements, key=lambda s: s.content[0].start)),
        *(_of_position(record, p, numbers) for p in sorted(record.positions, key=lambda p: p.content.start)),
        *_of_actors(record),
        *_of_places(record),
        *_of_times(record),
    ]
    return made


def _of_event(record: Record, event: Event, numbers: Mapping[str, int]) -> Entry:
    text = record.document.text
    place = next((p for p in record.places if p.id == event.place), None)
    actors, recipients = _names(record, event.actors), _names(record, event.recipients)
    others = [e for e in record.events if e.same_as == event.same_as and e.id != event.id]
    fields = (
        ("status", say_status(event.status)),
        ("when", say_date(event.date)),
        ("where", f"{place.name}: {place.reason}" if place else ""),
        ("toll", say_toll(event.killed, event.injured, event.arrested)),
        ("codes", f"CAMEO {event.cameo or 'none'}, quad class {event.quad}, score {event.score:g}"),
        ("contexts", ", ".join(event.contexts)),
        ("told again", ", ".join(f"“{e.trigger.of(text)}”" for e in others)),
    )
    return Entry(
        id=str(event.id),
        layer="event",
        number=numbers.get(event.id),
        tone=event.status.value,
        head=f"{actors or 'somebody'} → {recipients}" if recipients else actors or "somebody",
        lead=say_kind(event.type.value, event.mode),
        words=event.trigger.of(text),
        voice=f"on the word of {_name(record, event.source)}" if event.source else "told by the report itself",
        fields=_given(fields),
        rule=event.rule,
        reason=event.reason,
        start=event.trigger.start,
        near=tuple(map(str, (*event.actors, *event.recipients, *([event.place] if event.place else [])))),
        within=(event.evidence.start, event.evidence.end),
        citation=_cite(record, numbers.get(event.id), event.evidence.start, event.evidence.end),
    )


def _of_statement(record: Record, statement: Statement, numbers: Mapping[str, int]) -> Entry:
    text = record.document.text
    ids = statement.speakers or ((statement.speaker,) if statement.speaker else ())
    named = statement.speaker_span.of(text) if statement.speaker_span else ""
    voice = voice_of(statement)
    fields = (
        ("words", {"direct": "the speaker's own", "indirect": "the reporter's", "mixed": "both"}[statement.directness]),
        ("why unnamed", statement.anonymity_reason or ""),
        ("to", _name(record, statement.addressee) if statement.addressee else ""),
        ("medium", statement.medium or ""),
        ("when", say_date(statement.date)),
        ("named as", named if ids and named else ""),
    )
    start, end = statement.content[0].start, statement.content[-1].end
    return Entry(
        id=str(statement.id),
        layer="statement",
        number=numbers.get(statement.id),
        tone=voice,
        head=_names(record, ids) or named or "somebody",
        lead=statement.cue.of(text) if statement.cue else "said",
        words=" … ".join(span.of(text) for span in statement.content),
        voice=say_voice(voice),
        fields=_given(fields),
        rule=statement.rule,
        reason=statement.reason,
        start=start,
        near=tuple(map(str, ids)),
        within=(min(start, _first(statement)), max(end, _last(statement))),
        citation=_cite(record, numbers.get(statement.id), start, end),
    )


def _first(statement: Statement) -> int:
    return min(s.start for s in (statement.speaker_span, statement.cue, *statement.content) if s)


def _last(statement: Statement) -> int:
    return max(s.end for s in (statement.speaker_span, statement.cue, *statement.content) if s)


def _of_position(record: Record, position: Position, numbers: Mapping[str, int]) -> Entry:
    text = record.document.text
    condition = position.condition
    relation = condition.relation.value.replace("_", " ") if condition else ""
    fields = (
        ("towards", _names(record, position.toward)),
        ("condition", f"{condition.span.of(text)} ({relation})" if condition else ""),
        ("deadline", say_date(position.deadline)),
        ("topic", position.topic or ""),
    )
    return Entry(
        id=str(position.id),
        layer="position",
        number=numbers.get(position.id),
        tone=position.kind.value,
        head=_names(record, position.holder) or "somebody",
        lead=holds(position.kind.value),
        words=position.content.of(text),
        voice=f"on the word of {_name(record, position.source)}" if position.source else "told by the report itself",
        fields=_given(fields),
        rule=position.rule,
        reason=position.reason,
        start=position.content.start,
        near=tuple(map(str, (*position.holder, *position.toward))),
        within=(position.content.start, position.content.end),
        citation=_cite(record, numbers.get(position.id), position.content.start, position.content.end),
    )


def _of_actors(record: Record) -> Iterator[Entry]:
    for actor in record.actors:
        starts = sorted(m.start for m in actor.mentions)
        fields = (
            ("kind", actor.kind.value.replace("_", " ")),
            ("country", actor.country or ""),
            ("sector", actor.sector.value if actor.sector else ""),
            ("office", actor.office or ""),
            ("Wikidata", actor.wikidata or ""),
        )
        yield Entry(
            id=str(actor.id), layer="actor", number=None, tone=actor.kind.value, head=actor.name,
            lead=f"{len(starts)}×" if len(starts) > 1 else "", words="", voice="", fields=_given(fields), rule="",
            reason=actor.reason, start=starts[0] if starts else 0, mentions=tuple(starts),
        )  # fmt: skip


def _of_places(record: Record) -> Iterator[Entry]:
    for place in sorted(record.places, key=lambda p: p.start):
        point = (
            f"{place.latitude:g}, {place.longitude:g}"
            if place.latitude is not None and place.longitude is not None
            else ""
        )
        fields = (
            ("kind", place.kind.value),
            ("country", place.country or ""),
            ("region", place.admin1 or ""),
            ("point", point),
            ("GeoNames", str(place.geonames_id or "")),
        )
        yield Entry(
            id=str(place.id), layer="place", number=None, tone=place.kind.value, head=place.name, lead=place.country or "",
            words="", voice="", fields=_given(fields), rule="", reason=place.reason, start=place.start,
        )  # fmt: skip


def _of_times(record: Record) -> Iterator[Entry]:
    for number, time in enumerate(record.times, start=1):
        fields = (("type", time.type.value.lower()), ("counted from", say_date(time.anchor)))
        yield Entry(
            id=f"t{number}", layer="time", number=None, tone=time.type.value.lower(), head=time.value, lead="",
            words=time.span.of(record.document.text), voice="", fields=_given(fields), rule=time.rule,
            reason=time.reason, start=time.start,
        )  # fmt: skip


def _names(record: Record, ids: Iterable[ActorId]) -> str:
    return say_names(_name(record, i) for i in ids)


def _name(record: Record, actor_id: ActorId) -> str:
    actor: Actor = record.actor(actor_id)
    return " ".join(actor.name.split())


def _given(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple((label, value) for label, value in fields if value)


def _cite(record: Record, number: int | None, start: int, end: int) -> Citation | None:
    if number is None:
        return None
    document = record.document
    return Citation(
        number=number,
        document=document.id,
        title=document.title,
        publisher=document.publisher or document.agency or document.source.rsplit("/", 1)[-1],
        agency=document.agency,
        published=document.published,
        url=document.url,
        source=document.source,
        start=start,
        end=end,
        words=document.text[start:end],
    )
