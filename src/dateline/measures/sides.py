"""Whom a measure is about: countries, with all who act for them, or actors one by one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from dateline.knowledge.places.codes import load_country_names
from dateline.situation import JoinedEvent, Level, Party
from dateline.situation.parties.party import is_group, name_group


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One side of a pair: its key (a country's code or an actor's key) and name. Sides of one key are equal."""

    key: str
    name: str = field(compare=False)


def side_of(party: Party, level: Level) -> Side | None:
    """Return the side a party stands on, None where no country, or nothing that tells it from others, is known."""
    if level is Level.ACTOR:
        return Side(party.key, _name(party.key, party)) if party.key else None
    if party.country is None:
        return None
    return Side(party.country, load_country_names().get(party.country, party.country))


def _name(key: str, party: Party) -> str:
    """Return an actor's name; a group without one, called differently by every report, is "France: civilians"."""
    code = key.partition("-")[0]
    return name_group(key, load_country_names().get(code, code)) if is_group(key) else party.name


def sides_of(parties: Iterable[Party], level: Level) -> tuple[Side, ...]:
    """Return the sides of several parties, each once, in order."""
    return tuple(dict.fromkeys(side for party in parties if (side := side_of(party, level))))


def pairs_of(event: JoinedEvent, level: Level) -> tuple[tuple[Side, Side], ...]:
    """Return who did it to whom, each pair of two different sides once; an event of two on three counts for six pairs."""
    actors, recipients = sides_of(event.actors, level), sides_of(event.recipients, level)
    return tuple((who, whom) for who, whom in product(actors, recipients) if who.key != whom.key)
