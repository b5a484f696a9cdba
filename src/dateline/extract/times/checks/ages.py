"""Numbers that are an age, or are none."""

from __future__ import annotations

from dateline.extract.times.checks.registry import check, tag_at
from dateline.extract.times.clauses import Clauses
from dateline.extract.times.cues import is_cue
from dateline.extract.times.matching import Match
from dateline.extract.times.numbers import Amount
from dateline.extract.times.story import Story

_OLDEST = 110
# Between commas a smaller number is more often the place in a list than a child's age.
_YOUNGEST = 4
_NO_PEOPLE = frozenset(("GPE", "LOC", "DATE", "TIME", "MONEY", "CARDINAL", "PERCENT", "QUANTITY", "ORDINAL", "FAC"))


@check
def not_beside_name(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept a number between commas as an age when a person, named or not, stands before it."""
    words, number = match.words, match.get("number")
    if _is_no_age(number) or number.low < _YOUNGEST or not words.at(match.last - 1).isdigit():
        return True
    if words.at(match.last) not in (",", ")", ".", ";", "") or words.at(match.last + 1)[:1].isdigit():
        return True
    token = clauses.token(words, match.first - 1)
    if token is None or token.ent_type_ in _NO_PEOPLE:
        return True
    return token.tag_ not in ("NNP", "NN") or is_cue("number.label", token.lower_)


@check
def not_of_person(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept the number in "he was 86" as an age when nothing is counted by it and a person is spoken of."""
    words = match.words
    if _is_no_age(match.get("number")) or not is_cue("age.after", words.at(match.last)):
        return True
    before = match.first - 1 - is_cue("age.adverb", words.at(match.first - 1))
    token = clauses.token(words, before)
    return token is None or not (token.lower_ in ("he", "she", "who") or token.ent_type_ == "PERSON")


def _is_no_age(number: Amount) -> bool:
    low = number.low
    return low is None or low.denominator > 1 or number.high is not None or not 1 <= low <= _OLDEST


@check
def not_after_age(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept the second number of "15 and 17" only right after an age."""
    if story.previous is None or story.previous[0].words is not match.words:
        return True
    before = story.previous[0]
    if before.last != match.first or before.rule.meaning != "age":
        return True
    return tag_at(match, clauses, match.last) in ("NN", "NNS", "JJ")


@check
def age_in_tens(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "in his 30s"."""
    return is_cue("age.tens", match.words.at(match.first - 1))
