"""`dateline frames`: checking, trying, and what no frame knows; bad input is told in one line."""

import pytest

FRAME = """
- id: assault.zap
  gloss: zaps somebody
  verb: [zap]
  type: {type}
  actor: [subject]
  recipient: [object]
  yes:
    - {{text: "Norway zapped Sweden.", actors: [NOR], recipients: [SWE]}}
  no:
    - {{text: "{no}"}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    return tmp_path


def write(folder, *, kind="ASSAULT", no="They talked."):
    (folder / "mine" / "zap.yaml").write_text(FRAME.format(type=kind, no=no), encoding="utf-8")


def test_a_frame_of_ones_own_is_checked_and_tried(dateline_command, folder):
    write(folder)
    checked = dateline_command("frames", "check", "--frames", str(folder / "mine"))
    assert checked.status == 0
    assert "frames checked: 1; all examples come out" in checked.err
    tried = dateline_command(
        "frames", "try", "Norway zapped Sweden on Monday.", "--frames", str(folder / "mine"), "--coder", "fast"
    )
    assert "zapped – assault.zap: zaps somebody" in tried.out


def test_an_example_that_fails_is_named(dateline_command, folder):
    write(folder, no="He zapped the channel.")
    checked = dateline_command("frames", "check", "--frames", str(folder / "mine"))
    assert checked.status == 1
    assert "assault.zap: “He zapped the channel.”" in checked.err
    assert "examples that fail: 1" in checked.err


@pytest.mark.parametrize(
    ("text", "said"),
    [(FRAME.format(type="NOPE", no="x"), "found 'NOPE'"), ("frames: [", "not valid YAML")],
)
def test_a_faulty_file_is_one_line(dateline_command, folder, text, said):
    (folder / "mine" / "zap.yaml").write_text(text, encoding="utf-8")
    checked = dateline_command("frames", "check", "--frames", str(folder / "mine"))
    assert checked.status == 1
    assert len(checked.err.splitlines()) == 1
    assert said in checked.err


def test_no_sentence_and_no_archive_are_one_line_each(dateline_command, folder):
    for arguments in (("try", "  "), ("gaps", "--archive", "none.db")):
        done = dateline_command("frames", *arguments)
        assert (done.status, done.out) == (1, "")
        assert len(done.err.splitlines()) == 1


def test_gaps_count_the_acts_that_no_frame_knows(dateline_command, demo_archive, demo_records):
    gaps = dateline_command("frames", "gaps", "--archive", str(demo_archive), "--most", "1000")
    times = [int(line.split()[-2]) for line in gaps.out.splitlines()[1:]]
    assert sum(times) == sum(event.rule == "tagger" for record in demo_records for event in record.events) > 0
    assert times == sorted(times, reverse=True)
