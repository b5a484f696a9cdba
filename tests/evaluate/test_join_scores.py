import json
from pathlib import Path

import pytest

from dateline.evaluate.measuring import evaluate
from dateline.evaluate.same_event import is_chained, iter_found, measure_grouping, score_joins

FIRST = "France expelled two Russian diplomats on Tuesday."
SECOND = "France expelled two Russian diplomats on Tuesday. A paper told so."


def entry(name: str, text: str, chain: str, act: str = "expelled") -> dict:
    start, people = text.index(act), text.index("diplomats")
    mentions = [
        {"start": start, "end": start + len(act), "type": "ACTION_OCCURRENCE", "sent": 0, "chain": chain},
        {"start": people, "end": people + len("diplomats"), "type": "HUMAN_PART_PER", "sent": 0},
    ]
    return {"id": name, "topic": 1, "text": text, "mentions": mentions}


def test_a_grouping_that_is_right_scores_one_and_lumping_costs_precision():
    assert measure_grouping([("a", 1), ("a", 1), ("b", 2)]).f1 == 1.0
    lumped = measure_grouping([("a", 1), ("a", 1), ("b", 1)])
    assert (lumped.precision, lumped.recall) == (pytest.approx(5 / 9), 1.0)
    split = measure_grouping([("a", 1), ("a", 2), ("b", 3)])
    assert (split.precision, split.recall) == (1.0, pytest.approx(2 / 3))


def test_nothing_to_group_scores_nothing():
    assert measure_grouping([]).f1 == 0.0


def test_only_actions_among_people_that_were_read_count(read_text):
    told = entry("1", FIRST, "A")
    assert is_chained(told)
    record = read_text(FIRST)
    assert [chain for chain, _ in iter_found(told, record)] == ["A"]
    told["mentions"] = told["mentions"][:1]
    assert list(iter_found(told, record)) == []


def test_two_reports_of_one_expulsion_are_found_joined(read_text):
    pairs = [(entry("1", FIRST, "A"), read_text(FIRST)), (entry("2", SECOND, "A"), read_text(SECOND))]
    rows = score_joins(pairs)
    assert rows["all topics"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "found": 2}
    assert rows["even topics"]["found"] == 0


def test_the_command_measures_a_corpus_of_chains(reader, tmp_path: Path):
    path = tmp_path / "chains.jsonl"
    entries = [entry("1", FIRST, "A"), entry("2", SECOND, "B")]
    path.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    figures = evaluate(path, reader)
    assert figures.measure == "joined events"
    assert figures.rows["odd topics"]["found"] == 2


def test_the_command_measures_a_corpus_of_stories(reader, tmp_path: Path):
    path = tmp_path / "stories.jsonl"
    entries = [
        {"text": FIRST, "date": "2015-11-26", "story": ["Expulsions"]},
        {"text": SECOND, "date": "2015-11-27", "story": ["Expulsions"]},
        {"text": "Floods closed the port of Mostal.", "date": "2015-11-27", "story": []},
    ]
    path.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
    figures = evaluate(path, reader)
    assert (figures.measure, figures.rows["stories"]["found"]) == ("stories", 2)
