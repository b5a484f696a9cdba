"""Ending in the middle: Ctrl-C, a kill, a pipe that closes; each in a process of its own."""

import json
import os
import signal
import subprocess
import sys

import pytest

from dateline.archive import ArchiveReader

COMMAND = [sys.executable, "-m", "dateline"]
SENTENCE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed agreement {}. "


@pytest.fixture
def table(tmp_path):
    """A table of reports that takes far longer to read than any of these tests waits."""
    path = tmp_path / "table.jsonl"
    with path.open("w") as file:
        for number in range(3000):
            text = SENTENCE.format(number) * 8
            file.write(json.dumps({"id": number, "date": "2015-11-26", "text": text}) + "\n")
    return path


@pytest.fixture
def start(tmp_path):
    """Start the command line, and see that it is gone in the end."""
    started = []

    def run(*arguments):
        environment = os.environ | {"DATELINE_CODER": "fast", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [*COMMAND, *map(str, arguments)], cwd=tmp_path, env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


def documents(path):
    with ArchiveReader(path) as archive:
        assert archive.query("PRAGMA integrity_check").rows == [("ok",)]
        return {record.document.id for record in archive.iter_records()}


def test_ctrl_c_ends_at_once_says_what_is_kept_and_leaves_a_sound_archive(start, table, tmp_path):
    process = start("read", table, "--json", "--archive", "x.db")
    printed = [process.stdout.readline()]
    process.send_signal(signal.SIGINT)
    printed += process.stdout.readlines()
    notes = process.stderr.read()
    assert process.wait(timeout=60) == 130
    reported = {json.loads(line)["document"]["id"] for line in printed}
    kept = documents(tmp_path / "x.db")
    assert reported == kept
    assert notes == f"dateline: stopped; {len(kept)} reports kept in x.db\n"


def test_kill_leaves_what_was_reported(start, table, tmp_path):
    process = start("read", table, "--json", "--archive", "x.db")
    reported = [json.loads(process.stdout.readline())["document"]["id"] for _ in range(17)]
    process.kill()
    process.wait()
    assert set(reported) <= documents(tmp_path / "x.db")


def test_pipe_that_closes_early_ends_quietly(start, table, tmp_path):
    process = start("read", table, "--json", "--archive", "x.db")
    process.stdout.readline()
    process.stdout.close()
    notes = process.stderr.read()
    process.wait(timeout=60)
    assert notes == ""
    assert process.returncode == 1
    assert documents(tmp_path / "x.db")


def test_brief_into_a_closed_pipe_is_quiet(start, demo_archive):
    process = start("brief", "--all", "--archive", demo_archive)
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait(timeout=60)
