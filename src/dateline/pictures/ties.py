"""Ties: what two sides did to each other, period by period, cooperation upward and conflict downward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.errors import BadQuestion
from dateline.measures import By, Panel, PanelOptions, PanelRow, make_panel
from dateline.pictures.captions import say_scope
from dateline.pictures.drawing import INK, finish, load_altair
from dateline.pictures.window import window_of
from dateline.situation import Level, Situation

_COOPERATION, _CONFLICT = "cooperation", "conflict"
_PER_ROW = 2


def plot_ties(
    situation: Situation, *, between: tuple[str, str] | None = None, by: By = By.WEEK, level: Level = Level.COUNTRY,
    most: int = 6,
) -> Any:  # fmt: skip
    """Return the ties of two sides in both directions, or those of most events where `between` names none.

    Bars count events told as actual: cooperation (quad classes 1 and 2) upward, conflict (3 and 4) downward, deeds dark
    and words light. Raises BadQuestion where the two that are asked for did nothing to each other.
    """
    panel = make_panel(situation, PanelOptions(by=by, level=level, fill_zeros=True))
    if between:
        title = f"{_called(panel, between[0])} and {_called(panel, between[1])}: what each did to the other"
        pairs = _directions(panel, between)
    else:
        pairs = _busiest(panel, most)
        title = f"The {len(pairs)} ties with most events"
    window = window_of(situation)
    rows = [row for row in panel.rows if (row.who, row.whom) in pairs and window.shows(row.first_day, row.last_day)]
    caption = (
        say_scope(situation, panel.left_out)
        + " Above the line cooperation, below it conflict; deeds dark, words light."
    )
    return finish(_draw(rows, by), f"{title}, by {by.value}", caption)


def _called(panel: Panel, asked: str) -> str:
    for row in panel.rows:
        for key, name in ((row.who, row.who_name), (row.whom, row.whom_name)):
            if asked in (key, name):
                return name
    raise BadQuestion(f"{asked!r} did nothing to anybody here; sides are {_known(panel)}")


def _known(panel: Panel) -> str:
    names = sorted({name for row in panel.rows for name in (row.who_name, row.whom_name)})
    return ", ".join(names[:12]) + (", …" if len(names) > 12 else "") or "none"


def _directions(panel: Panel, between: tuple[str, str]) -> list[tuple[str, str]]:
    names = set(between)
    found = {
        (row.who, row.whom)
        for row in panel.rows
        if names & {row.who, row.who_name} and names & {row.whom, row.whom_name}
    }
    if not found:
        raise BadQuestion(f"nothing is told that {between[0]} and {between[1]} did to each other")
    return sorted(found)


def _busiest(panel: Panel, most: int) -> list[tuple[str, str]]:
    counts: dict[tuple[str, str], int] = {}
    for row in panel.rows:
        counts[row.who, row.whom] = counts.get((row.who, row.whom), 0) + row.events
    return sorted((pair for pair in counts if counts[pair]), key=lambda pair: (-counts[pair], pair))[:most]


def _draw(rows: Sequence[PanelRow], by: By) -> Any:
    altair = load_altair()
    one_year = len({row.first_day.year for row in rows}) == 1
    names = {row.first_day: _name_period(row, by, one_year=one_year) for row in rows}
    values = [value for row in rows for value in _bars(row, names[row.first_day])]
    order = list(dict.fromkeys(value["tie"] for value in values))
    highest = max((abs(v["upto"]) for v in values), default=1) or 1
    kinds = ["cooperation, deeds", "cooperation, words", "conflict, words", "conflict, deeds"]
    periods = [names[day] for day in sorted(names)]
    bars = (
        altair.Chart()
        .mark_bar(stroke=INK, strokeWidth=0.6)
        .encode(
            x=altair.X(
                "period:O", title=f"{by.value} from" if by is By.WEEK else None, sort=periods,
                axis=altair.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=8),
            ),
            y=altair.Y(
                "from:Q", title="events", scale=altair.Scale(domain=[-highest, highest]),
                axis=altair.Axis(tickMinStep=1, labelExpr="abs(datum.value)", tickCount=5),
            ),
            y2="upto:Q",
            fill=altair.Fill(
                "kind:N", title="",
                scale=altair.Scale(domain=kinds, range=["#1a6fa8", "#b9dcef", "#f7d2a0", "#a3200d"]),
                legend=altair.Legend(orient="bottom", columns=4),
            ),
            tooltip=["tie:N", "period:N", "kind:N", "count:Q"],
        )
    )  # fmt: skip
    zero = altair.Chart().mark_rule(color=INK).encode(y=altair.datum(0))
    layered = altair.layer(bars, zero).properties(width=300, height=110)
    return layered.facet(
        facet=altair.Facet("tie:N", title=None, sort=order, header=altair.Header(labelAnchor="start")),
        columns=_PER_ROW,
        data=altair.Data(values=values),
    )


def _name_period(row: PanelRow, by: By, *, one_year: bool) -> str:
    """Return a period as an axis names it: "Nov 2015", "23 Nov", with the year where there are several."""
    if by is By.MONTH:
        return f"{row.first_day:%b %Y}"
    day = f"{row.first_day.day} {row.first_day:%b}"
    return day if one_year else f"{day} {row.first_day.year}"


def _bars(row: PanelRow, period: str) -> list[dict[str, Any]]:
    """Return the four bars of a period: deeds next to the line, words beyond."""
    common = {
        "tie": f"{row.who_name} → {row.whom_name}",
        "period": period,
    }
    up, down = row.material_cooperation, row.material_conflict
    return [
        {**common, "kind": "cooperation, deeds", "from": 0, "upto": up, "count": up},
        {
            **common,
            "kind": "cooperation, words",
            "from": up,
            "upto": up + row.verbal_cooperation,
            "count": row.verbal_cooperation,
        },
        {**common, "kind": "conflict, deeds", "from": 0, "upto": -down, "count": down},
        {
            **common,
            "kind": "conflict, words",
            "from": -down,
            "upto": -down - row.verbal_conflict,
            "count": row.verbal_conflict,
        },
    ]
