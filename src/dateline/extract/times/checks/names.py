"""Words of time that are names or verbs: Theresa May, the Kabul Weekly, Super Tuesday, the fall of a town."""

from __future__ import annotations

from dateline.extract.times.checks.registry import NAMES, check, stands_out, tag_at
from dateline.extract.times.clauses import Clauses
from dateline.extract.times.cues import is_cue, load_cues
from dateline.extract.times.matching import Match
from dateline.extract.times.story import Story


def _find(match: Match, kind: str) -> int | None:
    """Return the first word of a match that is in a list of cues."""
    return next((at for at in range(match.first, match.last) if is_cue(kind, match.words.at(at))), None)


@check
def month_as_verb(match: Match, clauses: Clauses, story: Story) -> bool:
    """Read "may" and "march" as months only as capitalised nouns or beside a day, and no month as a person."""
    words, at = match.words, _find(match, "name.month")
    if at is None:
        return False
    beside_day = words.at(at + 1)[:1].isdigit()
    token = clauses.token(words, at)
    if (
        token is not None
        and not beside_day
        and (token.ent_type_ == "PERSON" or _follows_first_name(match, clauses, at))
    ):
        return True
    if not is_cue("name.month-verb", words.at(at)):
        return False
    if words.at(at) == "march" and words.at(match.last) == "of":
        return True
    written = words.written(at)
    if written.islower() or written.isupper():
        return not beside_day or at + 1 >= match.last
    return token is not None and token.tag_ in ("MD", "VB", "VBP") and not beside_day


def _follows_first_name(match: Match, clauses: Clauses, at: int) -> bool:
    """Tell whether "May" is a person the parser does not see: after a first name, or where the report has one."""
    words = match.words
    if words.at(at) != "may" or at != match.first:
        return False
    if tag_at(match, clauses, at - 1) == "NNP":
        return True
    owner = words.at(match.last) == "'" or not is_cue("phrase.of-period", words.at(at - 1))
    return owner and any(clauses.mentions(f"{name} may") for name in load_cues()["name.before-may"])


@check
def stock_symbol(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a short month in capitals that stands alone ("DEC")."""
    written = match.words.written(match.first)
    return match.last - match.first == 1 and len(written) < 4 and written.isupper() and written != "MAY"


@check
def date_in_name(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a date that names something ("the March 23 Movement")."""
    after = match.last + match.words.at(match.last).isdigit()
    return is_cue("name.after-date", match.words.at(after)) and match.words.written(after)[:1].isupper()


@check
def weekday_in_name(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "Super Tuesday", "Bloody Sunday" and the Sunday papers."""
    words = match.words
    if is_cue("name.paper", words.at(match.last)):
        return True
    return is_cue("name.before-weekday", words.at(match.first - 1)) and words.written(match.first - 1)[:1].isupper()


@check
def names_paper(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "the daily newspaper" and "the daily Politika"."""
    if is_cue("name.paper", match.words.at(match.last)):
        return True
    return tag_at(match, clauses, match.last) == "NNP" and match.words.at(match.last - 1) != "annual"


@check
def treaty_name(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a day that names a treaty ("the Good Friday Agreement")."""
    return is_cue("name.treaty", match.words.at(match.last))


@check
def in_name(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a capitalised word that is part of a name ("Kabul Weekly", ABC's "This Week")."""
    if any(stands_out(match, at) for at in range(match.first, match.last)):
        return True
    return all(tag_at(match, clauses, at) in NAMES for at in (match.first, match.last))


@check
def season_as_other(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "fall" and "spring" as verbs, as a collapse, in names, and before "of" without a year."""
    words, at = match.words, _find(match, "season.word")
    if at is None:
        return False
    if match.get("year") is None and match.get("yearref") is None and words.at(match.last) == "of":
        return True
    if is_cue("season.other", words.at(at)) and tag_at(match, clauses, at)[:2] == "VB":
        return True
    if not words.written(at)[:1].isupper():
        return False
    return tag_at(match, clauses, match.last) in NAMES or words.written(at - 1)[:1].isupper()


@check
def part_as_other(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a part of the day in a name ("Golden Dawn"), a greeting, or before what it only describes."""
    words = match.words
    at = _find(match, "part.word") or match.first
    if is_cue("part.before", words.at(match.first - 1)) or is_cue("name.paper", words.at(match.last)):
        return True
    if words.written(at)[:1].isupper() and words.at(at - 1) not in ("", ".", '"', "“"):
        return tag_at(match, clauses, at) in NAMES
    return words.at(at) in ("dawn", "dusk") and words.at(match.last) == "of"
