import pytest

from dateline.measures import measure_agreement
from dateline.measures.words import outstanding


def scores(found):
    return {(a.first.key, a.second.key): (a.score, a.topics) for a in found}


def test_sides_that_want_the_same_agree_and_those_that_refuse_it_do_not(entry):
    found = measure_agreement([
        entry("FRA", "goal", "sanction"), entry("DEU", "demand", "sanction"), entry("RUS", "refusal", "sanction"),
    ])  # fmt: skip
    assert scores(found) == {
        ("DEU", "FRA"): (1.0, ("sanction",)),
        ("DEU", "RUS"): (-1.0, ("sanction",)),
        ("FRA", "RUS"): (-1.0, ("sanction",)),
    }


def test_score_is_that_worked_out_by_hand(entry):
    """FRA stands at 0 on strikes (one for, one against) and 1 on talks; RUS at -1 on both.

    Distances 1 and 2: S = 1 - 2 * 3 / (2 * 2) = -0.5.
    """
    found = measure_agreement([
        entry("FRA", "goal", "strike"), entry("FRA", "refusal", "strike"), entry("FRA", "commitment", "talk"),
        entry("RUS", "warning", "strike"), entry("RUS", "denial", "talk"),
    ])  # fmt: skip
    assert scores(found) == {("FRA", "RUS"): (pytest.approx(-0.5), ("strike", "talk"))}


def test_names_are_no_topics_to_agree_on(entry):
    assert measure_agreement([entry("FRA", "goal", "Syria"), entry("RUS", "goal", "Syria")]) == []


def test_pairs_with_too_few_topics_are_left_out(entry):
    entries = [entry("FRA", "goal", "talk"), entry("RUS", "goal", "talk")]
    assert measure_agreement(entries, fewest=2) == []


def test_joint_position_counts_for_each_of_its_holders(entry):
    found = measure_agreement([entry("FRA DEU", "goal", "summit")])
    assert scores(found) == {("DEU", "FRA"): (1.0, ("summit",))}


def test_promise_is_open_until_its_deadline_and_a_threat_without_one_stays(entry):
    from datetime import date

    entries = [
        entry("FRA", "commitment", "aid", deadline="2015-11-30"),
        entry("FRA", "warning", "strike"),
        entry("FRA", "goal", "summit"),
        entry("FRA", "commitment", "talk", day="2015-12-05"),
    ]
    assert outstanding(entries, date(2015, 11, 23)) == (0, 0)
    assert outstanding(entries, date(2015, 11, 30)) == (1, 1)
    assert outstanding(entries, date(2015, 12, 1)) == (0, 1)
    assert outstanding(entries, date(2015, 12, 6)) == (1, 1)
