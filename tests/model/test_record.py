import json

import jsonschema
import pytest
from pydantic import ValidationError

from dateline.errors import BadSpan
from dateline.model import (
    FORMAT,
    Actor,
    Document,
    Event,
    Record,
    Span,
    identify_document,
)

TEXT = "France expelled two diplomats."


def make_document(text: str = TEXT) -> Document:
    return Document(id=identify_document(publisher=None, url=None, text=text), source="test", text=text)


def make_actor(**changes) -> Actor:
    values = {
        "id": "a1",
        "name": "France",
        "kind": "state",
        "country": "FRA",
        "mentions": ({"start": 0, "end": 6, "form": "name"},),
        "reason": "a state's name",
    }
    return Actor.model_validate(values | changes)


def make_event(**changes) -> Event:
    values = {
        "id": "e1",
        "type": "SANCTION",
        "mode": "expel",
        "quad": 4,
        "score": -5.5,
        "actors": ("a1",),
        "status": "actual",
        "trigger": {"start": 7, "end": 15},
        "evidence": {"start": 0, "end": 30},
        "same_as": "e1",
        "rule": "sanction.expel",
        "reason": "test",
    }
    return Event.model_validate(values | changes)


def test_record_prints_the_published_format_and_reads_itself_back():
    record = Record(document=make_document(), actors=(make_actor(),), events=(make_event(),))
    values = json.loads(record.to_json())
    assert values["format"] == FORMAT
    assert values["events"][0]["trigger"] == {"start": 7, "end": 15}
    assert values["document"]["published"] is None
    assert "blocks" not in values["document"]
    assert Record.model_validate_json(record.to_json()) == record


def test_record_fits_its_own_schema():
    record = Record(document=make_document(), actors=(make_actor(),), events=(make_event(),))
    jsonschema.validate(json.loads(record.to_json()), Record.model_json_schema(mode="serialization"))


def test_span_beyond_the_text_makes_no_record():
    with pytest.raises(BadSpan):
        Record(document=make_document(), events=(make_event(actors=(), trigger={"start": 7, "end": 99}),))


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"actors": ("a7",)}, "actor 'a7'"),
        ({"place": "p3"}, "place 'p3'"),
        ({"same_as": "e9"}, "event 'e9'"),
        ({"source": "a8"}, "actor 'a8'"),
    ],
)
def test_id_that_is_not_defined_makes_no_record(changes, missing):
    with pytest.raises(BadSpan, match=missing):
        Record(document=make_document(), actors=(make_actor(),), events=(make_event(**changes),))


def test_pieces_are_frozen_and_closed():
    actor = make_actor()
    with pytest.raises(ValidationError):
        actor.name = "Gaul"
    with pytest.raises(ValidationError):
        make_actor(mood="grim")


def test_document_id_depends_on_text_publisher_and_address():
    same = {identify_document(publisher=None, url=None, text="a") for _ in range(3)}
    assert len(same) == 1
    others = {
        identify_document(publisher=None, url=None, text="a"),
        identify_document(publisher="x", url=None, text="a"),
        identify_document(publisher=None, url="x", text="a"),
        identify_document(publisher=None, url=None, text="b"),
    }
    assert len(others) == 4
    assert Span(start=0, end=1).of("é") == "é"
