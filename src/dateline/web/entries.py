"""What stands beside a report: each piece of its record as an entry that says what it is, where, by which rule and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dateline.model import Actor, ActorId, Event, MentionForm, Place, Position, Record, Span, Statement
from dateline.model.wording import holds
from dateline.situation import Citation
from dateline.web.marks import voice_of
from dateline.web.wording import say_date, say_kind, say_names, say_status, say_toll, say_voice

Field = tuple[str, str]
Listed = TypeVar("Listed", Event, Statement, Position, Actor, Place)


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece of the record. `head` says who, `lead` what in a word or two, `words` are the report's own.

    `tone` tells it apart within its layer; `voice` says on whose word we have it; `by` are the actors that `head` names,
    `near` pieces that take part in it and `within` the stretch of text they do so in.
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
    by: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    within: tuple[int, int] | None = None
    citation: Citation | None = field(default=None)
    is_known: bool = False
    """Whether an actor can be told from others, so that it has a page of its own."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A record's pieces by id, so that none is searched for twice."""

    record: Record
    numbers: Mapping[str, int]
    names: Mapping[str, str]
    places: Mapping[str, Place]
    tellings: Mapping[str, list[Event]]
    """Events by the first telling of the same."""

    @classmethod
    def of(cls, record: Record, numbers: Mapping[str, int]) -> Pieces:
        """Return the pieces of a record with the archive's numbers of its items."""
        tellings: dict[str, list[Event]] = {}
        for event in record.events:
            tellings.setdefault(event.same_as, []).append(event)
        names = {str(actor.id): " ".join(actor.name.split()) for actor in record.actors}
        return cls(record, numbers, names, {place.id: place for place in record.places}, tellings)

    def words(self, span: Span) -> str:
        """Return the words that stand at a span."""
        return span.of(self.record.document.text)

    def name(self, ids: Iterable[ActorId | None]) -> str:
        """Return the names of actors as a list in words; nobody is left out."""
        return say_names(self.names[i] for i in ids if i is not None)


def make_entries(record: Record, numbers: Mapping[str, int], wanted: Collection[str] | None = None) -> list[Entry]:
    """Return the entries of a record, or of the wanted pieces, layer by layer, each layer in order of the text."""
    pieces = Pieces.of(record, numbers)

    def asked(found: Iterable[Listed]) -> list[Listed]:
        return [piece for piece in found if wanted is None or piece.id in wanted]

    return [
        *(_of_event(pieces, e) for e in sorted(asked(record.events), key=lambda e: e.trigger.start)),
        *(_of_statement(pieces, s) for s in sorted(asked(record.statements), key=lambda s: s.content[0].start)),
        *(_of_position(pieces, p) for p in sorted(asked(record.positions), key=lambda p: p.content.start)),
        *map(_of_actor, asked(record.actors)),
        *map(_of_place, sorted(asked(record.places), key=lambda p: p.start)),
        *(entry for entry in _of_times(record) if wanted is None or entry.id in wanted),
    ]


def _of_event(pieces: Pieces, event: Event) -> Entry:
    place = pieces.places.get(event.place or "")
    actors, recipients = pieces.name(event.actors), pieces.name(event.recipients)
    others = [e for e in pieces.tellings[event.same_as] if e.id != event.id]
    fields = (
        ("status", say_status(event.status)),
        ("when", say_date(event.date)),
        ("where", f"{place.name}: {place.reason}" if place else ""),
        ("toll", say_toll(event.killed, event.injured, event.arrested)),
        ("codes", f"CAMEO {event.cameo or 'none'}, quad class {event.quad}, score {event.score:g}"),
        ("contexts", ", ".join(event.contexts)),
        ("told again", ", ".join(f"“{pieces.words(e.trigger)}”" for e in others)),
    )
    return Entry(
        id=str(event.id),
        layer="event",
        number=pieces.numbers.get(event.id),
        tone=event.status.value,
        head=f"{actors or 'somebody'} → {recipients}" if recipients else actors or "somebody",
        lead=say_kind(event.type.value, event.mode),
        words=pieces.words(event.trigger),
        voice=f"on the word of {pieces.name([event.source])}" if event.source else "told by the report itself",
        fields=_given(fields),
        rule=event.rule,
        reason=event.reason,
        start=event.trigger.start,
        near=tuple(map(str, (*event.actors, *event.recipients, *([event.place] if event.place else [])))),
        within=(event.evidence.start, event.evidence.end),
        citation=_cite(pieces, event.id, event.evidence.start, event.evidence.end),
    )


def _of_statement(pieces: Pieces, statement: Statement) -> Entry:
    ids = statement.speakers or ((statement.speaker,) if statement.speaker else ())
    named = pieces.words(statement.speaker_span) if statement.speaker_span else ""
    voice = voice_of(statement)
    fields = (
        ("words", {"direct": "the speaker's own", "indirect": "the reporter's", "mixed": "both"}[statement.directness]),
        ("why unnamed", statement.anonymity_reason or ""),
        ("to", pieces.name([statement.addressee]) if statement.addressee else ""),
        ("medium", statement.medium or ""),
        ("when", say_date(statement.date)),
        ("named as", named if ids and named else ""),
    )
    start, end = statement.content[0].start, statement.content[-1].end
    return Entry(
        id=str(statement.id),
        layer="statement",
        number=pieces.numbers.get(statement.id),
        tone=voice,
        head=pieces.name(ids) or named or "somebody",
        lead=pieces.words(statement.cue) if statement.cue else "said",
        words=" … ".join(pieces.words(span) for span in statement.content),
        voice=say_voice(voice),
        fields=_given(fields),
        rule=statement.rule,
        reason=statement.reason,
        start=start,
        by=tuple(map(str, ids)),
        near=tuple(map(str, ids)),
        within=(min(start, _first(statement)), max(end, _last(statement))),
        citation=_cite(pieces, statement.id, start, end),
    )


def _first(statement: Statement) -> int:
    return min(s.start for s in (statement.speaker_span, statement.cue, *statement.content) if s)


def _last(statement: Statement) -> int:
    return max(s.end for s in (statement.speaker_span, statement.cue, *statement.content) if s)


def _of_position(pieces: Pieces, position: Position) -> Entry:
    condition = position.condition
    relation = condition.relation.value.replace("_", " ") if condition else ""
    fields = (
        ("towards", pieces.name(position.toward)),
        ("condition", f"{pieces.words(condition.span)} ({relation})" if condition else ""),
        ("deadline", say_date(position.deadline)),
        ("topic", position.topic or ""),
    )
    return Entry(
        id=str(position.id),
        layer="position",
        number=pieces.numbers.get(position.id),
        tone=position.kind.value,
        head=pieces.name(position.holder) or "somebody",
        lead=holds(position.kind.value),
        words=pieces.words(position.content),
        voice=f"on the word of {pieces.name([position.source])}" if position.source else "told by the report itself",
        fields=_given(fields),
        rule=position.rule,
        reason=position.reason,
        start=position.content.start,
        by=tuple(map(str, position.holder)),
        near=tuple(map(str, (*position.holder, *position.toward))),
        within=(position.content.start, position.content.end),
        citation=_cite(pieces, position.id, position.content.start, position.content.end),
    )


def _of_actor(actor: Actor) -> Entry:
    starts = sorted(m.start for m in actor.mentions)
    fields = (
        ("kind", actor.kind.value.replace("_", " ")),
        ("country", f"{actor.country or ''}{' (assumed)' if actor.country_assumed else ''}"),
        ("sector", actor.sector.value if actor.sector else ""),
        ("office", actor.office or ""),
        ("Wikidata", actor.wikidata or ""),
    )
    return Entry(
        id=str(actor.id), layer="actor", number=None, tone=actor.kind.value, head=actor.name,
        lead=f"{len(starts)}×" if len(starts) > 1 else "", words="", voice="", fields=_given(fields), rule="",
        reason=actor.reason, start=starts[0] if starts else 0, is_known=is_known(actor),
    )  # fmt: skip


def is_known(actor: Actor) -> bool:
    """Tell whether an actor has a name, or is a group of a known country and sector."""
    return any(m.form is MentionForm.NAME for m in actor.mentions) or bool(actor.country and actor.sector)


def _of_place(place: Place) -> Entry:
    point = "" if place.latitude is None or place.longitude is None else f"{place.latitude:g}, {place.longitude:g}"
    fields = (
        ("kind", place.kind.value),
        ("country", place.country or ""),
        ("region", place.admin1 or ""),
        ("point", point),
        ("GeoNames", str(place.geonames_id or "")),
    )
    return Entry(
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


def _given(fields: Iterable[Field]) -> tuple[Field, ...]:
    return tuple((label, value) for label, value in fields if value)


def _cite(pieces: Pieces, item: str, start: int, end: int) -> Citation | None:
    number = pieces.numbers.get(item)
    if number is None:
        return None
    document = pieces.record.document
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
