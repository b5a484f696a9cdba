"""Rows that have a program of their own in this folder; what it prints last is what they say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bench.corpora import COPIES, why_missing
from bench.row import Row

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def measure_copies() -> list[Row]:
    """Return what reading copies costs, against reading one report of each family."""
    if why := why_missing(COPIES):
        return [Row("copies", None, why)]
    return [_run("copies", "of reading one report of each family", str(COPIES))]


def measure_joins() -> list[Row]:
    """Return what joining ten times as many events costs."""
    return [_run("joins", "times the cost for ten times the reports", "--reports", "10000")]


def _run(name: str, words: str, *arguments: str) -> Row:
    command = [sys.executable, "-m", f"bench.{name}", *arguments, "--keep-nothing"]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    found = _NUMBER.findall(lines[-1]) if done.returncode == 0 and lines else []
    if not found:
        return Row(name, None, f"failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}")
    return Row(name, float(found[-1]), words, {"said": lines})
