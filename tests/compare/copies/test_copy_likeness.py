"""Which reports are copies of one, and which only look alike."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.compare.copies.invented import BODY, OTHER, PARAGRAPHS, print_of

from dateline.compare.copies import LEAST_SHARED, find_likeness, share_of_shingles

EDITED = (
    BODY.replace("agreed on Monday", "decided on Monday")
    .replace("officials said", "diplomats said")
    .replace("Nobody got all", "No one got all")
    .replace("a single crew was arrested", "a single sailor was detained")
    .replace("“", '"')
    .replace("”", '"')
)


@pytest.mark.parametrize(
    "copy",
    [
        BODY,
        EDITED,
        "\n\n".join(PARAGRAPHS[:2]),
        "\n\n".join(PARAGRAPHS[1:]),
        "\n\n".join(reversed(PARAGRAPHS)),
        BODY + "\n\nSign up for our newsletter to get the day’s stories.",
        BODY + "\n\n" + "\n\n".join(OTHER),
        BODY.upper(),
    ],
    ids=[
        "equal",
        "edited",
        "cut at the end",
        "cut at the top",
        "in another order",
        "with a house line",
        "with more",
        "in capitals",
    ],
)
def test_copy_is_told_whatever_papers_do_to_it(copy):
    likeness = find_likeness(print_of(copy, publisher="The Post", agency=None), print_of())
    assert likeness is not None
    assert LEAST_SHARED <= likeness <= 1


def test_another_report_of_the_same_agency_and_day_is_no_copy():
    assert find_likeness(print_of("\n\n".join(OTHER)), print_of()) is None


def test_background_in_common_makes_no_copies():
    background = "\n\n".join(PARAGRAPHS[4:])
    one, other = "\n\n".join((*OTHER, background)), "\n\n".join((*PARAGRAPHS[:4], background))
    assert share_of_shingles(print_of(one).signature.shingles, print_of(other).signature.shingles) > 0.3
    assert find_likeness(print_of(one), print_of(other)) is None


QUAKE = (
    "An earthquake of magnitude {} shook {} on Monday at a depth of {} kilometres, the seismological office said. There were "
    "no reports of damage or of people hurt. The office had measured {} weaker quakes in the region within the last month, "
    "and asked inhabitants to stay away from cracked buildings."
)


def test_form_filled_in_with_other_figures_and_names_is_no_copy():
    one, other = QUAKE.format("5.1", "northern Sarenia", 10, 14), QUAKE.format("4.7", "southern Ostmark", 33, 12)
    assert share_of_shingles(print_of(one).signature.shingles, print_of(other).signature.shingles) > 0.6
    assert find_likeness(print_of(one), print_of(other)) is None
    assert find_likeness(print_of(one), print_of(one, publisher="The Post")) == 1


def test_short_form_that_comes_again_after_days_is_no_copy_though_its_figures_are_the_same():
    words = QUAKE.format("5.1", "northern Sarenia", 10, 14)
    first, again = print_of(words, day=date(2015, 11, 2)), print_of(words, day=date(2015, 11, 9))
    assert len(first.prose) < 60
    assert find_likeness(first, again) is None
    assert find_likeness(print_of(BODY, day=date(2015, 11, 2)), print_of(BODY, day=date(2015, 11, 9))) == 1


def test_round_up_that_holds_a_short_report_whole_is_no_copy_of_it():
    item = PARAGRAPHS[5] + " " + PARAGRAPHS[6]
    round_up = "\n\n".join((*OTHER, *OTHER, *PARAGRAPHS[:5], item)).replace("Port Adler", "Adler Bay")
    assert find_likeness(print_of(item), print_of(round_up)) is None
    assert find_likeness(print_of(PARAGRAPHS[0] + " " + PARAGRAPHS[1]), print_of()) == 1


def test_texts_of_a_sentence_are_copies_only_word_for_word():
    sentence = "The ministers of seven coastal states met in Vellmar on Monday."
    assert find_likeness(print_of(sentence), print_of(sentence.replace(".", "!"), publisher="The Post")) == 1
    assert find_likeness(print_of(sentence), print_of(sentence.replace("seven", "six"))) is None
    assert find_likeness(print_of(sentence), print_of()) is None
    assert find_likeness(print_of(sentence, day=date(2015, 11, 2)), print_of(sentence, day=date(2015, 11, 9))) is None
    assert find_likeness(print_of("…", agency=None), print_of("…", agency=None)) is None


SOME = "the ministers met 40 harbour Sarenia agreed on grain and seven left".split()
WORDS = st.lists(st.sampled_from(SOME), max_size=90).map(" ".join)


@given(WORDS, WORDS)
@example("the " * 30, "the " * 29 + "ministers")
def test_likeness_does_not_depend_on_which_report_is_named_first(one, other):
    assert find_likeness(print_of(one), print_of(other)) == find_likeness(print_of(other), print_of(one))


@given(WORDS)
def test_every_text_with_words_is_a_copy_of_itself(words):
    likeness = find_likeness(print_of(words, agency=None), print_of(words, agency=None, publisher="The Post"))
    assert likeness == (1 if words else None)
