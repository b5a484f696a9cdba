"""A progress bar on a terminal for reading that takes longer than a second; nothing elsewhere."""

from __future__ import annotations

import sys
import threading
from typing import Self

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from dateline.cli.terminal import notes
from dateline.run import Outcome, Read
from dateline.sources import Remark

_PATIENCE = 1.0  # seconds before the bar shows


class Patience:
    """A progress display that shows after a second, on a terminal only, and goes away at the end."""

    def __init__(self, *columns: ProgressColumn) -> None:
        self.progress = Progress(
            SpinnerColumn(),
            *columns,
            TimeElapsedColumn(),
            console=notes(),
            transient=True,
            # Standard output is no business of the bar's unless both share the terminal: rich would otherwise send
            # what goes into a pipe to the terminal.
            redirect_stdout=sys.stdout.isatty(),
        )
        self._timer = threading.Timer(_PATIENCE, self.progress.start)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if notes().is_terminal:
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._timer.is_alive():
            self._timer.join()
        if self.progress.live.is_started:
            self.progress.stop()


def waiting(what: str) -> Patience:
    """Return a display that says what is being done while nothing can be counted."""
    display = Patience(TextColumn("{task.description}"))
    display.progress.add_task(what, total=None)
    return display


class ReadingProgress(Patience):
    """Shows how many reports are read, how many events they tell, and how long the rest will take.

    `files` is how many sources there are, None where nobody knows.
    """

    def __init__(self, files: int | None) -> None:
        super().__init__(
            TextColumn("reading"),
            BarColumn(bar_width=20),  # room behind the line, where the terminal writes ^C
            MofNCompleteColumn(),
            TextColumn("reports, {task.fields[events]} events"),
            TimeRemainingColumn(),
        )
        self._files = files
        self._task = self.progress.add_task("reading", total=files, events=0)
        self._events = 0
        self._done = 0

    def advance(self, outcome: Outcome) -> None:
        """Count one more report."""
        if isinstance(outcome, Remark):
            return
        self._done += 1
        if isinstance(outcome, Read) and outcome.record is not None:
            self._events += len(outcome.record.events)
        if self._files is not None and self._done > self._files:  # a file of many reports: nobody knows how many
            self.progress.tasks[0].total = None
        self.progress.update(self._task, completed=self._done, events=self._events)
