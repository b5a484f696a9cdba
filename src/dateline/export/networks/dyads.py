"""The directed network of a situation: who did what towards whom, counted, with the weeks it happened in.

Only events told as actual count. Days are kept by ISO weeks, so that a picture that moves has steps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from typing import Any

from dateline.compare.days import read_days
from dateline.export.chosen.party_names import name_party
from dateline.export.chosen.selection import Selection
from dateline.export.tally import Tally
from dateline.situation import JoinedEvent, Party

Pair = tuple[str, str]
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Dyad:
    """What one party did towards another: counts by quad class, the sum of scores, and both by week."""

    quads: Counter[int] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    score: float = 0.0
    weeks: Counter[date] = field(default_factory=Counter)
    undated: int = 0

    def add(self, event: JoinedEvent) -> None:
        """Count an event."""
        self.quads[event.quad] += 1
        self.types[event.type] += 1
        self.score += event.score
        covered = read_days(event.date)
        if covered and (covered.last - covered.first).days < 7:
            self.weeks[covered.first - timedelta(days=covered.first.weekday())] += 1
        else:
            self.undated += 1

    @property
    def events(self) -> int:
        """How many events there are."""
        return sum(self.quads.values())


@dataclass(slots=True)
class Dyads:
    """All parties by key, and what each did towards each."""

    parties: dict[str, Party] = field(default_factory=dict)
    pairs: dict[Pair, Dyad] = field(default_factory=dict)


def count_dyads(selection: Selection, tally: Tally) -> Dyads:
    """Return the network of a selection; what cannot be in it is counted."""
    found = Dyads()
    for event in selection.iter_joined():
        if event.status != "actual":
            tally.leave_out(f"events that are {event.status}")
        elif not event.actors or not event.recipients:
            tally.leave_out("events without an actor or a recipient")
        elif _add(found, event):
            tally.count("events")
        else:
            tally.leave_out("events of one party alone or of parties nothing tells from others")
    tally.count("actors", len(found.parties))
    tally.count("ties", len(found.pairs))
    return found


def _add(found: Dyads, event: JoinedEvent) -> bool:
    """Count an event for each pair of its parties and tell whether there was any."""
    added = False
    for actor, recipient in product(event.actors, event.recipients):
        if actor.key and recipient.key and actor.key != recipient.key:
            found.parties.setdefault(actor.key, actor)
            found.parties.setdefault(recipient.key, recipient)
            found.pairs.setdefault((actor.key, recipient.key), Dyad()).add(event)
            added = True
    return added


def as_graph(found: Dyads) -> Any:
    """Return a `networkx.DiGraph`: nodes by key with name, country and kind, edges with counts and score."""
    import networkx

    graph = networkx.DiGraph()
    for key, party in sorted(found.parties.items()):
        graph.add_node(xml_text(key), label=xml_text(name_party(party)), kind=party.kind, country=party.country or "")
    for (source, target), dyad in sorted(found.pairs.items()):
        graph.add_edge(xml_text(source), xml_text(target), **edge_values(dyad))
    return graph


def edge_values(dyad: Dyad) -> dict[str, Any]:
    """Return what an edge says, in types that every graph format has."""
    return {
        "weight": dyad.events,
        "score": round(dyad.score, 6),
        "verbal_cooperation": dyad.quads[1],
        "material_cooperation": dyad.quads[2],
        "verbal_conflict": dyad.quads[3],
        "material_conflict": dyad.quads[4],
        "types": ", ".join(f"{name} {count}" for name, count in sorted(dyad.types.items())),
        "undated": dyad.undated,
    }


def xml_text(text: str) -> str:
    """Return text without the characters that XML 1.0 has no place for."""
    return _NO_XML.sub("", text)


def spans_of(weeks: Iterable[date]) -> list[tuple[date, date]]:
    """Return weeks (their Mondays) as stretches from the first day to the last, weeks in a row as one."""
    found: list[tuple[date, date]] = []
    for monday in sorted(weeks):
        sunday = monday + timedelta(days=6)
        if found and monday - found[-1][1] == timedelta(days=1):
            found[-1] = (found[-1][0], sunday)
        else:
            found.append((monday, sunday))
    return found
