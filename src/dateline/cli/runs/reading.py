"""One run of `dateline read`: what was read, kept and left out, and how that is told."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.cli.options import DEFAULT_ARCHIVE
from dateline.cli.pages.brief import Brief, BriefPage, Reading
from dateline.cli.runs.cluster import Cluster
from dateline.cli.runs.counting import count_reports
from dateline.cli.runs.joining import join_new
from dateline.cli.runs.log import RunLog, TextLog
from dateline.cli.runs.progress import ReadingProgress
from dateline.cli.terminal import page
from dateline.errors import DatelineError
from dateline.model import Document, Record
from dateline.run import (
    Copied,
    Failed,
    Outcome,
    Read,
    SetAside,
    Stop,
    Withdrawn,
    read_items,
)
from dateline.run.recipes import make_recipe
from dateline.run.relevance import why_irrelevant
from dateline.run.remote import iter_everywhere
from dateline.settings import Settings
from dateline.sources import ReadOptions, Unreadable

_STOPPED = 130
_MOST_FOR_A_BRIEF = 1_000
"""Reports after which no brief is printed: nobody reads one of so many, and its lines would fill the memory."""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes about it."""

    as_json: bool = False
    full: bool = False
    cluster: Cluster = field(default_factory=Cluster)
    keeps_parses: bool = False
    sets_aside: bool = True


class ReadingRun:
    """Reads sources, tells what cannot be read as it goes, and ends with a brief.

    `keep` is the archive's path, None to keep nothing.
    """

    def __init__(self, keep: Path | None, options: RunOptions, log: RunLog | None = None) -> None:
        self._keep = keep
        self._options = options
        self._log = log or TextLog()
        self._archive: ArchiveWriter | None = None
        self._brief = Brief()
        self._count: Counter[str] = Counter()
        self._aside: Counter[str] = Counter()
        self._is_stopped = False

    def start(self, sources: list[str], options: ReadOptions, settings: Settings) -> None:
        """Read everything there is to read, until Ctrl-C; what has been read by then is kept."""
        with Stop() as stop:
            try:
                self._archive = ArchiveWriter(self._keep, make_recipe(settings)) if self._keep else None
                with self._archive or nullcontext(), ReadingProgress(count_reports(sources), self._log) as progress:
                    cluster, keeps_parses = self._options.cluster, self._options.keeps_parses
                    with cluster.connect(), cluster.make_engine(settings, stop, keeps_parses=keeps_parses) as engine:
                        judge = why_irrelevant if self._options.sets_aside else None
                        for outcome in read_items(
                            iter_everywhere(sources, options), engine, self._archive, stop, judge
                        ):
                            progress.advance(outcome)
                            self._take(outcome)
            except KeyboardInterrupt:
                self._is_stopped = True
            except DatelineError as error:
                self._count["left out"] += 1
                self._log.complain(str(error))

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unreadable):
            self._count["left out"] += 1
            self._log.complain(str(outcome))
        elif isinstance(outcome, Failed):
            self._count["left out"] += 1
            self._log.complain(f"{outcome.document.source}: could not be read ({outcome.reason})")
        elif isinstance(outcome, Copied):
            self._count["copies"] += 1
            if self._options.as_json:
                _print_json(outcome.keeping.record)
        elif isinstance(outcome, Withdrawn):
            self._count["withdrawn"] += 1
        elif isinstance(outcome, SetAside):
            self._aside[outcome.reason] += 1
        elif isinstance(outcome, Read):
            self._take_read(outcome)
        else:
            self._log.remark(str(outcome))

    def _take_read(self, outcome: Read) -> None:
        record = outcome.record
        if record is None:
            self._count["known"] += 1
            if self._options.as_json and (known := self._find_known(outcome.document)) is not None:
                _print_json(known)
            return
        self._count["read"] += 1
        if record.document.published is None:
            self._log.remark(
                f"{outcome.document.source}: no day of publication; "
                "relative times stay unresolved (--published DATE gives one)"
            )
        if self._options.as_json:
            _print_json(record)
        elif self._count["read"] <= _MOST_FOR_A_BRIEF:
            self._brief.add(Reading(record, outcome.keeping.numbers if outcome.keeping else {}))
        else:
            self._brief = Brief()

    def _find_known(self, document: Document) -> Record | None:
        """Return the record of a document that was read before; None where nothing keeps it, or not yet."""
        if self._keep is None:
            return None
        with ArchiveReader(self._keep) as reader:
            return reader.find_record(document.id)

    def finish(self) -> int:
        """Print the brief and what became of the rest; return the exit status."""
        if self._is_stopped:
            self._log.remark(f"stopped; {self._say_kept()}")
            return _STOPPED
        if self._keep is not None and self._brief.reports:
            self._drop_superseded(self._keep)
        if self._brief.reports:
            page().print(BriefPage(self._brief, full=self._options.full))
        if not self._options.as_json:
            self._say_rest()
        if self._keep is not None and self._count["read"]:
            join_new(self._keep)
        return 1 if self._count["left out"] else 0

    def _drop_superseded(self, path: Path) -> None:
        """Drop from the brief what does not count by now: earlier versions, cut copies, what is under embargo."""
        with ArchiveReader(path) as reader:
            self._brief.keep_only(reader.pick_current(self._brief.documents))

    def _say_rest(self) -> None:
        if self._count["known"]:
            show = self._keep and not self._count["read"]
            hint = f"; `dateline brief --archive {self._keep}` shows them" if show else ""
            self._log.remark(f"{_say_reports(self._count['known'])} known already, not read again{hint}")
        if self._count["copies"]:
            self._log.remark(
                f"{_say_copies(self._count['copies'])} of reports already read; `dateline copies` lists them"
            )
        if self._count["withdrawn"]:
            self._log.remark(f"{_say_reports(self._count['withdrawn'])} taken back by the wire")
        if self._aside:
            self._say_aside()
        if self._count["read"] > _MOST_FOR_A_BRIEF:
            self._log.remark(f"too many reports for a brief ({self._count['read']:,})")
        if self._keep is not None and self._count["read"]:
            self._log.remark(self._say_kept() + self._say_next())

    def _say_next(self) -> str:
        """Return what can be done with an archive of several reports."""
        if self._keep is None or self._archive is None or self._archive.added < 2:
            return ""
        where = "" if self._keep == DEFAULT_ARCHIVE else f" --archive {self._keep}"
        return f"; `dateline timeline{where}`, `who NAME` and `ask WORDS` ask it, `dateline serve{where}` shows it"

    def _say_aside(self) -> None:
        reasons = "; ".join(f"{count:,}: {reason}" for reason, count in self._aside.most_common())
        listing = f"; `dateline sql 'SELECT * FROM set_aside' --archive {self._keep}` lists them" if self._keep else ""
        self._log.remark(
            f"{_say_reports(self._aside.total())} set aside unread ({reasons}); --all reads them too{listing}"
        )

    def _say_kept(self) -> str:
        if self._archive is None:
            return f"{_say_reports(self._count['read'])} read, none kept"
        return f"{_say_reports(self._archive.added)} kept in {self._keep}"


def _say_reports(reports: int) -> str:
    return "1 report" if reports == 1 else f"{reports:,} reports"


def _say_copies(copies: int) -> str:
    return "1 copy" if copies == 1 else f"{copies:,} copies"


def _print_json(record: Record) -> None:
    """Print a record at once, so that whoever reads a pipe has what the archive has."""
    sys.stdout.write(record.to_json() + "\n")
    sys.stdout.flush()
