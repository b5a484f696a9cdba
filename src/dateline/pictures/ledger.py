"""The ledger as a picture: matters as lines, holders as columns, a shape for each kind of position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.measures.sides import Side, sides_of
from dateline.model import PositionKind
from dateline.pictures.captions import say_scope
from dateline.pictures.drawing import INK, finish, load_altair, shorten, size_by_count
from dateline.situation import LedgerEntry, Level, Situation

_SHAPES = {
    PositionKind.GOAL: "circle",
    PositionKind.COMMITMENT: "square",
    PositionKind.DEMAND: "triangle-up",
    PositionKind.REFUSAL: "cross",
    PositionKind.DENIAL: "diamond",
    PositionKind.WARNING: "triangle-down",
}
_FILLS = {
    PositionKind.GOAL: "#ffffff",
    PositionKind.COMMITMENT: "#1a6fa8",
    PositionKind.DEMAND: "#b9dcef",
    PositionKind.REFUSAL: "#a3200d",
    PositionKind.DENIAL: "#f7d2a0",
    PositionKind.WARNING: "#e0762f",
}


def plot_ledger(situation: Situation, *, level: Level = Level.COUNTRY, most: int = 20, holders: int = 12) -> Any:
    """Return who holds what on which matter, for the matters and holders with most positions.

    Size says how many positions of a kind there are; a ring around a mark, that one of them has a condition.
    """
    entries = list(situation.ledger(limit=None, later=False))
    cells = list(_cells(entries, level))
    matters = _commonest((topic for topic, _, _ in cells), most, held_by={(t, s) for t, s, _ in cells})
    sides = _commonest((side for topic, side, _ in cells if topic in matters), holders)
    values = _values([cell for cell in cells if cell[0] in matters and cell[1] in sides])
    shown = {entry.number for topic, side, entry in cells if topic in matters and side in sides}
    left_out = {"positions on other matters or of others": len(entries) - len(shown)}
    title = f"Who stands where: {len(shown)} positions on {len(matters)} matters"
    return finish(
        _draw(values, matters, [side.name for side in sides]),
        title,
        say_scope(situation, left_out) + " A dashed ring: with a condition.",
    )


_Cell = tuple[str, Side, LedgerEntry]


def _cells(entries: Iterable[LedgerEntry], level: Level) -> Iterable[_Cell]:
    """Yield each position under each of its matters and holders; matters are common nouns."""
    for entry in entries:
        for side in sides_of(entry.holders, level):
            for topic in entry.topics:
                if topic[:1].islower():
                    yield topic, side, entry


def _commonest(things: Iterable[Any], most: int, held_by: set[tuple[Any, Any]] | None = None) -> list[Any]:
    """Return the commonest things; of matters first those that several hold something on."""
    counts = Counter(things)
    holders = Counter(thing for thing, _ in held_by or ())
    return sorted(counts, key=lambda thing: (-holders[thing], -counts[thing], thing))[:most]


def _values(cells: Sequence[_Cell]) -> list[dict[str, Any]]:
    grouped: dict[tuple[str, str, str], list[LedgerEntry]] = {}
    for topic, side, entry in cells:
        grouped.setdefault((topic, side.name, entry.kind), []).append(entry)
    return [
        {
            "matter": topic,
            "holder": holder,
            "kind": kind,
            "positions": len(held),
            "conditional": any(entry.condition for entry in held),
            "words": shorten(held[0].words, 160),
        }
        for (topic, holder, kind), held in grouped.items()
    ]


def _draw(values: Sequence[dict[str, Any]], matters: Sequence[str], holders: Sequence[str]) -> Any:
    altair = load_altair()
    kinds = [kind.value for kind in PositionKind]
    base = altair.Chart(altair.Data(values=list(values))).encode(
        x=altair.X(
            "holder:N",
            title=None,
            sort=list(holders),
            scale=altair.Scale(padding=0),  # so that the lines between holders stand where their columns begin
            axis=altair.Axis(orient="top", labelAngle=-30, grid=True, tickBand="extent"),
        ),
        xOffset=altair.XOffset("kind:N", sort=kinds, scale=altair.Scale(domain=kinds, padding=1)),
        y=altair.Y("matter:N", title=None, sort=list(matters), axis=altair.Axis(grid=True, gridDash=[1, 3])),
    )
    shapes = altair.Scale(domain=kinds, range=[_SHAPES[kind] for kind in PositionKind])
    fills = altair.Scale(domain=kinds, range=[_FILLS[kind] for kind in PositionKind])
    sizes = size_by_count("positions", "positions", (value["positions"] for value in values), (55, 200))
    marks = base.mark_point(filled=False, stroke=INK, strokeWidth=0.8, opacity=1).encode(
        shape=altair.Shape("kind:N", title="", scale=shapes, legend=altair.Legend(orient="bottom", columns=6)),
        fill=altair.Fill("kind:N", title="", scale=fills, legend=altair.Legend(orient="bottom", columns=6)),
        size=sizes,
        tooltip=["holder:N", "kind:N", "matter:N", "words:N"],
    )
    rings = (
        base.transform_filter("datum.conditional")
        .mark_point(filled=False, shape="circle", size=330, stroke=INK, strokeDash=[2, 2], strokeWidth=1)
        .encode()
    )
    return (rings + marks).properties(width=altair.Step(78, **{"for": "position"}), height=altair.Step(24))
