"""Running stories: reports that follow one matter over days, by what they share.

Reports are taken in the order of publication; each goes to the story it shares most with, or begins one. A story that
nobody adds to for a while is over, so that the cost grows with the number of reports and not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.compare.actor_keys import identify_actor
from dateline.compare.words import stems_of
from dateline.model import PlaceKind, Record

_LEAST = 0.25
"""The least likeness (cosine) with a story that adds a report to it."""
_SILENCE = 14
"""Days without a report after which a story is over."""
_MARKS = 40
"""The rarest marks of a report that it is compared by."""
_KEPT = 40
"""Stories a mark remembers."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """A report as stories see it: what it is about, in marks (`actor:…`, `place:…`, `event:…`, and stems)."""

    number: int
    title: str | None
    published: date | None
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one running story, in order of publication.

    `central` is the report most like all others, of those with a title where there are any; `title` is its title.
    """

    number: int
    title: str | None
    reports: tuple[int, ...]
    first: date | None
    last: date | None
    central: int


def make_story_report(record: Record, number: int, events: Mapping[str, int] | None = None) -> StoryReport:
    """Return what a report is about; `events` gives the joined event (its number) of each event's id, where known."""
    return StoryReport(
        number, record.document.title, record.document.published, frozenset(_iter_marks(record, events or {}))
    )


def _iter_marks(record: Record, events: Mapping[str, int]) -> Iterator[str]:
    yield from stems_of(record.document.title or "")
    yield from stems_of(record.document.text)
    for actor in record.actors:
        key = identify_actor(actor)
        if key:
            yield f"actor:{key}"
    for place in record.places:
        if place.kind is not PlaceKind.COUNTRY:
            yield f"place:{place.name}"
    for event in events.values():
        yield f"event:{event}"


@dataclass(slots=True)
class _Running:
    number: int
    reports: list[StoryReport] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)
    last: date | None = None


def group_reports(reports: Iterable[StoryReport]) -> list[Story]:
    """Return the stories that reports belong to, by the number of their first report; every report is in one."""
    ordered = sorted(reports, key=lambda r: (r.published or date.min, r.number))
    counts = Counter(mark for report in ordered for mark in report.marks)
    stories: list[_Running] = []
    marked: dict[str, deque[_Running]] = {}
    for report in ordered:
        vector = _weigh(report, counts, len(ordered))
        story = _find_story(report, vector, marked)
        if story is None:
            story = _Running(report.number)
            stories.append(story)
        _add(story, report, vector, marked)
    return sorted((_close(story, counts, len(ordered)) for story in stories), key=lambda story: story.number)


def _weigh(report: StoryReport, counts: Mapping[str, int], total: int) -> dict[str, float]:
    weights = {mark: math.log((total + 20) / (counts[mark] + 0.5)) for mark in report.marks}
    best = sorted(weights, key=lambda mark: (-weights[mark], mark))
    kept = [mark for mark in best if counts[mark] > 1][:_MARKS]
    length = math.sqrt(sum(weights[mark] ** 2 for mark in kept)) or 1.0
    return {mark: weights[mark] / length for mark in kept}


def _find_story(
    report: StoryReport, vector: Mapping[str, float], marked: Mapping[str, deque[_Running]]
) -> _Running | None:
    likeness: dict[int, float] = {}
    found: dict[int, _Running] = {}
    for mark, weight in vector.items():
        for story in marked.get(mark, ()):
            if _is_over(story, report.published):
                continue
            likeness[story.number] = likeness.get(story.number, 0.0) + weight * story.weights[mark] / len(story.reports)
            found[story.number] = story
    best = max(likeness, key=lambda number: (likeness[number], -number), default=None)
    return found[best] if best is not None and likeness[best] >= _LEAST else None


def _is_over(story: _Running, day: date | None) -> bool:
    return day is not None and story.last is not None and (day - story.last).days > _SILENCE


def _add(story: _Running, report: StoryReport, vector: Mapping[str, float], marked: dict[str, deque[_Running]]) -> None:
    story.reports.append(report)
    if report.published and (story.last is None or report.published > story.last):
        story.last = report.published
    for mark, weight in vector.items():
        if mark not in story.weights:
            marked.setdefault(mark, deque(maxlen=_KEPT)).append(story)
        story.weights[mark] = story.weights.get(mark, 0.0) + weight


def _close(story: _Running, counts: Mapping[str, int], total: int) -> Story:
    days = [report.published for report in story.reports if report.published]
    central = _find_central(story.reports, story.weights, counts, total)
    return Story(
        number=story.number,
        title=central.title,
        reports=tuple(report.number for report in story.reports),
        first=min(days, default=None),
        last=max(days, default=None),
        central=central.number,
    )


def _find_central(
    reports: Sequence[StoryReport], weights: Mapping[str, float], counts: Mapping[str, int], total: int
) -> StoryReport:
    def likeness(report: StoryReport) -> float:
        return sum(w * weights[mark] for mark, w in _weigh(report, counts, total).items())

    return max(reports, key=lambda report: (report.title is not None, likeness(report), -report.number))
