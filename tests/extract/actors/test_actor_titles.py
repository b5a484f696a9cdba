import pytest


@pytest.mark.parametrize(("day", "name"), [("2015-11-26", "François Hollande"), ("2018-03-01", "Emmanuel Macron")])
def test_an_office_without_a_name_is_its_holder_on_the_day(read, day, name):
    assert read("The French president will travel to Berlin.", day)["The French president"].name == name


def test_a_former_president_without_a_name_is_nobody_in_office(read):
    actor = read("A former French president was questioned by police.")["A former French president"]
    assert actor.sector is None


def test_an_unknown_ambassador_is_of_the_sending_state(read):
    found = read("Greece’s ambassador to Turkey, Nikos Zorbas, protested.")
    assert (found["Nikos Zorbas"].country, found["Nikos Zorbas"].sector) == ("GRC", "GOV")


def test_title_and_name_are_one_mention(read):
    found = read("Turkish President Recep Tayyip Erdogan met U.S. Secretary of State John Kerry.")
    assert found["Turkish President Recep Tayyip Erdogan"].country == "TUR"
    assert (found["U.S. Secretary of State John Kerry"].country) == "USA"


def test_ministers_of_two_states_are_two_actors(read):
    found = read("The foreign ministers of Germany and France met in Riga.")
    both = found.all("The foreign ministers of Germany and France")
    assert {a.country for a in both} == {"DEU", "FRA"}
    assert {a.sector for a in both} == {"GOV"}


def test_a_title_in_apposition_types_the_name(read):
    actor = read("Maria Lopez, the Spanish defence minister, resigned on Monday.")["Maria Lopez"]
    assert (actor.country, actor.sector) == ("ESP", "GOV")


def test_the_president_again_is_the_same_person(read):
    found = read("President Barack Obama met the king. The president said he was pleased.")
    assert found["The president"].name == found["he"].name == "Barack Obama"
