"""Phrases that only look like a time: "as soon as", "up to date", "the last minute", "three days later than"."""

from __future__ import annotations

from dateline.extract.times.checks.registry import check, tag_at
from dateline.extract.times.clauses import Clauses
from dateline.extract.times.cues import is_cue
from dateline.extract.times.matching import Match
from dateline.extract.times.story import Outlook, Story

# A superlative stands at most so many words before the length it looks back over.
_NEAR = 6


@check
def not_after_preposition(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept "the year" only after a preposition, and not where it is joined to what follows ("the year-ago")."""
    after = match.words.at(match.last)
    return not is_cue("phrase.of-period", match.words.at(match.first - 1)) or after in (
        "-",
        "of",
        "when",
        "that",
        "ago",
    )


@check
def is_quarter(match: Match, clauses: Clauses, story: Story) -> bool:
    """Leave "the quarter" to the rule that knows which was told last."""
    return bool(match.get("unit") == "Q")


@check
def joined_on(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "a year" where it goes on as "a year-earlier"."""
    return match.words.at(match.last) == "-" and match.words.is_joined(match.last)


@check
def last_minute(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "at the last minute", which is no length of time."""
    return match.get("unit") in ("TM", "TS")


@check
def next_as_told(match: Match, clauses: Clauses, story: Story) -> bool:
    """Leave "the next year" to the year told last, unless a preposition makes it a length ("over the next year")."""
    before = match.words.at(match.first - 1)
    return match.words.at(match.last - 2) == "next" and not is_cue("phrase.of-period", before)


@check
def told_as_past(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "soon" in what is told as past ("soon arrived")."""
    return clauses.look(match)[0] is Outlook.BACK


@check
def of_somebody(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "his years as mayor" and "the years of war": they name a time of life, not how long."""
    before = match.words.at(match.first - 1)
    if is_cue("phrase.owner", before):
        return True
    return before == "the" and match.words.at(match.last) == "of" and match.last - match.first == 1


@check
def opens_remark(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse the "Now," that only opens a remark, "up to date" and "at this point in" something else."""
    words = match.words
    before, after = words.at(match.first - 1), words.at(match.last)
    if match.last - match.first > 1:
        return before == "up" or (words.at(match.last - 1) == "point" and after in ("in", "during", "of"))
    return after == "-" or (words.written(match.first) == "Now" and after == ",")


@check
def before_noun(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse an expression that only qualifies the noun, number or name after it."""
    return tag_at(match, clauses, match.last)[:2] in ("NN", "CD", "JJ")


@check
def before_of(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "the last day of"."""
    return match.words.at(match.last) in ("of", "in")


@check
def before_clause(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "the year before he died": it counts from what follows."""
    return match.words.at(match.last - 1) in ("before", "after", "earlier") and not is_cue(
        "phrase.clause-end", match.words.at(match.last)
    )


@check
def in_span_of(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "for the first time in two years" and the like, where the length is looked back over."""
    before = match.words.lower[max(0, match.first - _NEAR) : match.first]
    return any(is_cue("phrase.superlative", word) for word in before)


@check
def not_an_adjective(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept "current" and "future" only before what they qualify."""
    tag, after = tag_at(match, clauses, match.last - 1), tag_at(match, clauses, match.last)
    return not (tag in ("JJ", "NN", "NNP") and after[:2] in ("NN", "JJ", "CD", "VB"))


@check
def not_an_adverb(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept "later" and "earlier" only as adverbs of time."""
    if is_cue("adverb.before", match.words.at(match.first - 1)) or match.words.at(match.last) in ("than", "-"):
        return True
    token = clauses.token(match.words, match.first)
    return token is None or token.dep_ == "amod" or token.tag_ in ("JJR", "NN")


@check
def later_than(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "three days later than planned" as a day."""
    return match.words.at(match.last) == "than"


@check
def soon_in_phrase(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "as soon as", "soon after", "soon before"."""
    return is_cue("soon.before", match.words.at(match.first - 1)) or is_cue("soon.after", match.words.at(match.last))


@check
def long_time_adjective(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "a long time friend"."""
    return tag_at(match, clauses, match.last)[:2] in ("NN", "JJ")
