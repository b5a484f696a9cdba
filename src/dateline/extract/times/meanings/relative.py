"""Weeks, months and years counted from publication or from what was told: "last week", "two months ago"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from dateline.extract.times.calendars import shift, write_value
from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.durations import find_amount, write_duration
from dateline.extract.times.meanings.registry import meaning
from dateline.extract.times.story import Outlook, Reading, Story
from dateline.extract.times.values import value_to_range
from dateline.model import TimeType

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
_LONGEST = {"D": 0, "W": 6, "WE": 6, "M": 31, "Q": 92}
_NO_DAY = "no publication date to count from"


@meaning("unit_from_now")
def read_unit_from_now(match: Match, story: Story) -> Reading | None:
    """Count "last week" or "this year" from the day of publication."""
    unit, which, published = match.get("unit"), match.get("which"), story.published
    if published is None:
        return Reading(write_value(None, unit), _NO_DAY, resolved=False)
    if unit == "WE":
        return _read_weekend(match, story, published, which)
    which = which or "this"
    day = shift(published, unit, _STEPS[which])
    return Reading(write_value(day, unit), f"{which}, from publication", anchor=published)


def _read_weekend(match: Match, story: Story, published: date, which: str | None) -> Reading:
    """The weekend of publication's week counts as past on Saturday and Sunday, as coming before."""
    outlook, cue = story.outlook(match)
    begun = published.isoweekday() > 5
    weeks = 0 if begun else -1
    if which == "last":
        weeks, cue = -1, which
    elif which in ("next", "coming"):
        weeks, cue = int(begun or which == "next"), which
    elif which == "past":
        cue = which
    elif outlook is Outlook.AHEAD or (which == "this" and outlook is Outlook.OPEN):
        weeks = 0
    return Reading(
        write_value(shift(published, "W", weeks), "WE"),
        f"from publication{': ' + cue if cue else ''}",
        anchor=published,
    )


@meaning("unit_of_publication")
def read_unit_of_publication(match: Match, story: Story) -> Reading | None:
    """Read "the month", "the year" as those of publication, "the day" as the day told last."""
    unit = match.get("unit")
    day, what = story.scene() if unit == "D" else (story.published, "the day of publication")
    if day is None:
        return Reading(write_value(None, unit), _NO_DAY, resolved=False)
    return Reading(write_value(day, unit), f"holds {what}", anchor=day)


@meaning("unit_from_told")
def read_unit_from_told(match: Match, story: Story) -> Reading | None:
    """Count "that year", "the following month" from the date told last."""
    unit, which = match.get("unit"), match.get("which") or "this"
    covered = value_to_range(story.value) if story.value else None
    if covered and (covered[1] - covered[0]).days > _LONGEST.get(unit, 366):
        covered = None  # a week cannot be counted from a year
    day, what = (covered[0], "the date told last") if covered else (story.published, "the day of publication")
    if day is None:
        return Reading(write_value(None, unit), "no day to count from", resolved=False)
    return Reading(write_value(shift(day, unit, _STEPS[which]), unit), f"{which}, from {what}", anchor=day)


@meaning("units_ago")
def read_units_ago(match: Match, story: Story) -> Reading | None:
    """So many units before the day that is now, as exact as the unit; a vague number is only PAST_REF."""
    return _count(match, story.now, -1, "PAST_REF", "ago, from the day that is now")


@meaning("units_ahead")
def read_units_ahead(match: Match, story: Story) -> Reading | None:
    """So many units after the day that is now."""
    return _count(match, story.now, 1, "FUTURE_REF", "ahead of the day that is now")


@meaning("units_ahead_if")
def read_units_ahead_if(match: Match, story: Story) -> Reading | None:
    """Read "in two days" as a day where the clause looks ahead, as a length of time where it does not."""
    outlook, cue = story.outlook(match)
    if outlook is not Outlook.AHEAD:
        return None
    reading = read_units_ahead(match, story)
    return reading and Reading(reading.value, f"{reading.why}: {cue}", anchor=reading.anchor, resolved=reading.resolved)


@meaning("units_from_told")
def read_units_from_told(match: Match, story: Story) -> Reading | None:
    """Count "two days later", "a year earlier" from the date told last."""
    sign = match.get("sign")
    unit = match.get("unit")
    covered = value_to_range(story.value) if story.value and unit not in ("D", "TH", "TM", "TS") else None
    day, what = (covered[0], "the date told last") if covered else story.scene()
    if covered is None and story.told is None and sign > 0 and not unit.startswith("T"):
        day = None
    return _count(
        match, day, sign, "PAST_REF" if sign < 0 else "FUTURE_REF", f"{'before' if sign < 0 else 'after'} {what}"
    )


def _count(match: Match, day: date | None, sign: int, vague: str, why: str) -> Reading | None:
    unit, count = match.get("unit"), find_amount(match).low
    if unit.startswith("T"):
        if match.get("sign") is None:
            return Reading(vague, "within the day")
        return Reading(day.isoformat() if day else "XXXX-XX-XX", why, TimeType.TIME, day, resolved=day is not None)
    if count is None:
        return Reading(vague, "a vague number")
    if match.get("half") is True:
        count += Fraction(1, 2)
    coarse = {"DE": "Y", "CE": "Y", "ML": "Y", "FN": "W"}.get(unit, unit)
    if count.denominator > 1:
        coarse = {"Y": "M", "M": "M", "W": "D"}.get(unit, coarse)
    if day is None:
        return Reading(write_value(None, coarse), "no day to count from", resolved=False)
    found = shift(day, unit, sign * count)
    return Reading(write_value(found, coarse), why, anchor=day) if found else None


@meaning("units_around_now")
def read_units_around_now(match: Match, story: Story) -> Reading | None:
    """Read "the last two years" as a length of time."""
    return Reading(write_duration(find_amount(match).low, match.get("unit")), "length as told", TimeType.DURATION)
