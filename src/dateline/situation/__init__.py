"""Answers over an archive: joined events, ties, the ledger, what changed; knows nothing of how records are made."""

from dateline.situation.answering.answers import Answer, Hit, Understood
from dateline.situation.changes.change import Change, ChangeKind
from dateline.situation.events.joined_event import Corroboration, Disagreement, Figure, JoinedEvent, Telling
from dateline.situation.events.stories import Story
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.ledger.entries import LedgerEntry, Matter
from dateline.situation.ledger.evidence import Bearing
from dateline.situation.parties.level import Level
from dateline.situation.parties.party import Party
from dateline.situation.profiles import ActorRow, Profile
from dateline.situation.situation import Situation
from dateline.situation.ties.network import Edge, Network, Node, Shift, Triad
from dateline.situation.ties.tie import Flow, Tie, TieWeek
from dateline.situation.views.scope import Scope
from dateline.situation.words.statements import Saying

__all__ = [
    "ActorRow",
    "Answer",
    "Bearing",
    "Change",
    "ChangeKind",
    "Citation",
    "Corroboration",
    "Disagreement",
    "Edge",
    "Figure",
    "Flow",
    "Found",
    "Hit",
    "JoinedEvent",
    "LedgerEntry",
    "Level",
    "Matter",
    "Network",
    "Node",
    "Party",
    "Profile",
    "Saying",
    "Scope",
    "Shift",
    "Situation",
    "Story",
    "Telling",
    "Tie",
    "TieWeek",
    "Triad",
    "Understood",
]
