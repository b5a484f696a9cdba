"""A progress bar on a terminal for reading that takes longer than a second; nothing elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
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

from dateline.cli.runs.log import RunLog
from dateline.cli.terminal import notes
from dateline.run import Outcome, Read, SetAside
from dateline.sources import Remark

_PATIENCE = 1.0  # seconds before the bar shows
_BETWEEN = 5.0  # seconds between two lines of a log
_WINDOW = 30.0  # seconds the pace is taken over


class Patience:
    """A progress display that shows after a second, on a terminal only, and goes away at the end."""

    def __init__(self, *columns: ProgressColumn, is_shown: bool = True) -> None:
        self._is_shown = is_shown
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
        if self._is_shown and notes().is_terminal:
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
    """Shows how many reports are read and how fast, how many events they tell, and how long the rest will take.

    `reports` is how many there are, None where nobody knows. A log that has no bar is told the same every few seconds
    and at the end.
    """

    def __init__(self, reports: int | None, log: RunLog) -> None:
        super().__init__(
            BarColumn(bar_width=12),  # room behind the line, where the terminal writes ^C
            MofNCompleteColumn(),
            TextColumn("{task.fields[told]}"),
            TimeRemainingColumn(),
            is_shown=log.has_bar,
        )
        self._log = log
        self._reports = reports
        self._task = self.progress.add_task("reading", total=reports, told="reports")
        self._pace = Pace()
        self._told = time.monotonic()
        self._events = self._done = self._read = self._aside = 0

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self._tell()

    def advance(self, outcome: Outcome) -> None:
        """Count one more report."""
        if isinstance(outcome, Remark):
            return
        self._done += 1
        self._aside += isinstance(outcome, SetAside)
        if isinstance(outcome, Read) and outcome.record is not None:
            self._read += 1
            self._events += len(outcome.record.events)
        self._pace.note(self._read + self._aside)
        if self._reports is not None and self._done > self._reports:  # a file of many reports: nobody knows how many
            self._reports = self.progress.tasks[0].total = None
        self.progress.update(self._task, completed=self._done, told=self._say())
        if time.monotonic() - self._told >= _BETWEEN:
            self._tell()

    def _say(self) -> str:
        aside = f", {self._aside:,} set aside" if self._aside else ""
        return f"reports{aside}, {self._events:,} events, {self._pace.per_second:,.0f}/s"

    def _tell(self) -> None:
        self._told = time.monotonic()
        rate = self._pace.per_second
        left = None if self._reports is None or not rate else round((self._reports - self._done) / rate)
        self._log.tell_progress(
            done=self._done,
            of=self._reports,
            read=self._read,
            set_aside=self._aside,
            events=self._events,
            per_second=round(rate, 1),
            seconds_left=left,
        )


class Pace:
    """How many a second, over the last half minute: what is left goes as fast as that, not as the slow start."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque([(time.monotonic(), 0)])
        self._count = 0

    def note(self, count: int) -> None:
        """Note that `count` are done by now."""
        self._count = count
        now = time.monotonic()
        if now - self._marks[-1][0] >= 1:
            self._marks.append((now, count))
            while len(self._marks) > 1 and now - self._marks[0][0] > _WINDOW:
                self._marks.popleft()

    @property
    def per_second(self) -> float:
        """The rate, 0 where nothing is done yet."""
        began, before = self._marks[0]
        return (self._count - before) / max(time.monotonic() - began, 0.001)
