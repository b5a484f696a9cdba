from datetime import date

import pytest

from dateline.extract.actors import resolve_actor
from dateline.knowledge.actors.loading import load_actor_knowledge

KNOWLEDGE = load_actor_knowledge()


def resolve(text: str, day: str | None = None, context: str = ""):
    return resolve_actor(text, context, date.fromisoformat(day) if day else None, KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "day", "country", "sectors"),
    [
        ("Turkish soldiers", None, "TUR", ("MIL",)),
        ("Italy", None, "ITA", ()),
        ("a former Spanish minister", None, "ESP", ("ELI",)),
        ("French Foreign Minister", None, "FRA", ("GOV",)),
        ("Kenyan police", None, "KEN", ("COP",)),
        ("gunmen", None, None, ("UAF",)),
        ("Canberra", None, "AUS", ("GOV",)),
        ("the defence ministry of Norway", None, "NOR", ("GOV", "MIL")),
        ("they", None, None, ("UNK",)),
        ("Greek lawmakers", None, "GRC", ("LEG",)),
        ("United Nations", None, "UNO", ()),
        ("a militia from Chad", None, "TCD", ("PRM",)),
        ("Lisbon police", None, "PRT", ("COP",)),
    ],
)
def test_descriptions_are_resolved_to_country_and_sectors(text, day, country, sectors):
    found = resolve(text, day)
    assert (found.country, found.sectors) == (country, sectors)


def test_a_person_has_the_office_of_the_day():
    assert resolve("François Hollande", "2015-11-26").office == "president"
    assert resolve("François Hollande", "2020-01-01").sectors == ("ELI",)


def test_a_surname_is_enough_where_one_holds_office():
    assert resolve("President Macron", "2019-05-05").name == "Emmanuel Macron"


def test_the_context_decides_between_countries():
    assert resolve("the Labour Party", context="Talks in Norway went on.").country == "NOR"
    assert resolve("the Labour Party", context="Talks in Britain went on.").country == "GBR"


def test_an_unknown_name_comes_back_with_a_reason_and_no_country():
    found = resolve("Zxyvk Qwrt")
    assert (found.country, found.sectors, found.reason) == (None, (), "unknown")
