"""Processor time and memory of this process and those it has started, as Linux counts them."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds by the clock, of all processors, and the most memory at one moment in bytes."""

    clock: float
    processor: float
    memory: int


def processor_seconds(pids: Iterable[int]) -> float:
    """Return the seconds that processes have had a processor."""
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / _TICKS


def run_command(command: Sequence[str]) -> Spent:
    """Run a command to its end and return what it and its children took; memory they share counts once."""
    before, began = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, sum(map(_proportional_memory, _with_children(process.pid))))
        time.sleep(0.5)
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    if process.returncode not in (0, 1):  # 1: something among the sources could not be read
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Spent(time.perf_counter() - began, spent, most)


def _with_children(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            tasks = Path(f"/proc/{one}/task").iterdir()
            found += [int(child) for task in tasks for child in (task / "children").read_text(encoding="ascii").split()]
        except OSError:
            continue
    return found


def _proportional_memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
