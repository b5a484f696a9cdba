"""Joining what was just read with what an archive holds, so that the first question need not wait for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from dateline.cli.runs.progress import waiting
from dateline.errors import ArchiveError
from dateline.situation.refreshing import refresh


def join_new(archive: Path) -> None:
    """Bring the derived tables of an archive up to date; where another process is writing, the next question does."""
    with waiting(f"joining what is new in {archive}"), suppress(ArchiveError):
        refresh(archive)
