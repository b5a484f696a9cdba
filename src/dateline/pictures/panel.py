"""The panel as a picture: pairs as lines, periods as columns, a mark where something was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.measures import By, PanelOptions, PanelRow, make_panel
from dateline.pictures.captions import say_scope
from dateline.pictures.drawing import INK, finish, load_altair, size_by_count
from dateline.pictures.window import window_of
from dateline.situation import Level, Situation

_UP, _DOWN, _EVEN = "cooperative on the whole", "conflictual on the whole", "even"


def plot_panel(situation: Situation, *, by: By = By.WEEK, level: Level = Level.COUNTRY, most: int = 25) -> Any:
    """Return a picture of the pairs with most events: triangles point up where the mean score is above nothing, down below.

    Size says how many events there were, the number beside it their mean PLOVER score.
    """
    panel = make_panel(situation, PanelOptions(by=by, level=level))
    counts: dict[str, int] = {}
    for row in panel.rows:
        counts[_pair(row)] = counts.get(_pair(row), 0) + row.events
    pairs = sorted((pair for pair in counts if counts[pair]), key=lambda pair: (-counts[pair], pair))
    window = window_of(situation)
    rows = [
        row
        for row in panel.rows
        if row.events and _pair(row) in pairs[:most] and window.shows(row.first_day, row.last_day)
    ]
    left_out = {**panel.left_out, "pairs with fewer events": max(0, len(pairs) - most)}
    title = f"Who did what to whom, by {by.value}: the {min(most, len(pairs))} pairs with most events"
    return finish(
        _draw(rows, pairs[:most]), title, say_scope(situation, left_out) + " Numbers are mean PLOVER scores, −10 to 10."
    )


def _pair(row: PanelRow) -> str:
    return f"{row.who_name} → {row.whom_name}"


def _draw(rows: Sequence[PanelRow], pairs: Sequence[str]) -> Any:
    altair = load_altair()
    values = [
        {"pair": _pair(row), "period": row.period, "events": row.events, "mean": row.score_mean, "lean": _lean(row)}
        for row in rows
    ]
    periods = sorted({row.period for row in rows})
    base = altair.Chart(altair.Data(values=values)).encode(
        x=altair.X("period:O", title=None, sort=periods, axis=altair.Axis(orient="top", labelAngle=0, grid=False)),
        y=altair.Y(
            "pair:N", title=None, sort=list(pairs), axis=altair.Axis(labelLimit=300, grid=True, gridDash=[1, 3])
        ),
    )
    leans = [_UP, _EVEN, _DOWN]
    marks = base.mark_point(filled=False, stroke=INK, strokeWidth=0.8, opacity=1).encode(
        shape=altair.Shape("lean:N", title="", scale=altair.Scale(domain=leans, range=["triangle-up", "circle", "triangle-down"]),
                           legend=altair.Legend(orient="bottom")),
        fill=altair.Fill("lean:N", title="", scale=altair.Scale(domain=leans, range=["#b9dcef", "#ffffff", "#a3200d"])),
        size=size_by_count("events", "events", (row.events for row in rows), (60, 420)),
        tooltip=["pair:N", "period:N", "events:Q", "mean:Q"],
    )  # fmt: skip
    means = base.mark_text(dx=18, fontSize=10, align="left", color=INK).encode(
        text=altair.Text("mean:Q", format="+.1f")
    )
    return (marks + means).properties(width=altair.Step(88), height=altair.Step(24))


def _lean(row: PanelRow) -> str:
    mean = row.score_mean or 0
    return _UP if mean > 0 else _DOWN if mean < 0 else _EVEN
