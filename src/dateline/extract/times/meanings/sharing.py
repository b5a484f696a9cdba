"""The year that two dates share: "from March to May 2014", "on April 5 and May 3, 2014"."""

from __future__ import annotations

from dateline.extract.times.cues import is_cue
from dateline.extract.times.grammar import load_grammar
from dateline.extract.times.matching import Match
from dateline.extract.times.numbers import read_day, read_year


def year_named_after(match: Match) -> int | None:
    """Return the year of the date that a month is joined with, None when there is none."""
    words, at = match.words, match.last
    if not is_cue("joint", words.at(at)) or not words.written(at + 1)[:1].isupper() or not words.at(at + 1).isalpha():
        return None
    at += 1
    if "MONTH" not in load_grammar().lexicon.get(words.at(at), ()):
        return None
    at += 1 + (words.at(at + 1) == ".")
    day = read_day(words, at)
    if day is not None:
        at = day[1] + (words.at(day[1]) == ",")
    year = read_year(words, at)
    return year[0] if year is not None and words.at(at).isdigit() else None
