import json

import pytest
from tests.compare.copies.invented import BODY, OTHER, PARAGRAPHS

from dateline.evaluate.measuring import evaluate


@pytest.fixture
def corpus(tmp_path):
    texts = {"a": [BODY, "\n\n".join(PARAGRAPHS[:4]), BODY], "b": ["\n\n".join(OTHER)], "c": ["Ministers met."]}
    path = tmp_path / "clusters.jsonl"
    entries = [{"cluster": name, "date": "2015-11-23", "text": text} for name, some in texts.items() for text in some]
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def test_families_are_compared_with_clusters(corpus, reader):
    figures = evaluate(corpus, reader)
    assert figures.measure == "copies"
    assert figures.rows == {"copies": {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "found": 1}}


def test_report_put_into_the_wrong_family_costs_precision_and_one_left_out_recall(corpus, reader):
    lines = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    lines[1]["cluster"] = "b"
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    figures = evaluate(corpus, reader).rows["copies"]
    assert figures["precision"] == pytest.approx((3 * 5 / 9 + 2) / 5, abs=0.001)
    assert figures["recall"] == pytest.approx((1 + 0.5 + 1 + 0.5 + 1) / 5, abs=0.001)
