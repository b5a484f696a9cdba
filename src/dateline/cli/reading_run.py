"""One run of `dateline read`: what was read, kept and left out, and how that is told."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.cli.brief_page import Brief, BriefPage, Reading
from dateline.cli.progress import ReadingProgress
from dateline.cli.terminal import complain, page, remark
from dateline.errors import BadInput, DatelineError
from dateline.model import Document, Record
from dateline.run import Failed, Outcome, Read, Stop, read_items
from dateline.settings import Settings
from dateline.sources import ReadOptions, Unreadable, count_sources, iter_items

if TYPE_CHECKING:
    from dateline.pipeline import Reader

_STOPPED = 130


class ReadingRun:
    """Reads sources, tells what cannot be read as it goes, and ends with a brief.

    `keep` is the archive's path, None to keep nothing; `as_json` prints each record as soon as it is kept.
    """

    def __init__(self, keep: Path | None, *, as_json: bool, full: bool) -> None:
        self._keep = keep
        self._as_json = as_json
        self._full = full
        self._archive: ArchiveWriter | None = None
        self._brief = Brief()
        self._read = 0
        self._known = 0
        self._left_out = 0
        self._is_stopped = False

    def start(self, sources: list[str], options: ReadOptions, settings: Settings) -> None:
        """Read everything there is to read, until Ctrl-C; what has been read by then is kept."""
        with Stop() as stop:
            try:
                self._archive = ArchiveWriter(self._keep) if self._keep else None
                with self._archive or nullcontext(), ReadingProgress(count_sources(sources)) as progress:
                    reader = self._load(settings, stop)
                    for outcome in read_items(iter_items(sources, options), reader, self._archive, stop):
                        progress.advance(outcome)
                        self._take(outcome)
            except KeyboardInterrupt:
                self._is_stopped = True
            except DatelineError as error:
                self._left_out += 1
                complain(str(error))

    def _load(self, settings: Settings, stop: Stop) -> Reader:
        with stop.interruptible():
            from dateline.pipeline import load_reader

            try:
                return load_reader(settings)
            except OSError as error:
                if "Can't find model" not in str(error):
                    raise
                raise BadInput(settings.model, "no spaCy pipeline of that name is installed") from error

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unreadable):
            self._left_out += 1
            complain(str(outcome))
        elif isinstance(outcome, Failed):
            self._left_out += 1
            complain(f"{outcome.document.source}: could not be read ({outcome.reason})")
        elif isinstance(outcome, Read):
            self._take_read(outcome)
        else:
            remark(str(outcome))

    def _take_read(self, outcome: Read) -> None:
        record = outcome.record
        if record is None:
            self._known += 1
            if self._as_json and (known := self._find_known(outcome.document)) is not None:
                _print_json(known)
            return
        self._read += 1
        if record.document.published is None:
            remark(
                f"{outcome.document.source}: no day of publication; "
                "relative times stay unresolved (--published DATE gives one)"
            )
        if self._as_json:
            _print_json(record)
        else:
            self._brief.add(Reading(record, outcome.keeping.numbers if outcome.keeping else {}))

    def _find_known(self, document: Document) -> Record | None:
        """Return the record of a document that was read before; None where nothing keeps it."""
        if self._keep is None:
            return None
        with ArchiveReader(self._keep) as reader:
            return reader.record(document.id)

    def finish(self) -> int:
        """Print the brief and what became of the rest; return the exit status."""
        if self._is_stopped:
            remark(f"stopped; {self._say_kept()}")
            return _STOPPED
        if self._brief.reports:
            page().print(BriefPage(self._brief, full=self._full))
        if self._known and not self._as_json:
            hint = f"; `dateline brief --archive {self._keep}` shows them" if self._keep and not self._read else ""
            remark(f"{_count(self._known)} known already, not read again{hint}")
        if self._keep is not None and self._read and not self._as_json:
            remark(self._say_kept())
        return 1 if self._left_out else 0

    def _say_kept(self) -> str:
        if self._archive is None:
            return f"{_count(self._read)} read, none kept"
        return f"{_count(self._archive.added)} kept in {self._keep}"


def _count(reports: int) -> str:
    return "1 report" if reports == 1 else f"{reports:,} reports"


def _print_json(record: Record) -> None:
    """Print a record at once, so that whoever reads a pipe has what the archive has."""
    sys.stdout.write(record.to_json() + "\n")
    sys.stdout.flush()
