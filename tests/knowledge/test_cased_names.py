from dateline.knowledge.actors.cased_names import CasedNames, fold_word, split_name


def names(*pairs: tuple[str, str]) -> CasedNames[str]:
    table: CasedNames[str] = CasedNames()
    for name, value in pairs:
        table.add(name, value)
    return table


def test_accents_full_stops_and_apostrophes_do_not_count() -> None:
    assert split_name("Türkiye") == ("Turkiye",)
    assert split_name("the U.S.") == ("US",)
    assert split_name("People’s Party") == split_name("People's Party") == ("People", "'s", "Party")


def test_capitals_count() -> None:
    table = names(("US", "state"))
    assert table.get("U.S.") == ["state"]
    assert table.get("us") == ()


def test_the_longest_name_wins() -> None:
    table = names(("Islamic State", "group"), ("Islamic State of Iraq and the Levant", "long"))
    words = [fold_word(w) for w in "the Islamic State of Iraq and the Levant said".split()]
    assert table.longest_at(words, 1) == (8, ["long"])
    assert table.longest_at(words[:4], 1) == (3, ["group"])


def test_hyphens_are_passed_over_inside_a_name() -> None:
    table = names(("al-Shabaab", "group"), ("Asia Pacific Forum", "forum"))
    assert table.longest_at(["al", "", "Shabaab", "said"], 0) == (3, ["group"])
    assert table.longest_at(["Asia", "", "Pacific", "Forum"], 0) == (4, ["forum"])


def test_several_actors_may_bear_one_name() -> None:
    table = names(("National Assembly", "a"), ("National Assembly", "b"))
    assert table.get("the National Assembly") == ["a", "b"]
