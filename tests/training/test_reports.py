"""Annotated reports of our own: every piece stands in its text, and a misfit is told."""

import sys
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from reports import BadReport, load_report  # noqa: E402

REPORTS = sorted((TRAINING / "reports").glob("*/*.yaml"))

TEXT = """
id: sample
published: 2019-05-02
text: |
  "We leave on Friday," said Ana Ruiz, who warned that Quito would not wait. Talks between talkers began.
actors:
  ruiz: {name: Ana Ruiz, country: ECU, sector: GOV, aliases: [Ana Ruiz]}
"""


def load(folder: Path, annotation: str) -> dict[str, object]:
    path = folder / "sample.yaml"
    path.write_text(TEXT + annotation, encoding="utf-8")
    return load_report(path)


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in REPORTS}))
def test_every_report_fits_its_text(folder: str) -> None:
    reports = [load_report(path) for path in REPORTS if path.parent.name == folder]
    assert all(report["text"] for report in reports)
    assert len({report["id"] for report in reports}) == len(reports)


def test_a_piece_is_found_where_it_stands_again(tmp_path: Path) -> None:
    report = load(tmp_path, "events:\n  - {trigger: began, type: CONSULT, status: actual, actors: [ruiz]}\n")
    [event] = report["events"]  # type: ignore[misc]
    assert event["span"] == [97, 102]


def test_a_direct_quotation_loses_its_last_comma(tmp_path: Path) -> None:
    said = '{content: "We leave on Friday,", speaker: ruiz, cue: said, directness: direct}'
    report = load(tmp_path, f"statements:\n  - {said}\n")
    [statement] = report["statements"]  # type: ignore[misc]
    assert statement["content_spans"] == [[1, 19]]


def test_a_content_begins_after_that(tmp_path: Path) -> None:
    said = '{content: "that Quito would not wait", speaker: ruiz, cue: warned, directness: indirect}'
    report = load(tmp_path, f"statements:\n  - {said}\n")
    [statement] = report["statements"]  # type: ignore[misc]
    start, end = statement["content_spans"][0]
    assert str(report["text"])[start:end] == "Quito would not wait"


@pytest.mark.parametrize(
    ("annotation", "fault"),
    [
        ("events:\n  - {trigger: stay, type: CONSULT, status: actual}", "not in the text"),
        ("events:\n  - {trigger: talk, type: CONSULT, status: actual}", "inside a word"),
        ("events:\n  - {trigger: leave, type: RETREAT, status: planned, actors: [quito]}", "no actor 'quito'"),
        ("events:\n  - {trigger: leave, type: RETREAT, mode: phone, status: planned}", "has no mode 'phone'"),
        ("events:\n  - {trigger: leave, type: GO, status: planned}", "Input should be"),
        ("events:\n  - {trigger: leave", "while parsing"),
    ],
)
def test_a_misfit_is_told_with_its_file(tmp_path: Path, annotation: str, fault: str) -> None:
    with pytest.raises(BadReport, match=rf"(?s)sample\.yaml: .*{fault}"):
        load(tmp_path, annotation + "\n")
