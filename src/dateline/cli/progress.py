"""A progress bar on a terminal for reading that takes longer than a second; nothing elsewhere."""

from __future__ import annotations

import time

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from dateline.cli.terminal import notes
from dateline.run.one_by_one import Outcome, Read

_PATIENCE = 1.0  # seconds before the bar shows


class ReadingProgress:
    """Shows how many reports are read, how many events they tell, and how long the rest will take."""

    def __init__(self, files: int | None) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("reports, {task.fields[events]} events"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=notes(),
            transient=True,
            disable=not notes().is_terminal,
        )
        self._files = files
        self._began = time.monotonic()
        self._task = self._progress.add_task("reading", total=files, events=0)
        self._events = 0
        self._read = 0
        self._shown = False

    def __enter__(self) -> ReadingProgress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._progress.stop()

    def advance(self, outcome: Outcome) -> None:
        """Count one more item."""
        self._read += 1
        if isinstance(outcome, Read) and outcome.record is not None:
            self._events += len(outcome.record.events)
        total = self._files if self._files is not None and self._read <= self._files else None
        self._progress.update(self._task, completed=self._read, total=total, events=self._events)
        if not self._shown and time.monotonic() - self._began > _PATIENCE:
            self._progress.start()
            self._shown = True
