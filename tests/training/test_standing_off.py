"""Annotations of public reports hold no words, and come back with those of their corpus."""

import json
import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

import standing_off  # noqa: E402
from standing_off import ANNOTATIONS, CORPORA, LostText, load_annotations, read_texts, strip_words  # noqa: E402

FIRST = "Norland expelled two envoys of Sudland on Monday."
SECOND = "Sudland protested. Its minister said the step was wrong."
ANNOTATION = """
reports: [one, two]
published: 2019-05-02
actors:
  norland: {name: Norland, country: NOR, aliases: [Norland]}
  minister: {country: SWE, sector: GOV, aliases: [Its minister]}
events:
  - {trigger: expelled, same: out, type: SANCTION, mode: expel, actors: [norland], status: actual, date: 2019-04-29}
statements:
  - {content: the step was wrong, speaker: minister, speaker_text: Its minister, cue: said, directness: indirect}
positions:
  - {holder: [minister], kind: denial, content: the step was wrong}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpora" / "invented.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in (("one", FIRST), ("two", SECOND))))
    return path


@pytest.fixture
def kept(tmp_path: Path, corpus: Path) -> Path:
    quoted, path = tmp_path / "quoted.yaml", tmp_path / corpus.name
    quoted.write_text(ANNOTATION, encoding="utf-8")
    path.write_text(json.dumps(strip_words(quoted, read_texts(corpus))) + "\n", encoding="utf-8")
    return path


def test_no_words_are_kept(kept: Path) -> None:
    line = kept.read_text(encoding="utf-8")
    assert not [word for word in ("expelled", "Norland", "Sudland", "wrong") if word in line]


def test_pieces_come_back_with_their_words(kept: Path, corpus: Path) -> None:
    [report] = load_annotations(kept, corpus.parent)
    [event], [statement], [position] = report["events"], report["statements"], report["positions"]
    assert report["text"] == f"{FIRST}\n\n{SECOND}"
    assert (report["text"][slice(*event["span"])], event["mode"], event["recipients"]) == ("expelled", "expel", None)
    assert report["text"][slice(*statement["content_spans"][0])] == "the step was wrong"
    assert position["holder"] == ["minister"]
    assert report["actors"]["norland"]["aliases"] == ["Norland"]


def test_another_text_is_told(kept: Path, corpus: Path) -> None:
    corpus.write_text(corpus.read_text().replace("two envoys", "three envoys"))
    with pytest.raises(LostText, match="the text of one, two is not the one that was annotated"):
        list(load_annotations(kept, corpus.parent))


def test_more_annotations_of_a_corpus_are_added_and_those_of_the_same_reports_replaced(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing_off, "ANNOTATIONS", tmp_path)
    both, second = tmp_path / "both.yaml", tmp_path / "second.yaml"
    both.write_text(ANNOTATION, encoding="utf-8")
    second.write_text("reports: [two]\npublished: 2019-05-02\n", encoding="utf-8")
    for files in ([both], [second, both]):
        monkeypatch.setattr(sys, "argv", ["standing_off.py", "--corpus", str(corpus), *map(str, files)])
        standing_off.main()
    assert [r["reports"] for r in load_annotations(tmp_path / corpus.name, corpus.parent)] == [["one", "two"], ["two"]]


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
@pytest.mark.parametrize(
    "path", sorted(ANNOTATIONS.rglob("*.jsonl")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_annotations_fit_their_corpus(path: Path) -> None:
    reports = list(load_annotations(path))
    assert reports
    assert all(0 <= e["span"][0] < e["span"][1] <= len(r["text"]) for r in reports for e in r["events"])
