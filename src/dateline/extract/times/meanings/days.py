"""Single days: calendar days, weekdays, "yesterday", "the same day", "the 27th", holidays."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.extract.times.calendars import easter, make_day, nearest_weekday
from dateline.extract.times.cues import is_cue
from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning, resolve_inner
from dateline.extract.times.meanings.sharing import year_named_after
from dateline.extract.times.story import Outlook, Reading, Story

_DAY = timedelta(days=1)
# A month and a day without a year are rarely ten months away, whatever the tense.
_NEAR, _FAR = 62, 300
# Words between a planned day and "the following day" of one plan.
_IN_PLAN = 25


@meaning("digit_date")
def read_digit_date(match: Match, story: Story) -> Reading | None:
    """A date in digits is complete."""
    return Reading(match.get("digitdate").isoformat(), "complete date")


@meaning("calendar_day")
def read_calendar_day(match: Match, story: Story) -> Reading | None:
    """A month and a day; the year named with it, or the one the clause points to."""
    month, number = match.get("month"), match.get("day")
    year, why = match.get("year"), "complete date"
    if year is None:
        named = resolve_inner(match, story, "yearref")
        if named is not None and named.value[:4].isdigit():
            year, why = int(named.value[:4]), f"in the year {named.value[:4]}: {named.why}"
    if year is None and (shared := year_named_after(match)) is not None:
        year, why = shared, f"shares the year {shared} that follows"
    if year is not None:
        day = make_day(year, month, number)
        return Reading(day.isoformat(), why) if day else None
    if story.published is None:
        return Reading(f"XXXX-{month:02d}-{number:02d}", "no publication date to count from", resolved=False)
    return _choose_year(match, story, story.published, month, number)


def _choose_year(match: Match, story: Story, published: date, month: int, number: int) -> Reading | None:
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := make_day(year, month, number))]
    weekday, which = match.get("weekday"), match.get("which")
    if weekday is not None and (fitting := [day for day in days if day.isoweekday() == weekday]):
        day = min(fitting, key=lambda d: abs((d - published).days))
        return Reading(day.isoformat(), "the nearest one on that weekday", anchor=published)
    back, ahead = [d for d in days if d <= published], [d for d in days if d >= published]
    if not back or not ahead:
        return Reading(days[0].isoformat(), "the only such day near", anchor=published) if days else None
    outlook, cue = story.outlook(match)
    if which is not None:
        outlook, cue = (Outlook.BACK if which in ("last", "past") else Outlook.AHEAD), which
    looks_ahead = outlook is Outlook.AHEAD
    chosen, other = (ahead[0], back[-1]) if looks_ahead else (back[-1], ahead[0])
    firm = outlook is Outlook.BACK and cue
    if which is None and not firm and abs((chosen - published).days) > _FAR and abs((other - published).days) < _NEAR:
        chosen, looks_ahead, cue = other, not looks_ahead, "the other way is ten months off"
    way = "next from" if looks_ahead else "last up to"
    return Reading(chosen.isoformat(), f"{way} publication{': ' + cue if cue else ''}", anchor=published)


@meaning("second_day")
def read_second_day(match: Match, story: Story) -> Reading | None:
    """The 8 of "April 6 to 8": a day in the month just named."""
    if story.previous is None or story.previous[0].last != match.first or story.previous[0].words is not match.words:
        return None
    before, reading = story.previous
    if before.rule.meaning not in ("calendar_day", "second_day") or not reading.value[:4].isdigit():
        return None
    first = date.fromisoformat(reading.value)
    day = make_day(first.year, first.month, match.get("day"))
    return Reading(day.isoformat(), "in the month named before", anchor=first) if day and day > first else None


@meaning("weekday")
def read_weekday(match: Match, story: Story) -> Reading | None:
    """A weekday: back from the day of publication, unless the clause looks ahead or "last" or "next" decides."""
    weekday, which = match.get("weekday"), match.get("which")
    published = story.published
    if published is None:
        return Reading(f"XXXX-WXX-{weekday}", "no publication date to count from", resolved=False)
    if which in ("previous", "following"):
        day, what = story.scene()
        day = _step_over(day or published, weekday, ahead=which == "following")
        return Reading(day.isoformat(), f"{which} such day from {what}", anchor=published)
    if which in ("last", "next"):
        day = _step_over(published, weekday, ahead=which == "next")
        return Reading(day.isoformat(), f"{which} such day from publication", anchor=published)
    if which is None and (joined := _after_weekday(match, story)) is not None:
        day = nearest_weekday(joined, weekday, ahead=True)
        return Reading(day.isoformat(), "follows the weekday named before", anchor=joined)
    outlook, cue = story.outlook(match)
    if which in ("coming", "past"):
        outlook, cue = (Outlook.AHEAD if which == "coming" else Outlook.BACK), which
    elif which == "this" and outlook is Outlook.OPEN:
        outlook, cue = Outlook.AHEAD, "this"
    ahead = outlook is Outlook.AHEAD
    since = published if ahead or story.changed is None else story.changed
    day = nearest_weekday(since, weekday, ahead=ahead)
    what = "publication" if since == published else "the last change"
    why = f"{'next from' if ahead else 'last up to'} {what}{': ' + cue if cue else ''}"
    return Reading(day.isoformat(), why, anchor=since)


def _step_over(published: date, weekday: int, *, ahead: bool) -> date:
    """Return "last Thursday" or "next Thursday": not today, and not yesterday or tomorrow of the same week."""
    step = _DAY if ahead else -_DAY
    day = nearest_weekday(published + step, weekday, ahead=ahead)
    if day == published + step and day.isocalendar()[:2] == published.isocalendar()[:2]:
        day += 7 * step
    return day


def _after_weekday(match: Match, story: Story) -> date | None:
    """Return the day before in "Monday and Tuesday", where the second is counted from the first."""
    if story.previous is None:
        return None
    before, reading = story.previous
    joint = match.words.lower[before.last : match.first]
    if before.words is not match.words or len(joint) != 1 or not is_cue("joint", joint[0]):
        return None
    return date.fromisoformat(reading.value) if before.rule.meaning == "weekday" and reading.resolved else None


@meaning("day_from_now")
def read_day_from_now(match: Match, story: Story) -> Reading | None:
    """Count "yesterday", "today" and "tomorrow" from the day that is now."""
    if story.now is None:
        return Reading("XXXX-XX-XX", "no publication date to count from", resolved=False)
    day = story.now + timedelta(days=match.get("days"))
    what = "publication" if story.now == story.published else "the day the words were spoken"
    return Reading(day.isoformat(), f"{match.rule.given['days']:+d} days from {what}", anchor=story.now)


@meaning("day_from_told")
def read_day_from_told(match: Match, story: Story) -> Reading | None:
    """Count "the same day" and "the following day" from the day told last."""
    day, what = _planned_before(match, story) or story.scene(match)
    if day is None or (day == story.now and story.told is None and (match.get("days") or 0) > 0):
        return Reading("XXXX-XX-XX", "no day told to count from", resolved=False)
    found = day + timedelta(days=(match.get("days") or 0))
    return Reading(found.isoformat(), f"{match.rule.given.get('days', 0):+d} days from {what}", anchor=day)


def _planned_before(match: Match, story: Story) -> tuple[date, str] | None:
    """Return the day to come that the same plan has just named: "on Wednesday, and in Rome the following day"."""
    near = story.day_near(match, _IN_PLAN)
    if near is None or story.now is None or near <= story.now or story.outlook(match)[0] is not Outlook.AHEAD:
        return None
    return near, "the day to come named before it"


@meaning("day_before_inner")
def read_day_before_inner(match: Match, story: Story) -> Reading | None:
    """The eve of a day named."""
    inner = resolve_inner(match, story)
    if inner is None or not inner.resolved or len(inner.value) != 10:
        return None
    day = date.fromisoformat(inner.value)
    return Reading((day - _DAY).isoformat(), f"the day before {inner.value}", anchor=day)


@meaning("day_of_month")
def read_day_of_month(match: Match, story: Story) -> Reading | None:
    """Put "the 27th" into the month of the day told last or of publication, by the way the clause looks."""
    day, what = story.scene()
    number = match.get("day")
    if day is None:
        return Reading(f"XXXX-XX-{number:02d}", "no day to count from", resolved=False)
    ahead = story.outlook(match)[0] is Outlook.AHEAD
    month = day.year * 12 + day.month - 1
    for step in (0, 1, 2) if ahead else (0, -1, -2):
        found = make_day((month + step) // 12, (month + step) % 12 + 1, number)
        if found and (found >= day if ahead else found <= (story.published or day)):
            return Reading(found.isoformat(), f"counted from {what}", anchor=day)
    return None


@meaning("holiday")
def read_holiday(match: Match, story: Story) -> Reading | None:
    """A holiday with a fixed day, or one counted from Easter; the year named, or the nearest by outlook."""
    given, year, published = match.rule.given, match.get("year"), story.published
    if "year" in given or year is not None:
        return Reading(_hold_holiday(match, given.get("year", year)).isoformat(), "the day of that name")
    if published is None:
        return Reading("XXXX-XX-XX", "no publication date to count from", resolved=False)
    days = [_hold_holiday(match, published.year + step) for step in (-1, 0, 1)]
    outlook, cue = story.outlook(match)
    if outlook is Outlook.OPEN:
        day = min(days, key=lambda d: abs((d - published).days))
    else:
        ahead = outlook is Outlook.AHEAD
        day = next(d for d in days if d >= published) if ahead else [d for d in days if d <= published][-1]
    return Reading(day.isoformat(), f"the day of that name{': ' + cue if cue else ''}", anchor=published)


def _hold_holiday(match: Match, year: int) -> date:
    given = match.rule.given
    if "easter" in given:
        return easter(year) + timedelta(days=given["easter"])
    return date(year, given["month"], given["day"])
