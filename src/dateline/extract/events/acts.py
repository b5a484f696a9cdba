"""An act as its parties are looked for: with the places its frame or type names, and what rules find there."""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.extract.events.drafts import Act
from dateline.extract.events.learned.memory import Memory
from dateline.extract.events.learned.party_features import ActView
from dateline.extract.events.parties import find_parties, places_of
from dateline.knowledge.ontology.types import load_ontology
from dateline.model import ActorId


def view_act(act: Act, cast: Cast, memory: Memory, mode: str | None = None, source: ActorId | None = None) -> ActView:
    """Return what is known of an act before its parties are chosen."""
    places = places_of(act.frame, load_ontology().types[act.type], act.trigger, mode)
    by_rule = find_parties(places, act.trigger, cast)
    return ActView(act.trigger, act.type, act.rule, places, by_rule, source, memory)
