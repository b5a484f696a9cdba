"""From entries to kept records, with each entry marked as seen once its record is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.model import Document
from dateline.run.outcomes import Copied, Failed, Outcome, Read, SetAside, Withdrawn
from dateline.run.watch.cycle import Cycle
from dateline.run.watch.entries import Entry
from dateline.run.watch.memory import Waiting
from dateline.run.watch.tools import WatchTools
from dateline.sources import Remark, Unreadable
from dateline.sources.text import Item

Report = tuple[str, Entry | Waiting, Item | None]
"""The address of a feed, an entry of it, and its report; in place of a report, why there is none and never will be."""


def read_reports(reports: Iterable[Report], tools: WatchTools, cycle: Cycle) -> None:
    """Have reports read and kept, and mark each entry as seen when that is done; what became of them is counted."""
    under_way: defaultdict[str, list[tuple[str, Entry | Waiting]]] = defaultdict(list)
    for outcome in tools.read_all(_iter_items(reports, tools, cycle, under_way)):
        _count(outcome, cycle)
        if isinstance(outcome, Failed | Unreadable | Remark):
            tools.tell(outcome)
        if not isinstance(outcome, Unreadable | Remark):
            for feed, entry in under_way.pop(outcome.document.id, ()):
                tools.memory.mark_seen(feed, entry, tools.clock.now())


def _count(outcome: Outcome, cycle: Cycle) -> None:
    if isinstance(outcome, Failed | Unreadable):
        cycle.failed += 1
    elif isinstance(outcome, Read):
        cycle.known += outcome.is_known
        cycle.new += not outcome.is_known
    elif isinstance(outcome, Copied):
        cycle.copies += 1
    elif isinstance(outcome, SetAside):
        cycle.set_aside += 1
    elif isinstance(outcome, Withdrawn):
        cycle.withdrawn += 1


def _iter_items(
    reports: Iterable[Report],
    tools: WatchTools,
    cycle: Cycle,
    under_way: defaultdict[str, list[tuple[str, Entry | Waiting]]],
) -> Iterator[Item]:
    for feed, entry, item in reports:
        if isinstance(item, Document):
            is_repeated = item.id in under_way  # two entries with one text: both are seen when it is kept
            under_way[item.id].append((feed, entry))
            if not is_repeated:
                yield item
        else:
            tools.memory.mark_seen(feed, entry, tools.clock.now())
            if item is not None:
                yield item
