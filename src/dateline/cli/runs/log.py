"""What is told about a run while it goes on: lines for people, or JSON for machines, on standard error."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Protocol

from dateline.cli.terminal import complain, remark


class LogFormat(StrEnum):
    """How a run is told of."""

    TEXT = "text"
    JSON = "json"


class RunLog(Protocol):
    """Takes what is told about a run."""

    has_bar: bool
    """Whether progress is shown as a bar instead of being told."""

    def complain(self, message: str) -> None:
        """Tell of something that went wrong."""

    def remark(self, message: str) -> None:
        """Tell of something a reader should know."""

    def tell_progress(self, **figures: float | int | None) -> None:
        """Tell how far the run is."""


class TextLog:
    """Lines for people; a bar shows the progress."""

    has_bar = True

    def complain(self, message: str) -> None:
        """Print one line about something that went wrong."""
        complain(message)

    def remark(self, message: str) -> None:
        """Print one line about something a reader should know."""
        remark(message)

    def tell_progress(self, **figures: float | int | None) -> None:
        """Say nothing: the bar does."""


class JsonLog:
    """One JSON object a line, each with the time (UTC), a level and a message or figures."""

    has_bar = False

    def complain(self, message: str) -> None:
        """Write a line of level `error`."""
        self._write("error", message=message)

    def remark(self, message: str) -> None:
        """Write a line of level `note`."""
        self._write("note", message=message)

    def tell_progress(self, **figures: float | int | None) -> None:
        """Write a line of level `progress`."""
        self._write("progress", **figures)

    def _write(self, level: str, **values: object) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        sys.stderr.write(json.dumps({"at": at, "level": level, **values}, ensure_ascii=False) + "\n")
        sys.stderr.flush()


def make_log(form: LogFormat) -> RunLog:
    """Return the log of a form."""
    return JsonLog() if form is LogFormat.JSON else TextLog()
