"""Fetching the pages of entries of which the feed carries a summary only, whichever host is free first."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping

from dateline.errors import CannotFetch
from dateline.model import Document
from dateline.run.watch.adopting import adopt
from dateline.run.watch.cycle import Cycle
from dateline.run.watch.feeds_file import WatchedFeed
from dateline.run.watch.manners import NotYet, PoliteFetcher
from dateline.run.watch.memory import Waiting
from dateline.run.watch.reports import Report
from dateline.run.watch.tools import WatchTools
from dateline.run.watch.waits import describe_wait, wait_after_failure
from dateline.sources import Unreadable
from dateline.sources.fetched import iter_answer
from dateline.sources.fetching import Answer, BadAddress, host_of, parse_address
from dateline.sources.text import Item

_MOST_FAILURES = 8  # a day and a half where a feed is asked every quarter of an hour
_PASSING = (408, 425, 429)


class PageFetcher:
    """Fetches pages that wait; what fails in passing is put off and tried again, eight times in all."""

    def __init__(self, feeds: Mapping[str, WatchedFeed], polite: PoliteFetcher, tools: WatchTools) -> None:
        self._feeds = feeds
        self._polite = polite
        self._tools = tools

    def iter_reports(self, pages: Iterable[Waiting], cycle: Cycle) -> Iterator[Report]:
        """Yield the report of each page, or why there is none; nothing for those that are put off, which are counted."""
        by_host: defaultdict[str, deque[Waiting]] = defaultdict(deque)
        for page in pages:
            by_host[_host(page.link)].append(page)
        while by_host:
            host = min(by_host, key=self._polite.free_at)
            page = by_host[host].popleft()
            if not by_host[host]:
                del by_host[host]
            report = self._fetch(page, cycle)
            if report is not None:
                yield report

    def _fetch(self, page: Waiting, cycle: Cycle) -> Report | None:
        try:
            answer = self._polite.fetch(page.link)
        except NotYet as error:
            self._tools.memory.put_off(page, error.until, failures=page.failures)
            return None
        except CannotFetch as error:
            return self._give_up(page, error.reason) if error.is_lasting else self._put_off(page, error.reason, cycle)
        if answer.is_good:
            return page.feed, page, self._read(page, answer)
        reason = answer.describe_status()
        if 300 <= answer.status < 500 and answer.status not in _PASSING:
            return self._give_up(page, reason)
        return self._put_off(page, reason, cycle, answer.seconds_to_wait(self._tools.clock.now()))

    def _read(self, page: Waiting, answer: Answer) -> Item:
        reason = Unreadable(page.link, "holds no report")
        found: Document | None = None
        for item in iter_answer(answer, self._tools.options):
            if isinstance(item, Document):
                if found is not None:  # a feed's link may lead to a file of any size
                    return Unreadable(page.link, "is no page of one report")
                found = item
            elif isinstance(item, Unreadable):
                reason = item
        if found is None:
            return reason
        return adopt(found, publisher=self._feeds[page.feed].publisher, url=answer.url, day=page.day)

    def _give_up(self, page: Waiting, reason: str) -> Report:
        return page.feed, page, Unreadable(page.link, reason)

    def _put_off(self, page: Waiting, reason: str, cycle: Cycle, asked_for: float | None = None) -> Report | None:
        failures = page.failures + 1
        if failures == _MOST_FAILURES:
            return self._give_up(page, f"{reason}; given up after {failures} tries")
        wait = wait_after_failure(failures, self._feeds[page.feed].every, asked_for, self._tools.chance)
        self._tools.memory.put_off(page, self._tools.clock.now() + wait, failures=failures)
        self._tools.tell(Unreadable(page.link, f"{reason}; tried again in {describe_wait(wait)}"))
        cycle.failed += 1
        return None


def _host(link: str) -> str:
    try:
        return host_of(parse_address(link))
    except BadAddress:
        return ""
