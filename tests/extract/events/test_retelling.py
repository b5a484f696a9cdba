"""Which mentions of a report tell one event, and which look alike and do not."""

import pytest

from dateline.model import EventType
from dateline.pipeline import Reader
from dateline.sources import make_document


def groups(reader: Reader, text: str, kind: EventType = EventType.ASSAULT) -> dict[str, str]:
    """The event that each trigger of a type tells, by the trigger's words."""
    record = reader.read(make_document(text, published="2021-03-03"))
    return {e.trigger.of(record.document.text).lower(): e.same_as for e in record.events if e.type is kind}


def test_a_definite_noun_takes_up_the_only_act_it_can_mean(reader: Reader) -> None:
    told = groups(
        reader, "Rebels bombed a barracks in Mali on Monday. Nobody has claimed responsibility for the attack."
    )
    assert told["bombed"] == told["attack"]


@pytest.mark.parametrize("word", ["another attack", "a second attack"])
def test_one_more_attack_is_another_event(reader: Reader, word: str) -> None:
    record = reader.read(
        make_document(
            f"Rebels killed six soldiers in an attack in Mali on Monday. Rebels killed two policemen in {word} in Mali.",
            published="2021-03-03",
        )
    )
    attacks = [e.same_as for e in record.events if e.trigger.of(record.document.text) == "attack"]
    assert len(attacks) == len(set(attacks)) == 2


def test_the_same_parties_do_different_things(reader: Reader) -> None:
    told = groups(reader, "Iran condemned Turkey on Monday. Iran also accused Turkey of fraud.", EventType.ACCUSE)
    assert told["condemned"] != told["accused"]


def test_two_who_meet_on_one_day_meet_once(read_text):
    record = read_text(
        "The president of Ghana met the president of Mali in Accra on Tuesday. The two countries agreed on little. "
        "On Tuesday the president of Mali had talks with the president of Ghana.",
    )
    met, talks = (e for e in record.events if e.type == "CONSULT")
    assert met.same_as == talks.same_as


def test_of_a_known_meeting_not_all_who_met_are_named_again(read_text):
    record = read_text(
        "The president of Ghana held talks with the president of Mali in Accra on Monday. "
        "Monday's meeting was the first of a week in which Ghana's president seeks support for a new fund."
    )
    told = {e.trigger.of(record.document.text): e.same_as for e in record.events if e.type == "CONSULT"}
    assert told["meeting"] == next(iter(told.values()))


def test_a_relative_clause_tells_the_act_of_its_noun_again(read_text):
    record = read_text("The premier defended the downing of the jet, which Chadian gunners shot down on Tuesday.")
    downing, shot = (e for e in record.events if e.type == "ASSAULT")
    assert shot.same_as == downing.same_as


def test_what_was_told_without_a_day_is_not_taken_up_with_one(reader: Reader) -> None:
    told = groups(
        reader,
        "Ghana sends jets to support the fight against the Islamic State. The government relies on a treaty under which "
        "Togo requested help after the attacks of 13 February.",
    )
    assert told["fight"] != told["attacks"]
