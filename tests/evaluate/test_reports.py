from pathlib import Path

import pytest

from dateline.evaluate.reports import LAYERS, agree, score_reports
from dateline.evaluate.reports import Party as Side

SHARED = Path(__file__).parents[3] / "shared"

TEXT = "France expelled two diplomats on Monday. Paris will not yield."
REPORT = {
    "id": "x", "text": TEXT, "published": "2015-11-26",
    "actors": {
        "france": {"name": "France", "country": "FRA", "aliases": ["France", "Paris"]},
        "them": {"name": None, "country": None, "aliases": ["two diplomats"]},
    },
    "times": [{"span": [33, 39], "value": "2015-11-23"}],
    "events": [
        {"span": [7, 15], "type": "SANCTION", "mode": "expel", "status": "actual", "date": "2015-11-23",
         "actors": ["france"], "recipients": ["them"], "source": None},
    ],
    "positions": [{"span": [52, 61], "kind": "refusal", "holder": ["france"], "condition": None}],
}  # fmt: skip


def test_report_without_a_record_counts_as_nothing_found():
    rows, errors = score_reports([REPORT], [])
    assert rows["events"]["recall"] == 0.0
    assert errors == [
        "times: missed  'Monday'", "events: missed SANCTION 'expelled'", "positions: missed refusal 'not yield'",
    ]  # fmt: skip


def test_pairs_of_events_told_as_one_are_counted_against_those_annotated_as_one(read_text):
    text = "France expelled two diplomats on Monday. The expulsion of the diplomats came as a surprise. Kenya expelled a priest."
    events = [
        {"span": [text.index(word), text.index(word) + len(word)], "type": "SANCTION", "status": "actual", "same": same}
        for word, same in (("expelled two", "one"), ("expulsion", "one"), ("expelled a", "other"))
    ]
    record = read_text(text)
    first, again, other = (e for e in record.events if e.type.value == "SANCTION")
    for told, expected in (
        ((first.id, first.id, other.id), (1.0, 1.0)),
        ((first.id, again.id, other.id), (0.0, 0.0)),
        ((first.id, first.id, first.id), (0.333, 1.0)),
    ):
        found = [e.model_copy(update={"same_as": same}) for e, same in zip((first, again, other), told, strict=True)]
        [rows, _] = score_reports(
            [{"id": "x", "text": record.document.text, "published": "2015-11-26", "actors": {}, "events": events}],
            [record.model_copy(update={"events": tuple(found)})],
        )
        assert (rows["retellings"]["precision"], rows["retellings"]["recall"]) == expected


def test_sides_agree_by_country_or_by_name():
    france, paris = Side("FRA", frozenset({"france"})), Side("FRA", frozenset({"paris"}))
    group = Side(None, frozenset({"rebels"}))
    assert agree([france], [paris])
    assert agree([group], [Side(None, frozenset({"rebels", "fighters"}))])
    assert not agree([group], [france])
    assert agree([], [])
    assert not agree([], [group])


def test_figures_equal_those_of_the_scorer_beside_the_annotation(reader):
    gold = SHARED / "gold"
    if not (gold / "score.py").exists():
        pytest.skip("the scorer lies outside the repository and is not here")
    import importlib.util
    import json

    from dateline.sources import make_document

    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    reports = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((gold / "dev").glob("*.json"))[:3]]
    documents = [make_document(r["text"], source=r["id"], published=r["published"]) for r in reports]
    records = list(reader.read_many(documents))
    ours, _ = score_reports(reports, records)
    theirs, _ = scorer.score(reports, [json.loads(r.to_json()) for r in records])
    assert {layer: ours[layer] for layer in LAYERS} == theirs
