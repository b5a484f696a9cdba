"""Whether what happened belongs to politics: somebody political takes part, or it is violence, protest or coercion.

A report that hardly names anybody political (sport, weather, science, business) tells no political acts,
whatever its words look like; there more is asked of an act. Measured on the annotated reports kept for learning, ninety-five
in a hundred name at least six political parties in a hundred words, of a hundred reports on other matters five do.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from dateline.extract.cast import Cast
from dateline.knowledge.frames.loading import Frame
from dateline.knowledge.word_lists import load_topic_lists
from dateline.language import Parse
from dateline.model import Actor, ActorKind, EventType

_SECTORS = frozenset("MIL POL REB UAF GOV LEG JUD SPY OPP PTY IGO".split())
_KINDS = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.ARMED_GROUP,
        ActorKind.IGO,
        ActorKind.PARTY,
    }
)
_BY_THEMSELVES = frozenset({EventType.ASSAULT, EventType.PROTEST})
_WITH_A_FRAME = _BY_THEMSELVES | {EventType.COERCE, EventType.SANCTION, EventType.ACCUSE}
_JUSTICE = frozenset({"arrest", "convict"})  # what only police and courts do, whether they are named or not
_PRIVATE = frozenset("CVL BUS MED EDU REL CRM".split())
_LEAST = 4.0  # political mentions in a hundred words, below which a report is about something else
_MOST = 2.0  # words of sport, markets, science or entertainment in a hundred, above which it is too
_LONG_ENOUGH = 60  # words from which on these shares tell something
_OFFICES = _SECTORS - {"JUD"}  # who must take part in such a report; courts hear everybody's quarrels
_SURE_ELSEWHERE = 0.7
"""How sure the taggers must be of an act in such a report. Chosen on reports kept apart: of the acts found in business, sport
and the like .46 are there instead of .31, and none was lost in political reports."""


def is_private(actor: Actor) -> bool:
    """Tell whether an actor is a company, a publisher, a private person or a crowd of them, as far as is known."""
    return actor.kind in (ActorKind.COMPANY, ActorKind.MEDIA) or actor.sector in _PRIVATE


def is_political(actor: Actor) -> bool:
    """Tell whether an actor is a state, an office or force of one, a party, an armed group or an international body."""
    return actor.kind in _KINDS or (actor.sector is not None and actor.sector in _SECTORS)


class Relevance:
    """Judges the acts of one report; `is_elsewhere` tells whether the report is about something else than politics.

    `certain` is how sure the taggers must be of an act whose parties are not told, or none of them known as political ("the
    talks went on"); without it no such act is political.
    """

    def __init__(self, parse: Parse, cast: Cast, certain: float = math.inf) -> None:
        self._certain = certain
        mentions = sum(len(actor.mentions) for actor in cast.actors if is_political(actor))
        words = len(parse)
        self.share = 100 * mentions / words if words else 0.0
        other = load_topic_lists()["elsewhere"]
        self.elsewhere = 100 * sum(map(other.__contains__, parse.columns.lower)) / words if words else 0.0
        self.is_elsewhere = words >= _LONG_ENOUGH and (self.share < _LEAST or self.elsewhere > _MOST)

    def why_irrelevant(self, kind: EventType, frame: Frame | None, parties: Iterable[Actor], sure: float) -> str | None:
        """Return why an act is no political event, None where it is one; `sure` is how sure the taggers are of it."""
        parties = tuple(parties)
        fits = frame is not None and not frame.weak and frame.type is kind
        if self.is_elsewhere:
            # Countries play in sport and trade on markets: there an office, a force or a party must take part. Violence
            # among private people is crime.
            by_office = any(actor.sector in _OFFICES for actor in parties)
            is_crime = kind is EventType.ASSAULT and bool(parties) and all(map(is_private, parties))
            is_justice = frame is not None and frame.mode in _JUSTICE
            by_itself = kind in _BY_THEMSELVES and not is_crime
            if fits and sure >= _SURE_ELSEWHERE and (by_office or by_itself or is_justice):
                return None
            return f"a report on something else: {self.share:.1f} political parties in a hundred words"
        if any(map(is_political, parties)) or kind in _BY_THEMSELVES or (frame is not None and kind in _WITH_A_FRAME):
            return None
        if sure >= self._certain:
            return None
        # Reports of rescues mostly name only those who are rescued.
        if fits and (kind is EventType.AID or not (parties and all(map(is_private, parties)))):
            return None
        return "nobody political takes part"
