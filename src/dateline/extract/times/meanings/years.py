"""Years, decades and centuries."""

from __future__ import annotations

from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning, resolve_inner
from dateline.extract.times.story import Reading, Story


@meaning("year")
def read_year(match: Match, story: Story) -> Reading | None:
    """A year in digits or words is complete."""
    return Reading(f"{match.get('year'):04d}", "year named")


@meaning("decade")
def read_decade(match: Match, story: Story) -> Reading | None:
    """A decade: "1990s" is complete, "the nineties" is the last one begun before publication."""
    digits = str(match.get("decade"))
    if len(digits) == 3:
        return Reading(digits, "decade named")
    year = story.published.year if story.published else 2000
    century = year // 100 - (int(digits) * 10 > year % 100)
    return Reading(f"{century:02d}{digits}", "the last decade of that name", anchor=story.published)


@meaning("century")
def read_century(match: Match, story: Story) -> Reading | None:
    """The 21st century has the years that begin with 20."""
    number = match.get("ordinal")
    return Reading(f"{number - 1:02d}", "century named") if 1 <= number <= 30 else None


@meaning("same_as_inner")
def read_same_as_inner(match: Match, story: Story) -> Reading | None:
    """A modifier ("early", "the end of", "around") leaves the value of what it modifies as it is."""
    return resolve_inner(match, story)
