"""A run of `dateline read` whose records go into Parquet, for other engines and for `dateline load`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.cli.runs.cluster import Cluster
from dateline.cli.runs.counting import count_reports
from dateline.cli.runs.log import RunLog
from dateline.cli.runs.progress import ReadingProgress
from dateline.errors import DatelineError
from dateline.model import Document
from dateline.run import Failed, Outcome, Read, SetAside, Stop, read_items
from dateline.run.outcomes import Noted
from dateline.run.recipes import make_recipe
from dateline.run.relevance import why_irrelevant
from dateline.run.remote import iter_everywhere
from dateline.run.shards import ShardWriter
from dateline.settings import Settings
from dateline.sources import ReadOptions, Remark, Unreadable

_STOPPED = 130


class OutputRun:
    """Reads sources and writes each record into the folder `path`, once."""

    def __init__(self, path: str, cluster: Cluster, log: RunLog, *, keeps_parses: bool, sets_aside: bool) -> None:
        self._path, self._cluster, self._log = path, cluster, log
        self._keeps_parses, self._sets_aside = keeps_parses, sets_aside
        self._count: Counter[str] = Counter()

    def run(self, sources: list[str], options: ReadOptions, settings: Settings) -> int:
        """Read everything there is to read; return the exit status."""
        judge = why_irrelevant if self._sets_aside else None
        with Stop() as stop:
            try:
                with (
                    ShardWriter(self._path, make_recipe(settings)) as shards,
                    ReadingProgress(count_reports(sources), self._log) as progress,
                    self._cluster.connect(),
                    self._cluster.make_engine(settings, stop, keeps_parses=self._keeps_parses) as engine,
                ):
                    items = self._iter_new(iter_everywhere(sources, options), shards)
                    for outcome in read_items(items, engine, None, stop, judge):
                        progress.advance(outcome)
                        self._take(outcome, shards)
            except KeyboardInterrupt:
                self._log.remark("stopped; what was read is written")
                return _STOPPED
            except DatelineError as error:
                self._count["left out"] += 1
                self._log.complain(str(error))
        self._say()
        return 1 if self._count["left out"] else 0

    def _iter_new(
        self, items: Iterator[Document | Unreadable | Remark], shards: ShardWriter
    ) -> Iterator[Document | Unreadable | Remark]:
        for item in items:
            if isinstance(item, Document) and item.id in shards.known:
                self._count["known"] += 1
            else:
                yield item

    def _take(self, outcome: Outcome, shards: ShardWriter) -> None:
        if isinstance(outcome, Read) and outcome.record is not None:
            shards.add(Noted(outcome.record, outcome.note))
            self._count["written"] += 1
        elif isinstance(outcome, SetAside):
            self._count["set aside unread"] += 1
        elif isinstance(outcome, Failed):
            self._count["left out"] += 1
            self._log.complain(f"{outcome.document.source}: could not be read ({outcome.reason})")
        elif isinstance(outcome, Unreadable):
            self._count["left out"] += 1
            self._log.complain(str(outcome))
        elif isinstance(outcome, Remark):
            self._log.remark(str(outcome))

    def _say(self) -> None:
        said = ", ".join(f"{number:,} {what}" for what, number in sorted(self._count.items()) if what != "written")
        self._log.remark(f"{self._count['written']:,} records written to {self._path}{'; ' + said if said else ''}")
