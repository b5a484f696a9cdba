"""A run that is killed goes on where it was, and leaves the same archive as one that was not."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.run.fake_readers import load_steady
from tests.run.fake_run import make_reports

from dateline.archive import ArchiveWriter
from dateline.run import read_items

ROOT = Path(__file__).parent.parent.parent
REPORTS = 300
TABLES = ("document", "version", "item")


def start(path):
    command = [sys.executable, "-m", "tests.run.fake_run", str(path), str(REPORTS)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_after(run, lines, seconds):
    """Kill a run some time after it has reported so many reports; return what it reported."""
    reported = [line for _, line in zip(range(lines), run.stdout, strict=False)]
    time.sleep(seconds)
    run.send_signal(signal.SIGKILL)
    reported += list(run.stdout)
    run.wait()
    return {line.strip() for line in reported if line.endswith("\n")}


def contents(path):
    with closing(sqlite3.connect(path)) as connection:
        columns = {
            table: [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name != "added"]
            for table in TABLES
        }
        return {
            table: connection.execute(f"SELECT {', '.join(names)} FROM {table} ORDER BY number").fetchall()
            for table, names in columns.items()
        }


def kept(path):
    with closing(sqlite3.connect(path)) as connection:
        return {identity for (identity,) in connection.execute("SELECT id FROM version")}


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_run_goes_on_and_ends_with_the_archive_of_an_unbroken_one(tmp_path, seed):
    moments = random.Random(seed)
    broken, whole = tmp_path / "broken.db", tmp_path / "whole.db"
    for _ in range(3):
        reported = kill_after(start(broken), moments.randrange(60), moments.random() * 0.2)
        assert reported <= kept(broken)
    last = start(broken)
    last.communicate()
    assert last.returncode == 0
    with ArchiveWriter(whole) as archive:
        list(read_items(make_reports(REPORTS), load_steady(), archive))
    assert contents(broken) == contents(whole)
    assert len(kept(broken)) == REPORTS
