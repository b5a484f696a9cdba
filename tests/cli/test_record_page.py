"""docs/record.md explains every field and every value of the schema, each in its own section."""

import re
from pathlib import Path

import pytest

from dateline.cli.commands.schema import record_schema

PAGE = (Path(__file__).parent.parent.parent / "docs" / "record.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n)*)", PAGE, re.MULTILINE))
SCHEMA = record_schema()
WHERE = {
    "Document": "Document", "Wire": "Document", "WireStatus": "Document", "FoundDate": "Document",
    "Actor": "Actors", "ActorKind": "Actors", "Sector": "Actors", "Mention": "Actors", "MentionForm": "Actors",
    "Place": "Places", "PlaceKind": "Places", "Time": "Times", "TimeType": "Times",
    "Event": "Events", "EventType": "Events", "EventStatus": "Events", "Span": "Offsets",
    "Statement": "Statements", "Directness": "Statements", "Position": "Positions", "PositionKind": "Positions",
    "Condition": "Positions", "ConditionRelation": "Positions", "Diagnostic": "Diagnostics",
}  # fmt: skip


def named(section):
    return set(re.findall(r"`([^`]+)`", SECTIONS[section]))


def test_every_field_of_the_record_itself_is_named():
    assert set(SCHEMA["properties"]) <= named("The record itself")


@pytest.mark.parametrize("concept", SCHEMA["$defs"])
def test_every_field_and_value_is_named_in_its_section(concept):
    assert concept in WHERE, f"{concept} is new: say in docs/record.md what it is"
    definition = SCHEMA["$defs"][concept]
    expected = set(definition.get("properties", ())) | set(definition.get("enum", ()))
    assert expected
    assert expected - named(WHERE[concept]) == set()


@pytest.mark.parametrize("section", ["Document", "Actors", "Places", "Times", "Events", "Statements", "Positions"])
def test_no_field_is_explained_that_does_not_exist(section):
    concepts = [c for c, s in WHERE.items() if s == section]
    known = {f for c in concepts for f in SCHEMA["$defs"][c].get("properties", ())}
    explained = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", SECTIONS[section], re.MULTILINE)
    assert {f for fields in explained for f in re.findall(r"`(\w+)`", fields)} <= known


def test_program_on_the_page_runs(demo_records, tmp_path, monkeypatch, capsys):
    (tmp_path / "records.jsonl").write_text(demo_records[0].to_json() + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    exec(compile(program, "record.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) == len(demo_records[0].events)
