"""What is told of a run: as JSON lines for machines, and at the end for people."""

import json
import sqlite3
from contextlib import closing

import pytest

from dateline.cli.runs.progress import Pace
from dateline.cli.runs.reading import _MOST_FOR_A_BRIEF

RAID = "PARIS, Nov. 26 (Reuters) - France expelled two Russian diplomats on Tuesday, report {n}.\n"
CAKE = "Peel the apples, slice them and bake the cake for an hour. Serve it warm with cream.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "raid.txt").write_text(RAID.format(n=1))
    (tmp_path / "reports" / "cake.txt").write_text(CAKE)
    (tmp_path / "reports" / "empty.txt").write_text("")
    return tmp_path


def test_json_log_tells_faults_remarks_and_progress_one_object_a_line(dateline_command, folder):
    done = dateline_command("read", "reports", "--log-format", "json", "--archive", "x.db")
    told = [json.loads(line) for line in done.err.splitlines()]
    assert done.status == 1
    assert all(entry["at"].endswith("+00:00") for entry in told)
    assert [entry["message"] for entry in told if entry["level"] == "error"] == ["reports/empty.txt: is empty"]
    progress = [entry for entry in told if entry["level"] == "progress"][-1]
    assert {name: progress[name] for name in ("done", "of", "read", "set_aside")} == {
        "done": 3,
        "of": 3,
        "read": 1,
        "set_aside": 1,
    }
    assert progress["events"] >= 1
    assert progress["per_second"] > 0


def test_what_was_set_aside_is_counted_told_and_can_be_asked(dateline_command, folder):
    done = dateline_command("read", "reports/cake.txt", "reports/raid.txt", "--archive", "x.db")
    assert "1 report set aside unread (1: no word of politics, no state and no political body)" in " ".join(
        done.err.split()
    )
    asked = dateline_command("sql", "SELECT source, reason FROM set_aside", "--archive", "x.db")
    assert "cake.txt" in asked.out
    again = dateline_command("read", "reports/cake.txt", "--archive", "x.db")
    assert "1 report set aside unread" in again.err


def test_all_reads_what_would_be_set_aside(dateline_command, folder):
    done = dateline_command("read", "reports/cake.txt", "--all", "--archive", "x.db")
    assert done.status == 0
    assert "set aside" not in done.err
    with closing(sqlite3.connect("x.db")) as connection:
        assert connection.execute("SELECT count(*) FROM version").fetchone() == (1,)


def test_parses_are_kept_where_asked(dateline_command, folder):
    dateline_command("read", "reports/raid.txt", "--archive", "plain.db")
    dateline_command("read", "reports/raid.txt", "--keep-parses", "--archive", "kept.db")
    counts = []
    for name in ("plain.db", "kept.db"):
        with closing(sqlite3.connect(name)) as connection:
            counts.append(connection.execute("SELECT count(*) FROM parse").fetchone()[0])
    assert counts == [0, 1]


def test_very_many_reports_end_without_a_brief(dateline_command, folder, monkeypatch):
    monkeypatch.setattr("dateline.cli.runs.reading._MOST_FOR_A_BRIEF", 2)
    lines = [
        json.dumps({"text": RAID.format(n=n), "date": "2015-11-26", "url": f"https://example.org/{n}"})
        for n in range(3)
    ]
    (folder / "table.jsonl").write_text("\n".join(lines))
    done = dateline_command("read", "table.jsonl", "--no-archive", "--workers", "1")
    assert done.out == ""
    assert "too many reports for a brief (3)" in done.err
    assert _MOST_FOR_A_BRIEF > 100


def test_recode_says_what_came_out_otherwise(dateline_command, folder):
    dateline_command("read", "reports/raid.txt", "--archive", "x.db")
    assert dateline_command("recode", "--archive", "x.db").out == "nothing has changed since these reports were read\n"
    (folder / "frames").mkdir()
    (folder / "frames" / "own.yaml").write_text(
        "- {id: sanction.own, gloss: sends home, verb: expel, type: SANCTION, actor: subject, recipient: object, "
        'yes: [{text: "France expelled two diplomats."}], no: [{text: "They met."}]}\n'
    )
    done = dateline_command("recode", "--archive", "x.db", "--frames", "frames")
    assert "1 of 1 reports may be touched" in done.out


def test_recoding_no_archive_is_one_line(dateline_command, folder):
    done = dateline_command("recode", "--archive", "none.db")
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_records_go_by_parquet_into_an_archive(dateline_command, folder):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra “tables”)")
    pytest.importorskip("fsspec", reason="fsspec is not installed (extra “ray”)")
    written = dateline_command("read", "reports/raid.txt", "--output", "records")
    assert "1 records written to records" in written.err
    assert dateline_command("load", "records", "--archive", "x.db").out == "1 records loaded into x.db\n"
    again = dateline_command("load", "records", "--archive", "x.db")
    assert again.out == "0 records loaded into x.db; 1 known already\n"


def test_pace_is_that_of_late_and_not_of_the_slow_start(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("dateline.cli.runs.progress.time.monotonic", lambda: now[0])
    pace = Pace()
    for second in range(1, 200):
        now[0] = float(second)
        pace.note(0 if second < 100 else (second - 100) * 10)
    assert pace.per_second == pytest.approx(10)
