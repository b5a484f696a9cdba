"""The record of one report: everything learned from it, with the words it was learned from."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from pydantic import model_validator

from dateline.errors import BadSpan
from dateline.model.actor import Actor, Mention
from dateline.model.diagnostic import Diagnostic
from dateline.model.document import Document
from dateline.model.event import Event
from dateline.model.identifiers import ActorId
from dateline.model.place import Place
from dateline.model.position import Condition, Position
from dateline.model.span import Piece, Span
from dateline.model.statement import Statement
from dateline.model.time import Time

FORMAT = "dateline/1"


class Record(Piece):
    """One document version and all that was read from it.

    Every span must lie in the text and every id must be defined here: a record that breaks this is
    an error on building, so that no piece stands without evidence.
    """

    format: Literal["dateline/1"] = "dateline/1"
    document: Document
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @model_validator(mode="after")
    def _check_evidence(self) -> Record:
        length = len(self.document.text)
        for piece in self._iter_placed():
            if piece.end > length:
                raise BadSpan(f"span {piece.start}-{piece.end} ends beyond the text's {length} characters")
            if not 0 <= piece.start < piece.end:
                raise BadSpan(f"a span must run forward from 0 or later, not {piece.start}-{piece.end}")
        self._check_references()
        return self

    def _check_references(self) -> None:
        actors = {a.id for a in self.actors}
        places = {p.id for p in self.places}
        events = {e.id for e in self.events}
        statements = {s.id for s in self.statements}
        used_actors: set[ActorId | None] = {e.source for e in self.events}
        for e in self.events:
            used_actors.update(e.actors, e.recipients)
        for s in self.statements:
            used_actors.update((s.speaker, s.addressee), s.speakers)
        for p in self.positions:
            used_actors.update(p.holder, p.toward, (p.source,))
        _need(used_actors, actors, "actor")
        _need({e.place for e in self.events}, places, "place")
        _need({e.same_as for e in self.events}, events, "event")
        _need({p.statement for p in self.positions} | {s.within for s in self.statements}, statements, "statement")

    def iter_spans(self) -> Iterator[Span]:
        """Yield every span of every piece."""
        for piece in self._iter_placed():
            yield piece if isinstance(piece, Span) else piece.span

    def _iter_placed(self) -> Iterator[Span | Mention | Place | Time | Condition]:
        """Yield everything that says where it stands."""
        for actor in self.actors:
            yield from actor.mentions
        yield from self.places
        yield from self.times
        for event in self.events:
            yield from (event.trigger, event.evidence)
        for statement in self.statements:
            yield from statement.content
            yield from (s for s in (statement.cue, statement.speaker_span) if s)
        for position in self.positions:
            yield position.content
            if position.condition:
                yield position.condition

    def actor(self, actor_id: ActorId) -> Actor:
        """Return the actor of that id; raise KeyError when the record has none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def to_json(self) -> str:
        """Print the record on one line, in the published format."""
        return self.model_dump_json()


def _need(used: Collection[str | None], known: Collection[str], what: str) -> None:
    missing = {i for i in used if i is not None} - set(known)
    if missing:
        raise BadSpan(f"the record speaks of {what} {sorted(map(str, missing))[0]!r}, which it does not define")
