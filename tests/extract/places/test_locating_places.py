"""Where a name lies: what the text says decides before the report's countries, neighbours and size."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "country", "admin1"),
    [
        ("Police made arrests in Paris, Texas, on Friday.", "Paris", "USA", "Texas"),
        ("A fire broke out in London, Ontario.", "London", "CAN", "Ontario"),
        ("The mayor of Gatineau, Que., resigned.", "Gatineau", "CAN", "Quebec"),
        ("Shots were fired in Tripoli, Lebanon.", "Tripoli", "LBN", None),
        ("Shots were fired in Tripoli, Libya.", "Tripoli", "LBY", "Tripoli"),
        ("He was detained in the Turkish city of Batman.", "Batman", "TUR", "Batman"),
    ],
)
def test_container_named_beside_a_town_decides(read, text, words, country, admin1):
    place = read(text)[words]
    assert place.country == country
    if admin1 is not None:
        assert place.admin1 == admin1


def test_great_city_beats_its_small_namesakes_in_a_report_on_their_country(read):
    place = read("The U.S. president left the United States for talks in Paris.")["Paris"]
    assert (place.country, place.geonames_id) == ("FRA", 2988507)


def test_every_mention_follows_the_one_that_says_where_it_lies(read):
    text = "A man from Moscow, Idaho, was charged.\n\nNeighbours in Moscow were shocked."
    assert {p.country for p in read(text).places} == {"USA"}


def test_country_of_the_report_decides_between_towns_of_one_size(read):
    australia = read("Australia is in shock. Police in Newcastle arrested two Australians. Australia mourns.")
    assert australia["Newcastle"].country == "AUS"


def test_region_shares_its_name_with_a_town_only_with_its_kind(read):
    places = read("Rebels hold Idlib province. Shells fell on Idlib in Syria.")
    assert places["Idlib province"].kind == "region"
    assert places["Idlib"].kind == "city"


def test_us_state_and_country_of_one_name_are_told_apart(read):
    assert read("Storms hit Atlanta and other towns in Georgia, Alabama and Florida.")["Georgia"].country == "USA"
    assert read("Protests in Tbilisi, Georgia, went on.")["Georgia"].country == "GEO"


def test_sea_lies_in_no_country_and_has_a_point(read):
    sea = read("The ship sailed through the Black Sea.")["Black Sea"]
    assert (sea.kind, sea.country) == ("sea", None)
    assert sea.latitude is not None


def test_river_takes_the_country_that_its_address_names(read):
    assert read("A dam broke on the Nile Delta, Egypt.")["Nile Delta"].country == "EGY"


def test_building_lies_in_the_town_that_it_is_named_after(read):
    airport = read("Flights resumed at Leipzig Airport, Germany said.")["Leipzig Airport"]
    assert (airport.kind, airport.country, airport.geonames_id) == ("building", "DEU", None)
    assert airport.reason.startswith("in or at Leipzig")


def test_unknown_place_takes_the_point_of_the_region_it_is_put_in(read):
    place = read("Gunmen raided the village of Zorbanik in Borno state, Nigeria.")["Zorbanik"]
    assert (place.country, place.admin1) == ("NGA", "Borno")
    assert place.latitude == pytest.approx(11.6, abs=1)


def test_small_town_in_a_country_never_spoken_of_is_not_believed(read):
    place = read("Somali forces took the village of Balad. Somalia's president praised them.")["Balad"]
    assert place.country == "SOM"


def test_kosovo_lay_in_serbia_before_it_was_a_state(read):
    assert read("Clashes went on in Kosovo.", "1998-03-08")["Kosovo"].country == "SRB"
    assert read("Clashes went on in Kosovo.", "2019-03-08")["Kosovo"].country == "XKX"


def test_one_unknown_place_never_spoils_the_rest(read):
    places = read("Fighting at Qwrtzplk and in Aleppo, Syria, went on.")
    assert places["Aleppo"].country == "SYR"


def test_every_place_says_why(read):
    assert all(p.reason for p in read("He flew from Cairo to Springfield and the Gulf of Aden.").places)


def test_a_strip_and_its_city_are_two_places_and_no_third(read):
    found = read("Aid reached the Gaza Strip on Monday. People in Gaza fled to Gaza City, and strikes on Gaza went on.")
    assert {p.name for p in found.places} == {"Gaza Strip", "Gaza City"}
