"""Which words name a place, and how far the name reaches."""

import pytest

from dateline.extract.cast import EMPTY_CAST
from dateline.extract.places import find_places
from dateline.language import load_parser
from dateline.settings import Settings
from dateline.sources.document import make_document


def test_town_and_country_are_two_places(read):
    assert read("A bomb went off in Samarra, Iraq, on Sunday.").words == ["Samarra", "Iraq"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fighting spread to northern Aleppo province.", "northern Aleppo province"),
        ("They were held in the Karak district.", "Karak district"),
        ("Boats crossed the Strait of Hormuz at night.", "Strait of Hormuz"),
        ("Aid reached the Zaatari camp on Tuesday.", "Zaatari camp"),
        ("Warplanes took off from Incirlik Air Base.", "Incirlik Air Base"),
        ("Flights resumed at Leipzig Airport.", "Leipzig Airport"),
        ("Crowds filled Tahrir Square again.", "Tahrir Square"),
        ("Villages in upstate New York were flooded.", "upstate New York"),
    ],
)
def test_direction_and_kind_belong_to_the_name(read, text, words):
    assert words in read(text).words


def test_town_that_no_table_knows_is_found_by_what_stands_around_it(read):
    places = read("Rebels burned the village of Zorbanik in northern Syria.")
    assert places["Zorbanik"].country == "SYR"
    assert "no table knows it" in places["Zorbanik"].reason


def test_list_of_towns_is_all_places(read):
    words = read("Shells fell on Kharkiv, Poltava and Sumy before dawn.").words
    assert words == ["Kharkiv", "Poltava", "Sumy"]


def test_name_of_a_university_is_no_place_for_what_its_researchers_find(read):
    assert read("Researchers of the University of Bristol published the study.").words == []


def test_surname_and_month_are_no_towns(read):
    assert read("Sanders praised Clinton, and May answered in March.").words == []


def test_dateline_in_the_prose_names_its_town(read):
    places = read("KAMPALA, Uganda - Voters went to the polls on Monday.\n\nThe count went on.")
    assert places["KAMPALA"].country == "UGA"


def test_dateline_of_an_agency_names_town_and_country(read):
    places = read("NAIROBI, Kenya (AP) -- Officials counted the votes on Monday.\n\nThe count went on.")
    assert places["NAIROBI"].country == "KEN"
    assert places["Kenya"].kind == "country"


def test_ids_count_in_the_order_of_the_text(read):
    found = read("He flew from Cairo to Amman and on to Doha.").places
    assert [p.id for p in found] == ["p1", "p2", "p3"]
    assert [p.start for p in found] == sorted(p.start for p in found)


def test_states_are_found_without_any_actors_too():
    parse = load_parser(Settings().model).parse(make_document("Shells fell on Kharkiv in Ukraine near the Black Sea."))
    assert [p.name for p in find_places(parse, EMPTY_CAST)] == ["Kharkiv", "Ukraine", "Black Sea"]
