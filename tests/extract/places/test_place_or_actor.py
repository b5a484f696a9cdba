"""A state that acts is an actor; the same name is a place where something happens in it, comes from it or goes there."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister arrived in Turkey on Monday.", ["Turkey"]),
        ("Troops moved into southern Iraq overnight.", ["southern Iraq"]),
        ("Thousands of refugees fled from Sudan last week.", ["Sudan"]),
        ("The suspect was extradited to Germany on Friday.", ["Germany"]),
        ("The president will visit Japan in May.", ["Japan"]),
        ("A tanker sank off the coast of Libya.", ["Libya"]),
        ("The army closed the border with Pakistan.", ["Pakistan"]),
        ("Families fled to Kenya and Uganda.", ["Kenya", "Uganda"]),
        ("The Kenya bombing killed nine people.", ["Kenya"]),
    ],
)
def test_state_is_a_place_where_the_words_around_it_make_it_one(read, text, words):
    assert read(text).words == words


@pytest.mark.parametrize(
    "text",
    [
        "Turkey condemned the attack.",
        "The minister held talks with Turkey.",
        "Iran accused Israel of spying.",
        "Russia's foreign minister spoke for an hour.",
        "The statement drew a warning from China.",
        "The U.S. embassy issued a warning.",
        "Moscow rejected the proposal.",
        "The Kremlin denied the report.",
        "A White House spokesman declined to comment.",
        "The government of Sudan protested.",
    ],
)
def test_state_or_seat_that_acts_is_no_place(read, text):
    assert read(text).words == []


def test_seat_is_a_place_where_something_happens_in_it(read):
    places = read("The two leaders met in Moscow and dined at the Kremlin.")
    assert places.words == ["Moscow", "Kremlin"]
    assert places["Kremlin"].kind == "building"


def test_capital_city_that_a_state_owns_is_a_place(read):
    assert "Kampala" in read("Protesters marched through Uganda's capital, Kampala.").words


def test_town_that_only_says_whose_officials_speak_is_no_place(read):
    assert read("The Ohio senator said Florida Republicans would vote.").words == []


def test_border_of_one_state_is_a_place_and_its_guards_are_none(read):
    assert read("The jet crashed near the Syrian border.").words == ["Syrian border"]
    assert read("Syrian border guards opened fire.").words == []


def test_border_between_two_states_lies_in_neither(read):
    assert read("They patrol the Lebanese-Israeli border.").places[-1].country is None


def test_a_state_that_heads_an_item_is_a_place(read):
    assert read("The day in brief.\n\n2. Sudan. Students marched for an eighth day.").words == ["Sudan"]
