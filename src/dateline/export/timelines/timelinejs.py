"""Joined events as JSON of TimelineJS. Its texts are HTML, so that everything from reports is escaped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from dateline.export.chosen.selection import Selection
from dateline.export.format import Format
from dateline.export.tally import Tally
from dateline.export.timelines.calendar_dates import CalendarDate, display_date, read_dates
from dateline.situation import JoinedEvent


def _write(selection: Selection, path: Path, tally: Tally) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        title = {"text": {"headline": escape(selection.situation.path.stem)}}
        file.write('{"title": ' + json.dumps(title, ensure_ascii=False) + ', "events": [')
        for number, slide in enumerate(_iter_slides(selection, tally)):
            file.write(("," if number else "") + "\n" + json.dumps(slide, ensure_ascii=False))
        file.write("\n]}\n")


def _iter_slides(selection: Selection, tally: Tally) -> Iterator[dict[str, Any]]:
    for event in selection.iter_joined():
        dates = read_dates(event.date) if event.date else None
        if dates is None:
            tally.leave_out("events without a date")
        elif event.status == "negated":
            tally.leave_out("events that are negated")
        else:
            tally.count("events")
            yield _slide(event, *dates)


def _slide(event: JoinedEvent, first: CalendarDate, last: CalendarDate | None) -> dict[str, Any]:
    slide = {
        "unique_id": f"dateline-{event.number}",
        "start_date": first.as_json(),
        "display_date": display_date(first, last),
        "group": event.type,
        "text": {
            "headline": escape(_headline(event)),
            "text": f"<p>{escape(event.words)}</p><p>{escape(_sources(event))}</p>",
        },
    }
    if last is not None:
        slide["end_date"] = last.as_json()
    return slide


def _headline(event: JoinedEvent) -> str:
    sides = [", ".join(p.name for p in side) for side in (event.actors, event.recipients)]
    status = "" if event.status == "actual" else f" ({event.status})"
    return f"{' → '.join(side for side in sides if side) or 'Unknown'}: {event.type.lower()}{status}"


def _sources(event: JoinedEvent) -> str:
    return "Told by " + ", ".join(event.corroboration.sources)


FORMAT = Format(
    "timelinejs", "joined events for TimelineJS", ".json", _write,
    never=("scores and codes", "tolls", "coordinates", "statements and positions"),
)  # fmt: skip
