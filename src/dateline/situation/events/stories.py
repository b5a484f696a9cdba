"""Stories: events of many reports that belong together."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.errors import BadQuestion
from dateline.situation.events.joined_events import load_events
from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import load_parties
from dateline.situation.rows import Row, count
from dateline.situation.views.view import View

_LARGEST = " ORDER BY s.reports DESC, s.number LIMIT :limit OFFSET :offset"
_PARTIES = 5
_CITED = 3


@dataclass(frozen=True, slots=True)
class Story:
    """Reports that follow one matter.

    `number` is that of its first report's version; days are those of its reports; `title` that of the report most like
    the others, who takes part and where, or how the first report begins. `events` are the numbers of its joined events
    in order of their days, `citations` where the events most reports tell stand.
    """

    number: int
    title: str
    first_day: str | None
    last_day: str | None
    reports: int
    parties: tuple[Party, ...]
    countries: tuple[str, ...]
    events: tuple[int, ...]
    citations: tuple[Citation, ...]


def find_stories(view: View, *, limit: int | None, offset: int) -> Found[Story]:
    """Return the stories of a scope, those of most reports first."""
    limits = view.limits()
    asked = {name: limits[name] for name in ("as_of", "since", "until", "parties", "countries", "types", "places")}
    page = {"limit": -1 if limit is None else limit, "offset": offset}
    rows = view.ask("stories", _LARGEST, **asked, **page)
    return Found(_make_stories(view, rows), count(view.reader, "stories", **asked), Story)


def find_story(view: View, number: int) -> Story:
    """Return the story of a number; raise BadQuestion where there is none."""
    rows = view.ask("story_rows", stories=[number])
    if not rows:
        raise BadQuestion(f"{view.reader.path}: no story has the number {number}; dateline stories lists them")
    return _make_stories(view, rows)[0]


def find_story_of(view: View, event: int) -> Story:
    """Return the story that the event of a telling's number belongs to; raise BadQuestion where there is none."""
    joined = view.ask("joined_of", events=[event])
    found = view.ask("story_of", event=joined[0]["joined"]) if joined else ()
    if not found or found[0]["story"] is None:
        raise BadQuestion(f"{view.reader.path}: no event has the number {event}, or it is in no story")
    return find_story(view, found[0]["story"])


def _make_stories(view: View, rows: Sequence[Row]) -> tuple[Story, ...]:
    numbers = [row["number"] for row in rows]
    reports = {row["story"]: row for row in view.ask("story_reports_by", stories=numbers, as_of=view.as_of)}
    parts: dict[int, list[Row]] = {}
    for part in view.ask("story_parts", stories=numbers, as_of=view.as_of):
        parts.setdefault(part["story"], []).append(part)
    main = {number: _main_parties(parts.get(number, ())) for number in numbers}
    parties = load_parties(view.ask, {number for found in main.values() for number in found})
    top = {n: sorted(parts.get(n, ()), key=lambda part: -part["reports"])[:_CITED] for n in numbers}
    cited = load_events(view.ask, [part["joined"] for found in top.values() for part in found], view.as_of)
    citations = {event.number: event.citation for event in cited}
    return tuple(
        Story(
            number=row["number"],
            title=row["title"],
            first_day=row["first_day"],
            last_day=reports[row["number"]]["last_day"] if row["number"] in reports else row["last_day"],
            reports=reports[row["number"]]["reports"] if row["number"] in reports else row["reports"],
            parties=tuple(parties[number] for number in main[row["number"]]),
            countries=_countries(parts.get(row["number"], ())),
            events=tuple(part["number"] for part in parts.get(row["number"], ())),
            citations=tuple(citations[p["number"]] for p in top[row["number"]] if p["number"] in citations),
        )
        for row in rows
    )


def _main_parties(parts: Iterable[Row]) -> list[int]:
    counts = Counter(party for part in parts for party in json.loads(part["parties"]))
    return sorted(counts, key=lambda number: (-counts[number], number))[:_PARTIES]


def _countries(parts: Iterable[Row]) -> tuple[str, ...]:
    counts = Counter(part["country"] for part in parts if part["country"])
    return tuple(sorted(counts, key=lambda code: (-counts[code], code)))
