"""What every step of reading the actors works on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.extract.actors.scene.referents import Register
from dateline.extract.actors.scene.surroundings import Surroundings
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import ActorKnowledge
from dateline.model import Sector

# A body or person of these sectors belongs to a state; where none is named, the one the report is about.
OF_A_STATE = frozenset({Sector.GOV, Sector.LEG, Sector.JUD, Sector.POL, Sector.MIL, Sector.SPY, Sector.PTY, Sector.OPP})


@dataclass(frozen=True, slots=True)
class Scene:
    """The words of a report, what is known beforehand, its day, who was found so far, and the countries around."""

    words: Words
    knowledge: ActorKnowledge
    published: date | None
    register: Register
    surroundings: Surroundings
