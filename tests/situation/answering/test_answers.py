import json

import pytest

from dateline.situation import JoinedEvent


def test_answers_are_frozen(crisis):
    event = crisis.timeline()[0]
    with pytest.raises(AttributeError):
        event.type = "AID"
    with pytest.raises(AttributeError):
        crisis.scope.types = ("AID",)


def test_every_answer_can_be_printed_as_json(crisis):
    for found in (
        crisis.timeline(),
        crisis.ledger(),
        crisis.ties(),
        crisis.stories(),
        crisis.actors(),
        crisis.statements(),
    ):
        assert json.loads(json.dumps(found.to_json())) == found.to_json()
        assert len(found) == len(found.to_json())


def test_arrow_table_has_the_same_columns_with_rows_and_without(crisis):
    pytest.importorskip("pyarrow")
    table = crisis.timeline().to_arrow()
    assert table.column("type").to_pylist() == ["ASSAULT", "CONSULT"]
    assert table.column("actors").to_pylist()[0][0]["key"] == "TUR"
    assert table.column("first_known").to_pylist()[0].isoformat() == "2015-11-24"
    nothing = crisis.with_scope(types=("AID",)).timeline()
    assert nothing.kind is JoinedEvent
    assert nothing.to_arrow().schema == table.schema


def test_profile_of_a_country_takes_all_who_act_for_it(crisis):
    profile = crisis.profile("FRA")
    assert profile.party.name == "France"
    assert "François Hollande" in [p.name for p in profile.members]
    assert (profile.events_total, profile.positions_total) == (1, 1)
    assert [t.second.name for t in profile.ties] == ["Russia"]


def test_profile_of_a_person_takes_the_surname(crisis):
    assert crisis.profile("Putin").party.name == "Vladimir Putin"


def test_story_holds_the_events_of_its_reports_and_is_found_by_any(crisis):
    story = crisis.story_of(crisis.timeline()[0].number)
    assert crisis.timeline()[0].number in story.events
    assert story.citations
    assert crisis.story(story.number) == story


def test_statements_are_found_by_speaker_and_words(crisis):
    (said,) = crisis.statements(by="Russia", about="Minsk")
    assert (said.words, said.directness, said.citation.publisher) == (
        "the Minsk accords had been carried out", "indirect", "TASS",
    )  # fmt: skip
    assert crisis.statements(by="France").total == 0
