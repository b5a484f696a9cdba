"""A page on an actor."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.events import JoinedEvent
from dateline.situation.ledger import LedgerEntry
from dateline.situation.parties import Party
from dateline.situation.statements import Saying
from dateline.situation.ties import Tie


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor in a list: in how many reports it is named and in how many joined events it takes part."""

    party: Party
    reports: int
    events: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What a situation holds on an actor; of each part the first few and the number in all.

    `members` are the parties that were taken together: a country's code takes all who act for it.
    """

    party: Party
    members: tuple[Party, ...]
    offices: tuple[str, ...]
    events_total: int
    statements_total: int
    positions_total: int
    events: tuple[JoinedEvent, ...]
    statements: tuple[Saying, ...]
    positions: tuple[LedgerEntry, ...]
    ties: tuple[Tie, ...]
