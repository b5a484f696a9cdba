"""Which mentions of a report tell one event, and which look alike and do not."""

import pytest

from dateline.extract.events.drafts import Act, Draft
from dateline.extract.events.learned.retelling_choice import lend
from dateline.extract.events.parties import Parties
from dateline.extract.events.status.reading import StatusReading
from dateline.extract.events.surroundings import Trigger
from dateline.extract.events.tolls.magnitude import Toll
from dateline.language import Token
from dateline.model import ActorId, EventStatus, EventType
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


def draft(place: int, actors: str, recipients: str, date: str | None, group: int) -> Draft:
    token = Token(place, "attack", "attack", "attack", "NN", "NOUN", "dobj", "", " ", False, True, False)
    act = Act(Trigger(token), place, place + 1, EventType.ASSAULT, None, "tagger", "")
    parties = Parties(tuple(map(ActorId, actors.split())), tuple(map(ActorId, recipients.split())))
    status = StatusReading(EventStatus.ACTUAL, "", False)
    return Draft(act, None, status, parties, date, None, Toll(), None, (), group)


def test_tellings_lend_each_other_whom_an_event_was_done_to_and_when_but_not_who_did_it() -> None:
    told = [draft(0, "", "a2", None, 0), draft(5, "a1", "", "2021-03-01", 0), draft(9, "", "", None, 9)]
    first, second, other = lend(told)
    assert (first.parties, first.date) == (Parties((), (ActorId("a2"),)), "2021-03-01")
    assert (second.parties, second.date) == (Parties((ActorId("a1"),), (ActorId("a2"),)), "2021-03-01")
    assert other == told[2]


def test_nobody_is_lent_to_an_act_of_his_own() -> None:
    told = [draft(0, "a1", "a2", None, 0), draft(5, "a2", "", None, 0)]
    assert not lend(told)[1].parties.recipients
