"""The timeline: one line an event, those that most sources tell, in order of days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dateline.compare.days import read_days
from dateline.pictures.captions import say_days, say_scope
from dateline.pictures.drawing import FAINT, INK, finish, load_altair, shorten
from dateline.pictures.quads import QUADS, colour_by_quad, shape_by_quad
from dateline.pictures.window import window_of
from dateline.situation import JoinedEvent, Party, Situation

_STATUS_MARKS = {"planned": " (planned)", "hypothetical": " (possible)", "negated": " (not so)"}
_LONGEST = 62  # characters of a line's label


def plot_timeline(situation: Situation, *, most: int = 30) -> Any:
    """Return the timeline of at most so many events: those with most independent sources, of equals those of
    which most is known and that weigh most on PLOVER's scale.

    A line runs over all days an event can have happened on; the mark stands at the first.
    """
    dated, left_out, window = [], Counter[str](), window_of(situation)
    for event in situation.iter_events():
        covered = read_days(event.date)
        if covered is None:
            left_out["events without a date"] += 1
        elif window.shows(covered.first, covered.last):
            dated.append(event)
        else:
            left_out["events long before or after"] += 1
    shown = sorted(sorted(dated, key=_weight)[:most], key=_first_day)
    left_out["events that fewer sources tell"] = len(dated) - len(shown)
    caption = say_scope(situation, left_out) + (" Numbers are the archive's: dateline show NUMBER." if shown else "")
    return finish(_draw(shown), _title(shown, len(dated)), caption)


def _weight(event: JoinedEvent) -> tuple[float, ...]:
    held = event.corroboration
    known = bool(event.actors) + bool(event.recipients) + (event.status == "actual")
    return -held.independent, -held.reports, -known, -abs(event.score), event.number


def _first_day(event: JoinedEvent) -> tuple[Any, int]:
    covered = read_days(event.date)
    return (covered.first if covered else None, event.number)


def _title(shown: Sequence[JoinedEvent], dated: int) -> str:
    if not shown:
        return "No event with a date"
    days = [covered for event in shown if (covered := read_days(event.date))]
    span = say_days(min(d.first for d in days), max(d.last for d in days))
    which = f"{len(shown)} of {dated} events" if dated > len(shown) else f"{dated} events"
    return f"What happened: {which}, {span}"


def _draw(shown: Sequence[JoinedEvent]) -> Any:
    altair = load_altair()
    rows = [_row(event) for event in shown]
    line = altair.Y(
        "label:N", sort=[row["label"] for row in rows], title=None,
        axis=altair.Axis(labelLimit=460, ticks=False, domain=False, labelPadding=8, grid=True, gridDash=[1, 3]),
    )  # fmt: skip
    base = altair.Chart(altair.Data(values=rows)).encode(y=line)
    day = altair.X(
        "first:T",
        title=None,
        scale=altair.Scale(padding=14),
        axis=altair.Axis(format="%-d %b %Y", labelAngle=0, labelOverlap=True, tickCount=5, grid=True),
    )
    spans = base.mark_rule(color=FAINT, strokeWidth=2).encode(x=day, x2="last:T")
    marks = base.mark_point(size=90, filled=False, stroke=INK, strokeWidth=0.8, opacity=1).encode(
        x=day, shape=shape_by_quad(), fill=colour_by_quad(), tooltip=["label:N", "date:N", "words:N"]
    )
    sources = base.mark_text(align="left", dx=9, fontSize=10, color=FAINT).encode(
        x=altair.X("last:T"), text="sources:N"
    )
    return (spans + marks + sources).properties(width=420, height=altair.Step(19))


def _row(event: JoinedEvent) -> dict[str, Any]:
    covered = read_days(event.date)
    assert covered is not None
    many = event.corroboration.independent
    return {
        "label": f"{_headline(event)}  {event.number}",
        "quad": QUADS[event.quad],
        "first": f"{covered.first}T00:00:00",
        "last": f"{covered.last}T00:00:00",
        "date": event.date,
        "sources": f"{many} sources" if many > 1 else "",
        "words": shorten(event.words, 200),
    }


def _headline(event: JoinedEvent) -> str:
    kind = f"{event.type.lower()} ({event.mode})" if event.mode else event.type.lower()
    sides = " → ".join(_name(side) for side in (event.actors, event.recipients) if side)
    if not event.actors and event.recipients:
        sides = f"→ {sides}"
    said = sides or f"“{shorten(event.words, _LONGEST - 24)}”"
    return shorten(f"{said}: {kind}{_STATUS_MARKS.get(event.status, '')}", _LONGEST)


def _name(parties: Sequence[Party]) -> str:
    first = shorten(parties[0].name, 26)
    return first if len(parties) == 1 else f"{first} +{len(parties) - 1}"
