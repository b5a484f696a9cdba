def test_pronouns_follow_the_subject(read):
    found = read("Angela Merkel met David Cameron in Berlin. She said the talks had been useful.")
    assert found["She"].name == "Angela Merkel"


def test_gender_decides_between_two_persons(read):
    found = read("Angela Merkel met David Cameron in Berlin. He left in the evening.")
    assert found["He"].name == "David Cameron"


def test_an_object_is_not_its_own_subject(read):
    found = read("Vladimir Putin arrived first. Barack Obama greeted him.")
    assert found["him"].name == "Vladimir Putin"


def test_its_is_the_state_that_acts(read):
    found = read("Turkey said its planes had not crossed the border.")
    assert found["its"].country == "TUR"


def test_their_is_both(read):
    found = read("Russia and Turkey said their soldiers would talk.")
    assert {a.country for a in found.all("their")} == {"RUS", "TUR"}


def test_the_two_leaders_are_the_two_named(read):
    found = read("Barack Obama spoke with Vladimir Putin on Monday. The two leaders agreed on little.")
    assert {a.name for a in found.all("The two leaders")} == {"Barack Obama", "Vladimir Putin"}


def test_both_countries_are_the_states_named(read):
    found = read("Greece argued with Turkey for a week. Both countries then sent ships.")
    assert {a.country for a in found.all("Both countries")} == {"GRC", "TUR"}


def test_his_country_is_the_state_of_the_person(read):
    found = read("François Hollande said his country was at war.")
    assert found["his country"].country == "FRA"
    assert found["his country"].kind == "state"


def test_i_in_a_quotation_is_the_speaker(read):
    found = read("Barack Obama met the press. “I will not sign that bill,” David Cameron said.")
    assert found["I"].name == "David Cameron"


def test_weather_is_nobody(read):
    found = read("Turkey waited. It was clear that it would rain all day.")
    assert found.all("It") == []


def test_the_stories_of_a_digest_are_kept_apart(read):
    countries = ["Kenya", "Peru", "Japan", "Norway", "Chad", "Fiji", "Cuba"]
    text = "\n\n".join(f"A court in {c} fined a bank in {c} on Monday." for c in countries)
    found = read(text + "\n\nIn Ghana the court freed him.")
    assert found["the court"].country == "GHA"


def test_possessive_mentions_count(read):
    found = read("Barack Obama and his wife left for Cuba. The trip was his idea.")
    assert found["his"].name == "Barack Obama"
