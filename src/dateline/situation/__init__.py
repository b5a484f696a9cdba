"""Answers over an archive: joined events, ties, the ledger, what changed; knows nothing of how records are made."""

from dateline.situation.answers import Answer, Hit, Understood
from dateline.situation.changes import Change, ChangeKind
from dateline.situation.citation import Citation
from dateline.situation.events import Corroboration, Disagreement, Figure, JoinedEvent, Telling
from dateline.situation.evidence import Bearing
from dateline.situation.found import Found
from dateline.situation.ledger import LedgerEntry, Matter
from dateline.situation.parties import Party
from dateline.situation.profiles import ActorRow, Profile
from dateline.situation.scope import Scope
from dateline.situation.situation import Situation
from dateline.situation.statements import Saying
from dateline.situation.stories import Story
from dateline.situation.ties import Edge, Flow, Level, Network, Node, Shift, Tie, TieWeek, Triad

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
