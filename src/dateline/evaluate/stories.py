"""How well reports are put into running stories, against entries that name theirs.

Entries hold `text`, `date` and `story`, the names of the stories they belong to from the widest to the narrowest. The
narrowest counts. Such names are given by many hands and some cover years, so the figure is for information.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dateline.compare.stories import group_reports, make_story_report
from dateline.evaluate.same_event import measure_grouping
from dateline.model import Record


def has_story(entry: Mapping[str, Any]) -> bool:
    """Tell whether an entry can name its story."""
    return isinstance(entry.get("story"), list)


def score_stories(pairs: Iterable[tuple[Mapping[str, Any], Record]]) -> dict[str, float]:
    """Return B-cubed over the entries that name a story, all entries being grouped."""
    named: dict[int, str] = {}
    reports = []
    for number, (entry, record) in enumerate(pairs, start=1):
        reports.append(make_story_report(record, number))
        if entry["story"]:
            named[number] = str(entry["story"][-1])
    story_of = {number: story.number for story in group_reports(reports) for number in story.reports}
    score = measure_grouping([(name, story_of[number]) for number, name in named.items()])
    return {
        "precision": round(score.precision, 3), "recall": round(score.recall, 3), "f1": round(score.f1, 3),
        "found": score.members, "stories": len(set(story_of.values())),
    }  # fmt: skip
