from datetime import date

import pytest
from tests.cli.conftest import Builder
from tests.situation.conftest import keep, pledge

import dateline
from dateline.errors import BadQuestion


def test_position_stands_with_its_condition_and_where_it_stands(crisis):
    (entry,) = crisis.ledger()
    assert (entry.kind, entry.words, entry.condition, entry.relation) == (
        "refusal", "lift the sanctions on Russia", "unless the Minsk accords were carried out", "unless",
    )  # fmt: skip
    assert ([p.name for p in entry.holders], [p.name for p in entry.toward]) == (["France"], ["Russia"])
    assert entry.topics == ("sanction", "Russia")
    assert crisis.record(entry.citation.document).document.text[entry.citation.start :].startswith(entry.words)


def test_what_is_later_said_of_the_condition_stands_beside_it_with_the_reason_and_no_verdict(crisis):
    (bearing,) = crisis.ledger()[0].later
    assert (bearing.on, bearing.layer, bearing.words) == (
        "condition", "statement", "the Minsk accords had been carried out",
    )  # fmt: skip
    assert "minsk" in bearing.reason
    assert "addressee Russia takes part" in bearing.reason
    assert not {"kept", "broken", "met"} & set(bearing.relation.split())
    assert crisis.entry(crisis.ledger()[0].number).later == (bearing,)


def test_nothing_later_than_the_day_asked_for_stands_beside_it(crisis):
    assert crisis.at(date(2015, 11, 27)).ledger()[0].later == ()
    assert crisis.at(date(2015, 11, 21)).ledger().total == 0


def test_the_same_holder_the_other_way_is_told_as_opposed_and_another_as_answer(tmp_path):
    turn = Builder("France would lift the sanctions on Russia soon.", published="2015-11-29", agency="dpa")
    turn.position("lift the sanctions on Russia soon", [turn.actor("France", country="FRA")], kind="commitment")
    answer = Builder("Russia wants the sanctions lifted at once.", published="2015-11-30", agency="TASS")
    answer.position("the sanctions lifted at once", [answer.actor("Russia", country="RUS")], kind="goal")
    with dateline.open(keep(tmp_path / "x.db", pledge(), turn, answer)) as situation:
        first = next(e for e in situation.ledger() if e.kind == "refusal")
    assert [(b.relation, b.day) for b in first.later] == [("opposed", "2015-11-29"), ("answered", "2015-11-30")]


@pytest.mark.parametrize("about", ["sanctions on Russia", "Russian sanctions", "embargo", '"the sanctions on"'])
def test_matter_is_found_by_words_forms_and_words_of_the_same_matter(crisis, about):
    assert crisis.ledger(about=about).total == 1


def test_matter_is_not_found_by_other_words(crisis):
    assert crisis.ledger(about="tomatoes").total == 0
    assert crisis.ledger(about="sanctions on Iran").total == 0


def test_departure_is_found_where_somebody_must_resign(tmp_path):
    report = Builder("Obama said that Assad must resign.", published="2015-11-24", agency="dpa")
    obama, assad = report.actor("Barack Obama", "person", "USA"), report.actor("Bashar al-Assad", "person", "SYR")
    report.position("must resign", [obama], toward=[assad])
    with dateline.open(keep(tmp_path / "x.db", report)) as situation:
        assert situation.ledger(about="Assad's departure").total == 1


def test_holder_addressee_and_kind_narrow_it(crisis):
    assert crisis.ledger(by="France", toward="RUS", kinds=["refusal"]).total == 1
    assert crisis.ledger(by="RUS").total == 0
    assert crisis.ledger(kinds=["warning"]).total == 0
    with pytest.raises(BadQuestion, match="'oath' is no kind of position; allowed: goal, commitment"):
        crisis.ledger(kinds=["oath"])


def test_copy_of_a_position_is_the_same_position(tmp_path):
    copy = pledge("2015-11-23")
    copy.document.update(agency="dpa", id="0" * 16)
    with dateline.open(keep(tmp_path / "x.db", pledge(), copy)) as situation:
        (entry,) = situation.ledger()
    assert (entry.citation.publisher, [c.publisher for c in entry.also]) == ("Reuters", ["dpa"])


def test_topics_are_listed_with_their_holders(crisis):
    assert [(m.topic, m.entries, [p.name for p in m.holders]) for m in crisis.matters()] == [
        ("Russia", 1, ["France"]),
        ("sanction", 1, ["France"]),
    ]
