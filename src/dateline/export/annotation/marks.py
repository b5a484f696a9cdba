"""Marks: which words of a text were read as what, in the form that annotation tools can show and people can correct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.export.chosen.selection import ChosenReport
from dateline.model import EventType, PlaceKind, PositionKind, Span, TimeType

STATEMENT = "statement"
ACTOR = "actor"
LAYER_TYPES: dict[str, tuple[str, ...]] = {
    "event": tuple(EventType),
    "statement": (STATEMENT,),
    "position": tuple(PositionKind),
    "actor": (ACTOR,),
    "place": tuple(PlaceKind),
    "time": tuple(TimeType),
}
"""The types each layer has; a correction may change a mark's type within its layer."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Some words, possibly in several stretches, and what they were read as.

    `id` is that of the piece in its record; a mention of an actor is `a1.2`, the second of actor a1.
    """

    id: str
    layer: str
    type: str
    spans: tuple[Span, ...]

    @property
    def label(self) -> str:
        """The name annotation tools show: layer and type, or the layer alone where it has only one type."""
        return label_of(self.layer, self.type)


def label_of(layer: str, type_: str) -> str:
    """Return the label of a type.

    >>> label_of("event", "ASSAULT"), label_of("statement", "statement")
    ('event-ASSAULT', 'statement')
    """
    return layer if type_ == layer else f"{layer}-{type_}"


def read_label(label: str) -> tuple[str, str] | None:
    """Return layer and type of a label, None where it is none of ours."""
    layer, _, type_ = label.partition("-")
    if layer not in LAYER_TYPES:
        return None
    type_ = type_ or layer
    return (layer, type_) if type_ in LAYER_TYPES[layer] else None


def all_labels() -> tuple[str, ...]:
    """Return every label there is."""
    return tuple(label_of(layer, str(type_)) for layer, types in LAYER_TYPES.items() for type_ in types)


def iter_marks(report: ChosenReport) -> Iterator[Mark]:
    """Yield the marks of a report: what was chosen of events, statements and positions, and all actors, places, times."""
    for told in report.told:
        yield Mark(told.event.id, "event", told.event.type.value, (told.event.trigger,))
    for statement in report.statements:
        yield Mark(statement.id, "statement", STATEMENT, statement.content)
    for position in report.positions:
        yield Mark(position.id, "position", position.kind.value, (position.content,))
    for actor in report.record.actors:
        for number, mention in enumerate(actor.mentions, start=1):
            yield Mark(f"{actor.id}.{number}", "actor", ACTOR, (mention.span,))
    for place in report.record.places:
        yield Mark(place.id, "place", place.kind.value, (place.span,))
    for number, time in enumerate(report.record.times, start=1):
        yield Mark(f"t{number}", "time", time.type.value, (time.span,))
