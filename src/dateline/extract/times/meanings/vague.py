"""Vague times: "now", "recently", "the future", "later", and "then" that points back."""

from __future__ import annotations

from dateline.extract.times.matching import Match
from dateline.extract.times.meanings.registry import meaning
from dateline.extract.times.story import Outlook, Reading, Story

# "later" belongs to a day named at most so many words before.
_REACH = 25


@meaning("fixed")
def read_fixed(match: Match, story: Story) -> Reading | None:
    """A value that the rule itself gives."""
    return Reading(match.get("value"), match.rule.gloss)


@meaning("later")
def read_later(match: Match, story: Story) -> Reading | None:
    """Read "later" as the day just told of, as the future where the clause looks ahead, else as a time past."""
    outlook, cue = story.outlook(match)
    if outlook is Outlook.AHEAD:
        return Reading("FUTURE_REF", cue)
    near = story.day_near(match, _REACH)
    if near is not None:
        return Reading(near.isoformat(), "on the day just named", anchor=near)
    if cue == "present" and story.now is not None:
        return Reading(story.now.isoformat(), "told as now", anchor=story.now)
    return Reading("PAST_REF", "after something past")


@meaning("then")
def read_then(match: Match, story: Story) -> Reading | None:
    """Read "since then" as the date told last."""
    if story.value is None:
        return None
    return Reading(story.value, "the date told last")
