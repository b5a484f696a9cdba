"""The gazetteer's lookups, and the tables in data/places."""

from collections import Counter

import pytest

from dateline.errors import DatelineError
from dateline.knowledge.files import load_table_entries
from dateline.knowledge.places.gazetteer import PLACES, Admin1, Centre, Gazetteer, Region, load_gazetteer
from dateline.knowledge.places.words import load_place_words
from dateline.model import PlaceKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def rows(name, schema):
    return [row for _, row in load_table_entries(PLACES / name, schema, tuple(schema.model_fields))]


def test_towns_of_a_name_come_with_the_largest_first(gazetteer):
    towns = gazetteer.towns("Moscow")
    assert towns[0].country == "RUS"
    assert [t.population for t in towns] == sorted((t.population for t in towns), reverse=True)


def test_towns_carry_the_name_of_their_first_level_region(gazetteer):
    assert gazetteer.towns("Aleppo")[0].admin1 == "Aleppo"
    assert gazetteer.towns("Dallas")[0].admin1 == "Texas"


@pytest.mark.parametrize("name", ["Qamishli", "al-Qamishli", "Al Qāmishlī"])
def test_arabic_article_and_accents_do_not_hide_a_town(gazetteer, name):
    assert gazetteer.towns(name)[0].country == "SYR"


def test_bare_name_of_a_region_that_shares_it_with_its_town_is_left_to_the_town(gazetteer):
    assert gazetteer.regions_of("Aleppo") == ()
    assert gazetteer.first_level("Aleppo")[0].kind is PlaceKind.REGION


@pytest.mark.parametrize(
    ("short", "region"), [("Calif.", "California"), ("KY", "Kentucky"), ("Que", "Quebec"), ("NSW", "New South Wales")]
)
def test_shortened_states_and_provinces_are_known(gazetteer, short, region):
    assert gazetteer.abbreviated(short).admin1 == region


def test_countries_have_neighbours_and_a_middle(gazetteer):
    assert gazetteer.are_neighbours("SYR", "TUR")
    assert not gazetteer.are_neighbours("SYR", "FRA")
    assert gazetteer.country("TUR").latitude == pytest.approx(39, abs=1)
    assert gazetteer.country_named("South Africa").country == "ZAF"


def test_missing_gazetteer_says_what_to_do(tmp_path):
    with pytest.raises(DatelineError, match="install dateline again"):
        Gazetteer(tmp_path / "none.sqlite")


def test_every_region_has_a_point_on_earth_and_a_known_country(gazetteer):
    for region in rows("regions.tsv", Region):
        assert region.latitude is not None, region.name
        assert -90 <= region.latitude <= 90, region.name
        assert region.longitude is not None, region.name
        assert -180 <= region.longitude <= 180, region.name
        assert region.country is None or gazetteer.country(region.country), region.name


def test_regions_are_listed_once_and_name_first_level_regions_that_exist():
    regions = rows("regions.tsv", Region)
    assert len(regions) >= 1500
    twice = [key for key, count in Counter((r.name, r.kind, r.country) for r in regions).items() if count > 1]
    assert twice == []
    first_level = {(r.country, r.name) for r in rows("admin1.tsv", Admin1)}
    assert [r.name for r in regions if r.admin1 and (r.country, r.admin1) not in first_level] == []


def test_first_level_codes_are_named_once():
    codes = Counter((r.country, r.code) for r in rows("admin1.tsv", Admin1))
    assert [code for code, count in codes.items() if count > 1] == []


def test_country_points_are_listed_once():
    assert max(Counter(r.country for r in rows("countries.tsv", Centre)).values()) == 1


def test_words_around_places_have_glosses_and_contexts_examples():
    words = load_place_words()
    assert words.after["province"] is PlaceKind.REGION
    assert "northern" in words.before
    assert "in" in words.context("locative")
