import pytest


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Turkey closed the border.", "Turkey", "TUR"),
        ("Officials of the United States were there.", "the United States", "USA"),
        ("The U.S. sent a team.", "The U.S.", "USA"),
        ("Planes bombed a Turkish village.", "Turkish", "TUR"),
        ("Talks with Türkiye went on.", "Türkiye", "TUR"),
    ],
)
def test_states_are_known_by_their_names_and_adjectives(read, text, words, country):
    actor = read(text)[words]
    assert (actor.country, actor.sector, actor.kind) == (country, None, "state")


def test_a_capital_that_acts_is_the_state(read):
    found = read("Moscow said it would not yield. The army stood north of Moscow.")
    assert found["Moscow"].country == "RUS"
    assert found.all("Moscow", 2) == []


def test_a_capital_that_is_visited_is_a_place(read):
    assert read("The president of France flew to Moscow on Monday.").all("Moscow") == []


def test_a_country_that_names_waters_takes_no_part(read):
    found = read("The frigate left the Gulf of Mexico for the Sea of Japan. The navy of Japan waited.")
    assert found.all("Mexico") == []
    assert found.all("Japan", 1) == []
    assert found["The navy of Japan"].country == "JPN"


def test_a_country_after_in_is_a_mention_reached_by_its_own_head_only(read):
    found = read("Rebels attacked a convoy in Syria.")
    standing = found.cast.standing_at(5)
    assert standing is not None
    assert found["Syria"].country == "SYR"


def test_an_officer_named_in_full_holds_the_office_of_the_day(read):
    actor = read("François Hollande spoke in Paris.", "2015-11-26")["François Hollande"]
    assert (actor.country, actor.sector, actor.office) == ("FRA", "GOV", "president")


def test_a_former_officer_is_no_longer_government(read):
    actor = read("François Hollande spoke in Paris.", "2020-01-01")["François Hollande"]
    assert (actor.country, actor.sector, actor.office) == ("FRA", None, None)


def test_accents_do_not_count(read):
    assert read("Francois Hollande spoke.")["Francois Hollande"].name == "François Hollande"


def test_a_surname_is_the_one_named_in_full_in_the_report(read):
    found = read("Daniel Putin, a farmer, sold a cow. Putin was glad.", "2015-01-01")
    assert found.nth("Putin", 2).name == "Daniel Putin"


def test_a_bare_surname_is_the_officer_of_the_day(read):
    actor = read("Putin said the planes would stay.", "2015-11-26")["Putin"]
    assert (actor.name, actor.country) == ("Vladimir Putin", "RUS")


def test_inhabitants_without_the_are_people_and_with_it_their_state(read):
    found = read("Soldiers shot three Iraqis. The Iraqis protested in a letter.")
    assert (found["three Iraqis"].sector, found["three Iraqis"].country) == ("CVL", "IRQ")
    assert found["The Iraqis"].kind == "state"


def test_a_strangers_body_is_typed_by_its_name(read):
    actor = read("The Zorland Police Department arrested him.")["The Zorland Police Department"]
    assert actor.sector in ("POL", "GOV")


def test_a_name_with_an_article_needs_it_where_the_word_alone_means_else(read):
    assert not [
        a for a in read("Aides of an Independent candidate met in Kenya.").cast.actors if a.name == "The Independent"
    ]
    named = read("A minister told The Independent that talks had failed.").all("The Independent")
    assert [actor.name for actor in named] == ["The Independent"]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The United States watched. Kenya's Supreme Court ruled on Monday.", "Kenya's Supreme Court", "KEN"),
        ("Uganda's Electoral Commission cleared the candidate.", "Uganda's Electoral Commission", "UGA"),
        ("Voters in Ghana chose a new National Assembly.", "National Assembly", "GHA"),
        ("The Court of Appeal of Fiji quashed the verdict.", "The Court of Appeal of Fiji", "FJI"),
    ],
)
def test_a_body_that_every_country_has_is_that_of_the_country_it_stands_with(read, text, words, country):
    found = read(text)
    (actor,) = [a for a in found.cast.actors if a.sector in ("JUD", "LEG", "GOV") and a.kind == "government"]
    assert (actor.country, found[words].country) == (country, country)


def test_a_body_named_after_two_owners_is_two(read):
    found = read("The Supreme Court of Peru and the Supreme Court of Chile met.")
    assert [a.country for a in found.cast.actors if a.sector == "JUD"] == ["PER", "CHL"]


def test_a_body_of_the_country_a_report_is_about_is_not_that_of_one_named_after_it(read):
    text = "Manila sent ships of the Philippines to Jolo. The Coast Guard said the United States had helped."
    assert read(text)["The Coast Guard"].country == "PHL"


def test_a_party_whose_name_begins_like_anothers_is_its_own(read):
    found = read("In Pretoria, South Africa, the Democratic Front called the vote a disgrace.")
    assert found["the Democratic Front"].country != "USA"


def test_a_title_before_an_owner_belongs_to_his_name(read):
    found = read("The vote was about Prime Minister David Cameron's plan.")
    assert [a.name for a in found.cast.actors if a.kind == "person"] == ["David Cameron"]


def test_a_name_beside_a_title_is_a_persons(read):
    found = read("NATO's deputy spokeswoman, Femke Oudkerk, praised the deal.")
    actor = found["Femke Oudkerk"]
    assert (actor.kind, actor.sector) == ("person", "IGO")
    assert [a.name for a in found.cast.actors if a.kind == "person"] == ["Femke Oudkerk"]


def test_an_airport_that_bears_a_persons_name_is_no_person(read):
    found = read("The plane left José Martí International Airport.")
    assert [a for a in found.cast.actors if a.kind == "person"] == []


def test_a_surname_alone_is_no_minister_of_a_country_that_nobody_speaks_of(read):
    found = read("Members of the parliament of Iraq stayed away. Hill spoke for Iraq.", "2020-01-06")
    assert found["Hill"].country != "SLV"


def test_a_defence_minister_is_one_in_the_years_of_office(read):
    actor = read("In Austria, Klaudia Tanner spoke for an hour.", "2023-05-01")["Klaudia Tanner"]
    assert (actor.country, actor.sector, actor.office) == ("AUT", "GOV", "defence-minister")


def test_waters_named_after_a_country_take_no_part_and_old_names_give_way_to_new_ones(read):
    assert not read("Fishermen keep away from the stormy Persian Gulf.", "1987-06-05").all("Persian")
    assert read("Persian troops attacked Iraq.", "1987-06-05")["Persian"].name == "Iran"
    assert read("Zaire sent soldiers.", "1987-06-05")["Zaire"].name == "Zaire"


def test_a_named_airman_is_of_the_country_of_his_craft(read):
    found = read(
        "Ankara shot down a Norwegian bomber on Monday. The envoys then met in Lisbon. "
        "The body of the pilot, Capt. Lars Brekke, was flown home from Portugal."
    )
    pilot = found["Capt. Lars Brekke"]
    assert pilot.country == "NOR"
    assert "whose craft they man" in pilot.reason


def test_a_name_without_a_title_is_of_the_country_the_report_is_about(read):
    found = read(
        "NAIROBI, Kenya — Kenya shut its border. Kenya then closed its ports. Joseph Mwaura walked past the gate."
    )
    stranger = found["Joseph Mwaura"]
    assert stranger.country == "KEN"
    assert "which the report is about" in stranger.reason


def test_a_name_without_a_title_has_no_country_where_the_report_is_about_none(read):
    assert read("Joseph Mwaura walked past the gate of the ministry.")["Joseph Mwaura"].country is None


def test_a_country_that_shares_a_mans_name_is_the_country_unless_the_report_has_such_a_man(read):
    assert read("Georgia accused Russia of a raid. Jordan condemned it.")["Jordan"].country == "JOR"
    found = read("The coach, Michael Jordan, spoke in Amman. Jordan praised the fans.")
    assert found.nth("Jordan", 2).name == "Michael Jordan"
