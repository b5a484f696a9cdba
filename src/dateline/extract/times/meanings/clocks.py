"""Times of day: "Tuesday evening", "last night", "3:00 p.m. local time on Monday", "overnight"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning, resolve_inner
from dateline.extract.times.story import Outlook, Reading, Story
from dateline.model import TimeType

# A part of the day belongs to a day named at most so many words before.
_REACH = 25


@meaning("part_of_day")
def read_part_of_day(match: Match, story: Story) -> Reading | None:
    """A part of the day named with it, else of the day the narrative stands at."""
    part = match.get("part")
    inner = resolve_inner(match, story)
    if inner is not None:
        if len(inner.value) < 10 and inner.resolved:
            return None
        return Reading(inner.value[:10] + part, inner.why, TimeType.TIME, inner.anchor, inner.resolved)
    day, what = _find_day(match, story)
    if day is None:
        return Reading(f"XXXX-XX-XX{part}", "no day to count from", TimeType.TIME, resolved=False)
    day += timedelta(days=(match.get("days") or 0))
    return Reading(day.isoformat() + part, f"on {what}", TimeType.TIME, story.now)


def _find_day(match: Match, story: Story) -> tuple[date | None, str]:
    """Return the day a part of the day belongs to: now, the day just named, or the one the narrative stands at."""
    which = match.get("day")
    if which == "near":
        near = story.day_near(match, _REACH)
        return (near, "the day just named") if near is not None else (story.now, "the day of publication")
    return (story.now, "today") if which == "now" else story.scene(match)


@meaning("clock")
def read_clock(match: Match, story: Story) -> Reading | None:
    """A time of the clock on the day named with it, else on the day the narrative stands at."""
    clock = str(match.get("clock"))
    inner = resolve_inner(match, story)
    if inner is not None:
        if len(inner.value) < 10 and inner.resolved:
            return None
        return Reading(inner.value[:10] + clock, inner.why, TimeType.TIME, inner.anchor, inner.resolved)
    day, what = story.scene(match)
    if day is None:
        return Reading(f"XXXX-XX-XX{clock}", "no day to count from", TimeType.TIME, resolved=False)
    return Reading(day.isoformat() + clock, f"on {what}", TimeType.TIME, day)


@meaning("overnight")
def read_overnight(match: Match, story: Story) -> Reading | None:
    """Overnight: the night of the day told before it; else the night before publication, or after it when told as now.

    A report in the past tense that came out by day speaks of the night it follows; a digest written in the
    present tense tells all of its day as now.
    """
    if story.published is None:
        return Reading("XXXX-XX-XXTNI", "no publication date to count from", TimeType.TIME, resolved=False)
    day, why = _find_night(match, story, story.published)
    return Reading(f"{day.isoformat()}TNI", why, TimeType.TIME, story.published)


def _find_night(match: Match, story: Story, published: date) -> tuple[date, str]:
    near = story.day_near(match, _REACH)
    if near is not None and near < published:
        return near, "the night of the day just named"
    outlook, cue = story.outlook(match)
    if outlook is Outlook.AHEAD or cue == "present":
        return published, f"the night of publication: {cue}"
    return published - timedelta(days=1), "the night before publication"
