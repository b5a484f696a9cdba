"""The signed network: sides around a circle, those that cooperate beside each other; solid lines are good ties, dashed bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import cos, degrees, pi, sin
from typing import Any

from dateline.measures import SignedTie, measure_balance, sign_ties
from dateline.measures.sides import Side, pairs_of
from dateline.pictures.captions import say_scope
from dateline.pictures.drawing import INK, finish, load_altair, shorten
from dateline.situation import JoinedEvent, Level, Situation

_GOOD, _BAD, _EVEN = "cooperation outweighs", "conflict outweighs", "even"
_SIZE = 520
_ROOM = 1.5  # how far the picture reaches, where the circle has radius 1: room for names


def plot_network(situation: Situation, *, level: Level = Level.COUNTRY, most: int = 30, fewest: int = 1) -> Any:
    """Return the network of the sides with most events, ties of `fewest` events or more.

    A line's width says how many events there were between two sides in both directions, its dash which way their scores add
    up; the size of a dot, with how many others a side has ties.
    """
    events = list(situation.iter_events())
    ties = [tie for tie in sign_ties(events, None, level=level).get(None, []) if tie.events >= fewest]
    sides = _busiest(ties, most)
    shown = [tie for tie in ties if tie.first in sides and tie.second in sides]
    balance = next(iter(measure_balance(events, level=level)), None)
    order = _around(sides, [*balance.communities] if balance else [])
    left_out = _untied(events, level)
    left_out["ties of others"] = len(ties) - len(shown)
    title = f"Who is with whom and against whom: {len(order)} sides, {len(shown)} ties"
    caption = say_scope(situation, left_out)
    if balance and balance.balance is not None:
        caption += f" Structural balance: {balance.balanced} of {balance.triads} triads."
    return finish(_draw(order, shown), title, caption)


def _untied(events: Sequence[JoinedEvent], level: Level) -> Counter[str]:
    """Count the events that tie nobody, by reason."""
    left_out = Counter[str]()
    for event in events:
        if event.status != "actual":
            left_out[f"events that are {event.status}"] += 1
        elif not pairs_of(event, level):
            left_out["events without two known sides"] += 1
    return left_out


def _busiest(ties: Sequence[SignedTie], most: int) -> set[Side]:
    counts: dict[Side, int] = {}
    for tie in ties:
        for side in (tie.first, tie.second):
            counts[side] = counts.get(side, 0) + tie.events
    return set(sorted(counts, key=lambda side: (-counts[side], side))[:most])


def _around(sides: set[Side], communities: Sequence[Sequence[Side]]) -> list[Side]:
    """Return the sides in the order they stand around the circle: community by community."""
    together = [side for group in communities for side in group if side in sides]
    return together + sorted(sides - set(together))


def _draw(order: Sequence[Side], ties: Sequence[SignedTie]) -> Any:
    altair = load_altair()
    places = {side: pi / 2 - 2 * pi * number / max(1, len(order)) for number, side in enumerate(order)}
    scale = altair.Scale(domain=[-_ROOM, _ROOM], nice=False, zero=False)
    x, y = (altair.X("x:Q", axis=None, scale=scale), altair.Y("y:Q", axis=None, scale=scale))
    lines = altair.Chart(altair.Data(values=[_line(tie, places) for tie in ties])).mark_rule()
    dots = altair.Chart(altair.Data(values=[_dot(side, places[side], ties) for side in order]))
    drawn = lines.encode(
        x=x, y=y, x2="x2:Q", y2="y2:Q", tooltip=["pair:N", "events:Q", "score:Q"], **_strokes(altair, ties)
    )
    size = altair.Size("others:Q", scale=altair.Scale(range=[40, 260], zero=False), legend=None)
    dotted = dots.mark_circle(color=INK, opacity=1).encode(x=x, y=y, size=size, tooltip=["name:N", "others:Q"])
    names = [_names(order, places, right=right, x=x, y=y) for right in (True, False)]
    return (drawn + dotted + names[0] + names[1]).properties(width=_SIZE, height=_SIZE)


def _strokes(altair: Any, ties: Sequence[SignedTie]) -> dict[str, Any]:
    """Return how a tie is drawn: its width says how many events, dash and colour which way they add up."""
    signs = [_GOOD, _BAD, _EVEN]
    dashes = altair.Scale(domain=signs, range=[[1, 0], [6, 4], [1, 3]])
    colours = altair.Scale(domain=signs, range=["#1a6fa8", "#a3200d", "#777777"])
    widths = altair.Legend(orient="bottom", values=_counts(ties), format="d", symbolDash=[1, 0])
    legend = altair.Legend(orient="bottom", symbolStrokeWidth=2, symbolSize=700)
    return {
        "strokeWidth": altair.StrokeWidth(
            "events:Q", title="events", scale=altair.Scale(range=[1, 6], zero=False), legend=widths
        ),
        "strokeDash": altair.StrokeDash("sign:N", title="", scale=dashes, legend=legend),
        "stroke": altair.Stroke("sign:N", title="", scale=colours),
    }


def _counts(ties: Sequence[SignedTie]) -> list[int]:
    highest = max((tie.events for tie in ties), default=1)
    return sorted({1, (highest + 1) // 2, highest})


def _line(tie: SignedTie, places: dict[Side, float]) -> dict[str, Any]:
    first, second = places[tie.first], places[tie.second]
    return {
        "x": cos(first), "y": sin(first), "x2": cos(second), "y2": sin(second), "events": tie.events, "score": tie.score,
        "sign": {1: _GOOD, -1: _BAD, 0: _EVEN}[tie.sign], "pair": f"{tie.first.name} – {tie.second.name}",
    }  # fmt: skip


def _dot(side: Side, angle: float, ties: Sequence[SignedTie]) -> dict[str, Any]:
    others = sum(side in (tie.first, tie.second) for tie in ties)
    return {"name": side.name, "x": cos(angle), "y": sin(angle), "others": others}


def _names(order: Sequence[Side], places: dict[Side, float], *, right: bool, x: Any, y: Any) -> Any:
    """Return the names of one half, written outward from the circle."""
    altair = load_altair()
    values = []
    for side in order:
        angle = places[side]
        if (cos(angle) >= 0) == right:
            turned = -degrees(angle) if right else 180 - degrees(angle)
            values.append(
                {"name": shorten(side.name, 22), "x": 1.07 * cos(angle), "y": 1.07 * sin(angle), "turned": turned % 360}
            )
    return (
        altair.Chart(altair.Data(values=values))
        .mark_text(align="left" if right else "right", baseline="middle", fontSize=11, color=INK)
        .encode(x=x, y=y, text="name:N", angle=altair.Angle("turned:Q", scale=None))
    )
