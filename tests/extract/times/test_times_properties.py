"""What holds for any text: times stand where they say, do not overlap, and come out the same each time."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.extract.times import find_times
from dateline.extract.times.grammar import load_grammar
from dateline.extract.times.matching import Matcher
from dateline.extract.times.words import split_words
from dateline.language import load_parser
from dateline.settings import Settings
from dateline.sources.document import make_document

GRAMMAR = load_grammar()
WORDS = sorted(
    GRAMMAR.openers | GRAMMAR.lexicon.keys() | set("ago old half later before quarter . , - ( ' \" /".split())
)
PLACES = st.sampled_from(
    [*WORDS, "3", "26", "2015", "1,200", "3:00", "10.30", "2019-02-30", "1990s", "99/99/9999", "12th", "said", "will"]
)
SENTENCES = st.lists(PLACES, min_size=1, max_size=14).map(" ".join)
DAYS = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31))
ONCE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@ONCE
@given(SENTENCES | st.text(max_size=60), DAYS)
def test_times_stand_in_the_text_in_order_and_apart(text: str, published: date | None) -> None:
    parse = load_parser(Settings().model).parse(make_document(text))
    times, _ = find_times(parse, published)
    reached = 0
    for time in times:
        words = parse.text[time.start : time.end]
        assert words
        assert words == words.strip()
        assert time.start >= reached
        assert time.value
        assert time.reason
        reached = time.end


@ONCE
@given(SENTENCES, DAYS)
def test_same_text_has_the_same_times(text: str, published: date | None) -> None:
    parser = load_parser(Settings().model)
    document = make_document(text)
    assert find_times(parser.parse(document), published) == find_times(parser.parse(document), published)


@pytest.mark.parametrize(
    "word", ["about", "early", "the", "a hundred and", "in", "between", "last", "2015 -", "next", "'"]
)
def test_long_runs_of_one_word_are_read(word: str) -> None:
    words = split_words(f"{word} " * 3000 + "three days", 0, (len(word) + 1) * 3000 + 10)
    assert Matcher(GRAMMAR, words).find_candidates()


@given(st.text())
def test_words_cover_everything_but_white_space(text: str) -> None:
    words = split_words(text, 0, len(text))
    rest = list(text)
    for start, end in zip(words.starts, words.ends, strict=True):
        rest[start:end] = " " * (end - start)
    assert "".join(rest).strip() == ""
