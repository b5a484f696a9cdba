"""Reports to learn from that nobody annotated: which are taken, and that what teachers said of them finds its words again."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import plain  # noqa: E402
from layers import LAYERS  # noqa: E402
from plain import load_judged, load_plain  # noqa: E402
from prepare import prepare  # noqa: E402
from prepared import CERTAIN, Prepared  # noqa: E402

KEPT_APART = "The foreign ministers of Norway and Chad signed a treaty on fishing grounds in the old harbour of Bergen."
TEXTS = {
    "a": "The president of Chad met the prime minister of Norway in Oslo. They signed a treaty on trade.",
    "b": f"{KEPT_APART} Nobody else was there.",
    "c": "Net profit of 12345678 against 8765432 a year before, sales of 99887766 against 77665544 for the government.",
    "d": "Bake the apples with cinnamon and sugar until they are soft, then serve them warm with a little cream.",
    "e": "Norway's parliament rejected the treaty on Monday.",
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lines = [json.dumps({"id": key, "text": text, "date": "2021-03-04"}) for key, text in TEXTS.items()]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(plain, "CORPORA", tmp_path)
    return path


def test_no_report_kept_apart_no_table_and_no_recipe_is_taken(corpus: Path) -> None:
    examples = load_plain([corpus], [{"text": KEPT_APART}], limit=None)
    assert {example.gold["id"] for example in examples} == {"news.jsonl/a"}  # and e is too short


def test_prepared_reports_come_back_from_a_file(corpus: Path, tmp_path: Path) -> None:
    prepared = prepare(load_plain([corpus], [], limit=None))
    prepared.save(tmp_path / "some.npz")
    again = Prepared.load(tmp_path / "some.npz")
    assert sorted(again.names) == ["news.jsonl/a", "news.jsonl/b"]
    assert sum(again.lengths) == len(again.pieces)
    sentences = list(again.iter_sentences())
    assert [len(s) for s in sentences] == [2, 2]
    assert sentences[-1][-1][1] == again.reports[-1] == len(again.ends)


def test_what_teachers_said_stands_at_its_words(corpus: Path) -> None:
    prepared = prepare(load_plain([corpus], [], limit=None))
    prepared.targets[0] = np.arange(prepared.targets.shape[1]) % 5
    prepared.doubts[:, 0] = 3
    judged = list(load_judged(prepared))
    assert [example.parse.text for example in judged] == [TEXTS[name[-1]] for name in prepared.names]
    assert np.concatenate([e.targets[next(iter(LAYERS))] for e in judged]).tolist() == prepared.targets[0].tolist()
    assert np.concatenate([e.doubts for e in judged if e.doubts is not None]).tolist() == prepared.doubts.tolist()


def test_a_report_that_is_parsed_otherwise_now_is_told(corpus: Path) -> None:
    prepared = prepare(load_plain([corpus], [], limit=None))
    with pytest.raises(ValueError, match="prepare the reports anew"):
        list(load_judged(replace(prepared, reports=prepared.reports - 1)))


def test_unannotated_reports_leave_no_doubt(corpus: Path) -> None:
    assert (prepare(load_plain([corpus], [], limit=None)).doubts == [0, CERTAIN, 0]).all()
