"""Numbers that are no year, day or length: "about 2000 soldiers", "resolution 1973", "three-quarters of"."""

from __future__ import annotations

from dateline.extract.times.checks.registry import check, stands_out, tag_at
from dateline.extract.times.clauses import Clauses
from dateline.extract.times.cues import is_cue
from dateline.extract.times.matching import Match
from dateline.extract.times.numbers import Amount
from dateline.extract.times.story import Story


@check
def number_not_year(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse four digits that count, number or price something."""
    words, first, last = match.words, match.first, match.last
    if not words.at(first).isdigit():
        return is_cue("number.scale", words.at(last))
    before, after = words.at(first - 1), words.at(last)
    if (
        is_cue("number.label", before)
        or is_cue("number.counted", after)
        or words.lower[first - 2 : first] == ["no", "."]
    ):
        return True
    if words.is_joined(last) and after == "-" and words.is_joined(last + 1) and words.at(last + 1).isalpha():
        return True
    if words.is_joined(first) and before in ("-", "/", ".", ":") and not _may_be_joined(words.at(first - 2)):
        return True
    tag = tag_at(match, clauses, last)
    if tag in ("NNS", "NNPS") and not is_cue("year.before", before) and not words.written(first - 1)[:1].isupper():
        return True
    if is_cue("year.about", before) and tag[:2] in ("NN", "JJ"):
        return True
    now = story.published.year if story.published else 2020
    return not (now - 130 <= match.get("year") <= now + 30 or is_cue("year.anchor", before))


def _may_be_joined(word: str) -> bool:
    """Tell whether a year may be joined to a word: another year, "pre-2011"."""
    return (len(word) == 4 and word.isdigit()) or is_cue("year.joined", word)


@check
def no_year_pair(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept "1986/87" and "2017-18" only when the second year follows the first, written in two digits."""
    number = match.get("number")
    if not isinstance(number, Amount) or number.low is None or len(match.words.at(match.last - 1)) != 2:
        return True
    return int(number.low) != (int(match.get("year")) + 1) % 100


@check
def day_as_count(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "in March 20 people" and "in March two men": a number that counts what follows is no day."""
    first, last = match.place("day")
    if last != match.last:
        return False
    word, tag = match.words.at(first), tag_at(match, clauses, last)
    if not word[:1].isdigit():
        return last - first == 1 and tag[:2] in ("NN", "JJ", "CD", "VB", "DT")
    return word.isdigit() and match.words.at(match.first - 1) in ("in", "since") and tag in ("NNS", "JJ")


@check
def second_as_count(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "from April 6 to 10th of May" and "April 6 and 10 people" as two days of April."""
    if match.words.at(match.last) == "of":
        return True
    token = clauses.token(match.words, match.last)
    return token is not None and (token.tag_ in ("NNS", "JJ") or token.ent_type_ == "DATE") and token.is_alpha


@check
def ordinal_of_something(match: Match, clauses: Clauses, story: Story) -> bool:
    """Accept "the 27th" only in digits and without a noun after it."""
    word = match.words.at(match.last - 1)
    if not word[:1].isdigit() or word.isdigit() or match.words.at(match.last) in ("of", "and", "-"):
        return True
    return tag_at(match, clauses, match.last)[:2] in ("NN", "JJ", "CD", "VB")


@check
def price_not_time(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse a number that belongs to what stands before it ("$5 a year") or to a name ("One Day")."""
    words = match.words
    if words.at(match.first - 1) in ("$", "£", "€", "no"):
        return True
    return stands_out(match, match.last - 1)


@check
def quarter_as_fraction(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "three-quarters of" and "a quarter of", and quarters that are lodgings."""
    if match.get("unit") != "Q":
        return False
    words = match.words
    return match.get("amount") is None or words.at(match.last) == "of" or "-" in words.lower[match.first : match.last]


@check
def rate(match: Match, clauses: Clauses, story: Story) -> bool:
    """Tell whether "a day" says how often: it hangs on a number, a sum or a noun that is measured."""
    words = match.words
    if words.at(match.first) not in ("a", "an") or match.last - match.first != 2:
        return False
    before, after = words.at(match.first - 1), words.at(match.last)
    if is_cue("rate.after", after) or (after == "-" and words.is_joined(match.last)):
        return False
    if before[:1].isdigit() or is_cue("number.scale", before) or is_cue("rate.before", before):
        return True
    token = clauses.token(words, match.last - 1)
    if token is None or token.dep_ != "npadvmod":
        return False
    return token.head.pos_ in ("NOUN", "NUM") and token.head.i < token.i


@check
def no_rate(match: Match, clauses: Clauses, story: Story) -> bool:
    """Tell whether "a day" is a length of time."""
    return not rate(match, clauses, story)


@check
def each_of(match: Match, clauses: Clauses, story: Story) -> bool:
    """Refuse "each second" that is an ordinal, and the "per hour" of a speed."""
    if is_cue("speed", match.words.at(match.first - 1)):
        return True
    return match.words.at(match.last - 1) == "second" and match.words.at(match.first) != "per"
