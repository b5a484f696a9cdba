import pytest

from dateline.measures import By, measure_balance, sign_ties
from dateline.situation import Level


def keys(groups):
    return [[side.key for side in group] for group in groups]


def test_scores_of_both_directions_make_one_tie(event):
    events = [event("FRA", "RUS", -5.5), event("RUS", "FRA", 2.5, number=2), event("DEU", "FRA", 4.0, number=3)]
    ties = sign_ties(events, None)[None]
    assert [(t.first.key, t.second.key, t.events, t.score, t.sign) for t in ties] == [
        ("DEU", "FRA", 1, 4.0, 1),
        ("FRA", "RUS", 2, -3.0, -1),
    ]


def test_only_what_was_done_between_two_known_sides_counts(event):
    events = [
        event("FRA", "RUS", -5.5, status="planned"),
        event("FRA", "FRA", -5.5),
        event("gunmen", "RUS", -9.0),
        event("FRA", "RUS", -5.5, day=None),
    ]
    assert sign_ties(events, By.WEEK) == {}
    assert [t.events for t in sign_ties(events, None)[None]] == [1]


def test_actors_without_a_key_are_no_sides_of_their_own(event):
    assert sign_ties([event("gunmen", "RUS", -9.0)], None, level=Level.ACTOR) == {}


def test_two_friends_with_one_enemy_are_balanced(event):
    (found,) = measure_balance([event("FRA", "DEU", 4.0), event("FRA", "RUS", -5.0), event("DEU", "RUS", -5.0)])
    assert (found.positive, found.negative, found.triads, found.balanced, found.balance) == (1, 2, 1, 1, 1.0)
    assert keys(found.communities) == [["DEU", "FRA"]]


def test_friends_who_are_friends_with_enemies_are_not_balanced(event):
    (found,) = measure_balance([event("FRA", "DEU", 4.0), event("FRA", "RUS", 5.0), event("DEU", "RUS", -5.0)])
    assert (found.triads, found.balance) == (1, 0.0)


def test_without_a_triad_there_is_no_balance(event):
    (found,) = measure_balance([event("FRA", "DEU", 4.0)])
    assert (found.triads, found.balance) == (0, None)


def test_balance_is_measured_period_by_period_in_order(event):
    events = [
        event("FRA", "RUS", -5.0, day="2015-12-01"),
        event("FRA", "DEU", 4.0, day="2015-11-24"),
        event("FRA", "TUR", 4.0, day="2015-11"),
    ]
    found = measure_balance(events, By.WEEK)
    assert [(b.period.label, b.positive, b.negative) for b in found] == [("2015-W48", 1, 0), ("2015-W49", 0, 1)]


def test_signed_modularity_is_that_worked_out_by_hand(event):
    """Two pairs of friends (4 each), one enmity (2) between them.

    w+ = 8, w- = 2, groups {DEU, FRA} and {RUS, TUR}. Positive part: inside 8, strengths of the groups 8 and 8, expected
    (64 + 64) / 32 = 4, so 4. Negative part: inside 0, strengths 2 and 2, expected (4 + 4) / 8 = 1, so -(0 - 1) = 1.
    Q = (4 + 1) / 10.
    """
    (found,) = measure_balance([event("FRA", "DEU", 4.0), event("RUS", "TUR", 4.0), event("FRA", "RUS", -2.0)])
    assert keys(found.communities) == [["DEU", "FRA"], ["RUS", "TUR"]]
    assert found.modularity == pytest.approx(0.5)


def test_one_group_of_friends_has_no_modularity_to_speak_of(event):
    (found,) = measure_balance([event("FRA", "DEU", 4.0)])
    assert found.modularity == pytest.approx(0.0)


def test_one_actor_under_two_names_is_one_side(event):
    from dataclasses import replace

    first = event("FRA", "RUS", -5.0)
    actor = replace(first.actors[0], key="FRA-CVL", name="129 people", kind="population")
    second = replace(first, actors=(replace(actor, name="130 people"),))
    ties = sign_ties([replace(first, actors=(actor,)), second], None, level=Level.ACTOR)[None]
    assert [(tie.first.name, tie.second.name, tie.events) for tie in ties] == [("France: civilians", "Russia", 2)]
