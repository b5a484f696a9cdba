"""Who acts and who is acted upon: the parties of an act, from its own clause.

A frame says where they stand; without one the type's usual places are tried. A party that is only near the
act is no party.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.knowledge.frames.loading import Frame
from dateline.knowledge.ontology.types import TypeEntry
from dateline.language import Token
from dateline.model import ActorId


class Parties(NamedTuple):
    """The actors and recipients of an act, with the places they were found at."""

    actors: tuple[ActorId, ...] = ()
    recipients: tuple[ActorId, ...] = ()
    reason: str = ""


class RolePlaces(NamedTuple):
    """Where to look for the parties of one act."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool


def places_of(frame: Frame | None, entry: TypeEntry, trigger: Trigger, mode: str | None) -> RolePlaces:
    """Return the places a frame names, or those usual for the type."""
    usual = entry.verb if trigger.is_verb else entry.noun
    if frame is None:
        one_sided = mode is not None and entry.modes[mode].one_sided
        return RolePlaces(usual.actor, usual.recipient, usual.reciprocal and not one_sided)
    actor = frame.actor or usual.actor
    recipient = frame.recipient if frame.recipient or frame.actor else usual.recipient
    return RolePlaces(actor, recipient, frame.reciprocal)


def find_parties(places: RolePlaces, trigger: Trigger, cast: Cast) -> Parties:
    """Return the parties that stand at `places` of a trigger."""
    actor_places = places.actor if "by" in places.actor else (*places.actor, "by")
    actors, actor_place = _first_found(actor_places, trigger, cast, ())
    recipients, recipient_place = _first_found(places.recipient, trigger, cast, actors)
    if places.reciprocal:
        others, _ = _first_found(("with", "between", "and", "among"), trigger, cast, actors)
        everyone = _unique([*actors, *recipients, *others])
        return Parties(everyone, (), f"mutual: {actor_place or recipient_place or 'nobody'}")
    found = [f"actor: {actor_place}" if actor_place else "no actor in its clause"]
    found.append(f"recipient: {recipient_place}" if recipient_place else "no recipient in its clause")
    return Parties(actors, recipients, ", ".join(found))


def _first_found(
    places: Sequence[str], trigger: Trigger, cast: Cast, taken: Sequence[ActorId]
) -> tuple[tuple[ActorId, ...], str | None]:
    for place in places:
        found = [a for token in tokens_at(place, trigger) for a in actors_of(token, cast, at=place)]
        kept = _unique([a for a in found if a not in taken])
        if kept:
            return kept, place
    return (), None


def actors_of(token: Token, cast: Cast, *, at: str = "", depth: int = 0) -> tuple[ActorId, ...]:
    """Return the actors a noun phrase stands for.

    Its own mention; else, where the head only counts or collects ("a series of Russian strikes", "members of
    the group"), those in its of-phrase, its possessor, or its adjective.
    """
    found = cast.at(token.i)
    if found or depth > 2:
        return found
    covering = cast.covering(token.i)
    if covering is not None and at in ("modifier", "head") and covering.head == token.i:
        return covering.actors
    if token.pos_ not in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") or at == "modifier":
        return ()
    for inner in (*syntax.possessors(token), *syntax.after_preposition(token, "of"), *syntax.modifiers(token)):
        found = actors_of(inner, cast, depth=depth + 1)
        if found:
            return found
    return ()


def _unique(ids: Sequence[ActorId]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(ids))
