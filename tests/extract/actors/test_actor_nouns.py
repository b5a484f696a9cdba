import pytest


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Russian soldiers crossed the river.", "Russian soldiers", "RUS", "MIL"),
        ("Turkish officials denied it.", "Turkish officials", "TUR", "GOV"),
        ("Police in Kenya arrested a man.", "Police", "KEN", "POL"),
        ("Rebels took a town in Syria.", "Rebels", "SYR", "REB"),
        ("A blast killed 130 people in Pakistan.", "130 people", "PAK", "CVL"),
        ("Thousands of protesters marched in Egypt.", "Thousands of protesters", "EGY", None),
    ],
)
def test_nouns_take_their_sector_and_the_country_around_them(read, text, words, country, sector):
    actor = read(text)[words]
    assert actor.country == country
    assert sector is None or actor.sector == sector


def test_victims_are_not_of_the_country_that_struck_them(read):
    found = read("Ukraine was calm on Monday. In the evening a Russian drone killed three people.")
    assert found["three people"].country != "RUS"


def test_the_government_is_that_of_the_country_the_report_is_about(read):
    found = read("Kenya banned the trade. Kenya had long been asked to. The government said it was a first step.")
    assert (found["The government"].country, found["The government"].sector) == ("KEN", "GOV")


def test_experts_speak_for_no_country(read):
    assert read("Iran has tested a missile, experts said.")["experts"].country is None


def test_whose_country_is_that_of_the_one_spoken_of(read):
    found = read("Angela Merkel, whose country shelters many refugees, spoke in Paris.")
    assert found["whose country"].country == "DEU"


def test_ministers_of_a_continent_are_of_no_country(read):
    assert read("Talks were held in Belgium. European ministers promised help.")["European ministers"].country is None


def test_culprits_are_of_no_country_that_is_only_near(read):
    assert read("The suspect fled from Kenya on Monday.")["The suspect"].country is None


def test_a_source_of_an_army_belongs_to_the_country_around(read):
    found = read("Troops shelled a town in Lebanon. An army source denied it.")
    actor = found["An army source"]
    assert (actor.country, actor.sector) == ("LBN", "MIL")


def test_a_crew_is_of_the_country_of_its_craft(read):
    found = read(
        "Kenyan jets shot down a Sudanese helicopter near Juba. Both airmen were killed. The pilot was Omar Deng."
    )
    assert {found[words].country for words in ("Both airmen", "The pilot")} == {"SDN"}


def test_a_crew_of_no_known_craft_is_of_the_country_around(read):
    assert read("Two sailors were wounded in Yemen.")["Two sailors"].country == "YEM"


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Gunners shot down an Iraqi bomber.", "an Iraqi bomber", "MIL"),
        ("Police shot an Iraqi bomber.", "an Iraqi bomber", "UAF"),
    ],
)
def test_a_bomber_is_a_plane_where_it_is_shot_down(read, text, words, sector):
    assert read(text)[words].sector == sector


def test_a_jet_is_the_plane_told_of_before(read):
    found = read("Gunners shot down an Iraqi bomber on Monday. The jet fell into the sea.")
    assert found["The jet"].id == found["an Iraqi bomber"].id


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Russia bombed a town in Syria. A Turkmen brigade fired at the planes.", "A Turkmen brigade", "SYR"),
        ("Turkmenistan shut its border. A Turkmen brigade was there.", "A Turkmen brigade", "TKM"),
        ("Uzbek police freed a man in Syria.", "Uzbek police", "UZB"),
        ("Indian fighter jets crossed into Kashmir. Pakistan fired at them.", "Indian fighter jets", "IND"),
    ],
)
def test_a_people_that_fights_elsewhere_is_not_the_state_of_its_name(read, text, words, country):
    assert read(text)[words].country == country
