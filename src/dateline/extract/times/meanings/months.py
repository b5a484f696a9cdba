"""Months, seasons, quarters and halves of years."""

from __future__ import annotations

from datetime import date

from dateline.extract.times.calendars import shift, write_value
from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning, resolve_inner
from dateline.extract.times.meanings.sharing import year_named_after
from dateline.extract.times.story import Outlook, Reading, Story

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def find_year(match: Match, story: Story) -> tuple[int, str] | None:
    """Return the year that stands with a month, quarter or season, and why it is that one."""
    if match.get("year") is not None:
        return match.get("year"), "complete"
    named = resolve_inner(match, story, "yearref")
    if named is not None:
        return (int(named.value[:4]), f"in {named.value[:4]}: {named.why}") if named.value[:4].isdigit() else None
    shared = year_named_after(match)
    return (shared, f"shares the year {shared} that follows") if shared is not None else None


@meaning("month")
def read_month(match: Match, story: Story) -> Reading | None:
    """A month: with its year, or the last or next of that name by the way the clause looks."""
    month, published = match.get("month"), story.published
    found = find_year(match, story)
    if found is not None:
        return Reading(f"{found[0]:04d}-{month:02d}", found[1])
    if published is None:
        return Reading(f"XXXX-{month:02d}", "no publication date to count from", resolved=False)
    which = match.get("which")
    outlook, cue = story.outlook(match)
    if which is not None:
        outlook, cue = (Outlook.AHEAD if which in ("next", "coming") else Outlook.BACK), which
    gap = (published.month - month) % 12
    if which is None and outlook is Outlook.AHEAD and 0 < gap < 3:
        outlook, cue = Outlook.BACK, "the next one is ten months off"
    if which == "this":
        back = published.month - month
    elif outlook is Outlook.AHEAD:
        back = gap - 12 if gap else (-12 if which == "next" else 0)
    else:
        back = gap + 12 if which == "last" and gap < 2 else gap
    start = shift(published.replace(day=1), "M", -back)
    why = f"{'next from' if back < 0 else 'last up to'} publication{': ' + cue if cue else ''}"
    return Reading(write_value(start, "M"), why, anchor=published)


@meaning("season")
def read_season(match: Match, story: Story) -> Reading | None:
    """A season: of the year named, of this, the last or the next year, or by the way the clause looks."""
    season, published = match.get("season"), story.published
    found = find_year(match, story)
    if found is not None:
        return Reading(f"{found[0]:04d}-{season}", found[1])
    if published is None:
        return Reading(f"XXXX-{season}", "no publication date to count from", resolved=False)
    year, begun = published.year, published.month >= _SEASON_STARTS[season]
    if season == "WI" and published.month < 3:
        year, begun = year - 1, True
    which, (outlook, cue) = match.get("which"), story.outlook(match)
    if which == "last":
        year -= 1
    elif which in ("next", "coming"):
        year += begun
    elif which == "past" or (which is None and outlook is not Outlook.AHEAD and not begun):
        year -= not begun
    elif which is None and outlook is Outlook.AHEAD and published.month > _SEASON_STARTS[season] + 2:
        year += 1
    return Reading(
        f"{year:04d}-{season}", f"from publication{': ' + (which or cue) if which or cue else ''}", anchor=published
    )


@meaning("quarter")
def read_quarter(match: Match, story: Story) -> Reading | None:
    """A numbered quarter: of the year named, else the last begun, or the next where the clause looks ahead."""
    quarter, published = match.get("quarter"), story.published
    found = find_year(match, story)
    if found is not None:
        return Reading(f"{found[0]:04d}-Q{quarter}", found[1])
    if published is None:
        return Reading(f"XXXX-Q{quarter}", "no publication date to count from", resolved=False)
    current = (published.month + 2) // 3
    outlook, cue = story.outlook(match)
    year = published.year
    if outlook is Outlook.AHEAD:
        year += quarter < current - 1  # results of the quarter just over are what clauses look ahead to
    else:
        year -= quarter > current
    return Reading(f"{year:04d}-Q{quarter}", f"counted from publication{': ' + cue if cue else ''}", anchor=published)


@meaning("quarter_told")
def read_quarter_told(match: Match, story: Story) -> Reading | None:
    """Read "the quarter", "the latest period": the quarter told last, else the one that ended before publication."""
    if story.quarter is not None:
        return Reading(story.quarter, "the quarter told last")
    if match.get("told_only"):
        return None
    if story.published is None:
        return Reading("XXXX-QX", "no publication date to count from", resolved=False)
    ended = shift(story.published, "Q", -1)
    return Reading(write_value(ended, "Q"), "the last full quarter", anchor=story.published)


@meaning("quarter_year_before")
def read_quarter_year_before(match: Match, story: Story) -> Reading | None:
    """Read "the year-earlier quarter", "a year ago": a year before the quarter told last, or before publication."""
    named = match.get("quarter")
    told = story.quarter
    if told is not None:
        number = f"Q{named}" if named else told[5:]
        return Reading(f"{int(told[:4]) - 1:04d}-{number}", f"a year before {told}")
    if match.get("of_quarter") is None and story.value is not None and story.value[:4].isdigit() and story.told is None:
        return Reading(f"{int(story.value[:4]) - 1:04d}", f"a year before {story.value}")
    if story.published is None:
        return Reading("XXXX", "no publication date to count from", resolved=False)
    return Reading(
        write_value(date(story.published.year - 1, 1, 1), "Y"), "a year before publication", anchor=story.published
    )


@meaning("half")
def read_half(match: Match, story: Story) -> Reading | None:
    """Half of a year named, or of the year of publication."""
    found = find_year(match, story)
    if found is None and story.published is None:
        return Reading(f"XXXX-H{match.get('half')}", "no publication date to count from", resolved=False)
    year, why = found or (story.published.year if story.published else 0, "in the year of publication")
    return Reading(f"{year:04d}-H{match.get('half')}", why, anchor=None if found else story.published)
