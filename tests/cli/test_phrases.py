import pytest

from dateline.cli.lines.phrases import first_day, is_plural, join_names, lower_article, open_line, telling_cue
from dateline.model.wording import holds, say_date, say_weekday


def test_verbs_agree_with_the_number_of_holders():
    assert (holds("demand"), holds("demand", many=True)) == ("demands", "demand")
    assert (holds("denial"), holds("denial", many=True)) == ("denies", "deny")


@pytest.mark.parametrize("name", ["Western leaders", "militias", "two diplomats", "police", "Polish troops"])
def test_common_plurals_are_known(name):
    assert is_plural(name)


@pytest.mark.parametrize("name", ["United States", "Hamas", "the press", "Barack Obama", "a crisis", ""])
def test_names_that_only_end_like_plurals_are_not_taken_for_them(name):
    assert not is_plural(name)


def test_names_are_listed_in_words_and_articles_are_small_within_a_line():
    assert join_names(["A", "B", "C", "D", "E"]) == "A, B, C and 2 others"
    assert lower_article("The European Union") == "the European Union"
    assert lower_article("Theresa May") == "Theresa May"
    assert open_line("the European Union") == "The European Union"
    assert open_line("al-Nusra") == "al-Nusra"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2015-11-24", "Tue 24 Nov 2015"), ("2015-11", "Nov 2015"), ("2015-W48", "week 48, 2015"), ("2015", "2015"),
        ("2015-11-24/2015-11-26", "24 Nov 2015 – 26 Nov 2015"), (None, "no date"), ("2015-11-24T09:00", "24 Nov 2015"),
    ],
)  # fmt: skip
def test_dates_are_said_as_people_say_them(value, said):
    assert say_weekday(value) == said


def test_dates_come_in_order_whatever_their_form():
    dates = [None, "2015-11-30", "2015-W48", "2015", "2015-11-24/2015-11-26"]
    assert sorted(dates, key=first_day) == ["2015", "2015-W48", "2015-11-24/2015-11-26", "2015-11-30", None]
    assert say_date("FUTURE_REF") == "FUTURE_REF"


def test_cue_is_shown_only_where_it_says_more_than_said():
    assert telling_cue("called") == "[called] "
    assert telling_cue("said on Tuesday") == telling_cue(None) == ""
