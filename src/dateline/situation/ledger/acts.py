"""Which acts a position speaks of: what its words name as promised, demanded, possible or denied, by whom towards whom.

What the same do later towards the same bears on it whatever words it is told in: sanctions on somebody whom "serious
consequences" were announced to.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dateline.knowledge.ontology.types import load_ontology
from dateline.model import EventType, PositionKind
from dateline.situation.rows import Row
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken

ROUTINE = 2000
"""So many acts of a sort between two are no sign of anything they said."""
_PRIOR = 50
"""Events added to all there are, so that in a small archive an act told once is not yet rare."""
_MATERIAL_CONFLICT = 4
_OWN = {
    PositionKind.COMMITMENT: EventType.AGREE,
    PositionKind.DEMAND: EventType.REQUEST,
    PositionKind.REFUSAL: EventType.REJECT,
    PositionKind.WARNING: EventType.THREATEN,
}
"""The type of act that holding a position is."""


@dataclass(frozen=True, slots=True)
class Act:
    """Acts of some types by some towards others, parties by their numbers at level 0."""

    types: frozenset[str]
    by: frozenset[int]
    toward: frozenset[int]


@dataclass(slots=True)
class _Told:
    """An act as the words of a position name it."""

    type: str
    by: set[int] = field(default_factory=set)
    toward: set[int] = field(default_factory=set)


def find_acts(view: View, spoken: Spoken) -> list[Act]:
    """Return the acts that a position's own words name; of a warning that names none, hostile acts of its holder.

    What the words tell as done is only what they begin from. Whoever is not told to take part is the holder, or the one it
    is held towards, and one of these must take part; several who act without anybody whom they act on act with each other.
    """
    row = spoken.row
    sides = _sides(view, row["number"])
    span = {"version": row["version"], "start": row["start"], "end": row["end"]}
    told = _read_told(view.ask("acts_told", **span, own=_OWN.get(row["kind"])))
    if not told and row["kind"] == PositionKind.WARNING:
        acts = [Act(_hostile_types(), sides["by"], sides["toward"])]
    else:
        acts = [_complete(act, sides["by"], sides["toward"]) for act in told]
    concerned = sides["by"] | sides["toward"]
    return [act for act in dict.fromkeys(acts) if act.by and act.toward and concerned & (act.by | act.toward)]


def weigh_act(view: View, act: Act) -> float:
    """Return how rare acts of that sort are in the archive, in natural logarithm units; 0 where they are routine."""
    row = view.ask("act_counts", **_ask(act), routine=ROUTINE)[0]
    if row["acts"] >= ROUTINE:
        return 0.0
    return math.log((row["total"] + _PRIOR) / (row["acts"] + 1))


def iter_later(view: View, act: Act, when: Mapping[str, Any]) -> Iterator[Row]:
    """Yield what was made known later of an act; `when` holds the parameters of `later_events.sql`."""
    asked = {name: value for name, value in when.items() if name != "first"}
    yield from view.ask("later_acts", **_ask(act), **asked)


def _ask(act: Act) -> dict[str, Any]:
    return {"types": act.types, "by": act.by, "toward": act.toward}


def _read_told(rows: list[Row]) -> list[_Told]:
    told: dict[int, _Told] = {}
    for row in rows:
        act = told.setdefault(row["number"], _Told(row["type"]))
        if row["party"] is not None:
            (act.by if row["role"] == "actor" else act.toward).add(row["party"])
    return list(told.values())


def _sides(view: View, number: int) -> dict[str, frozenset[int]]:
    """Return who holds a position and towards whom, by countries where they stand for all."""
    rows = view.ask("sides_of", item=number)
    return {role: frozenset(row["party"] for row in rows if row["role"] == role) for role in ("by", "toward")}


def _complete(act: _Told, by: frozenset[int], toward: frozenset[int]) -> Act:
    acting = frozenset(act.by) or by
    suffering = frozenset(act.toward) or (acting if len(acting) > 1 else toward)
    return Act(frozenset({act.type}), acting, suffering)


@lru_cache(maxsize=1)
def _hostile_types() -> frozenset[str]:
    types = load_ontology().types.items()
    return frozenset(name.value for name, entry in types if entry.quad == _MATERIAL_CONFLICT)
