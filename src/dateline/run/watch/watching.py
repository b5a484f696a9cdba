"""The watch: asks feeds in turn, has read what is new, remembers what was kept.

A round asks every feed that is due and has the reports read that it carries whole; then it fetches the pages of
entries of which there is a summary only. Nothing that a feed says is ever a path or code: its links are addresses to
fetch through the same gate as any other, and all else is text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from dateline.errors import CannotFetch
from dateline.model import Document
from dateline.run.watch.adopting import adopt
from dateline.run.watch.cycle import Cycle
from dateline.run.watch.entries import Entry, FeedContent, read_entries
from dateline.run.watch.feeds_file import WatchedFeed, WatchList
from dateline.run.watch.manners import NotYet, PoliteFetcher
from dateline.run.watch.memory import FeedState, Waiting
from dateline.run.watch.pages import PageFetcher
from dateline.run.watch.reports import Report, read_reports
from dateline.run.watch.tools import WatchTools
from dateline.run.watch.waits import describe_wait, wait_after_failure
from dateline.sources import Unreadable
from dateline.sources.fetching import Answer

_MOST_PAGES = 100
"""Pages of one feed a round, so that one that is full of links does not keep the others waiting."""
_SOON = 1.0  # a wait may end a little early by the clock on the wall
_LONGEST_PLAN = 8 * 24 * 3600.0
_LONGEST_VALIDATOR = 1024


class Watch:
    """Watches the feeds of a list."""

    def __init__(self, watch_list: WatchList, tools: WatchTools) -> None:
        self._feeds = {feed.url: feed for feed in watch_list.feeds}
        self._tools = tools
        self._polite = PoliteFetcher(tools.fetcher, tools.clock, watch_list.host_delay)
        self._pages = PageFetcher(self._feeds, self._polite, tools)
        self._told: set[str] = set()

    def run_round(self) -> Cycle:
        """Do everything that is due now, and return what it came to. KeyboardInterrupt loses nothing that was kept."""
        cycle = Cycle()
        for feed in self._feeds.values():
            state = self._tools.memory.feed(feed.url)
            if self._is_due(state.next):
                self._ask(feed, state, cycle)
        read_reports(self._pages.iter_reports(self._due_pages(), cycle), self._tools, cycle)
        waiting = list(self._tools.memory.iter_waiting(self._feeds))
        cycle.waiting = len(waiting)
        cycle.next = min([self._tools.memory.feed(url).next for url in self._feeds] + [page.next for page in waiting])
        return cycle

    def _is_due(self, moment: float) -> bool:
        """Tell whether a moment has come, or lies so far off that only a clock that was set back explains it."""
        now = self._tools.clock.now()
        return moment <= now + _SOON or moment > now + _LONGEST_PLAN

    def _ask(self, feed: WatchedFeed, state: FeedState, cycle: Cycle) -> None:
        try:
            with self._tools.stop.interruptible():
                answer = self._polite.fetch(feed.url, _conditions(state))
                cycle.asked += 1
                content = self._read(answer)
        except NotYet as error:
            self._tools.memory.keep_feed(feed.url, replace(state, next=error.until))
        except CannotFetch as error:
            self._fail(feed, state, cycle, error.reason)
        else:
            if content is not None:
                self._take(feed, answer, content, cycle)
            elif answer.is_unchanged:
                cycle.unchanged += 1
                next_ = self._tools.clock.now() + feed.every
                self._tools.memory.keep_feed(feed.url, replace(state, next=next_, failures=0))
            else:
                asked_for = answer.seconds_to_wait(self._tools.clock.now())
                self._fail(feed, state, cycle, answer.describe_status(), asked_for)

    def _read(self, answer: Answer) -> FeedContent | None:
        if not answer.is_good:
            return None
        return read_entries(answer, self._tools.options, self._tools.clock.now())

    def _take(self, feed: WatchedFeed, answer: Answer, content: FeedContent, cycle: Cycle) -> None:
        """Have the new entries read that the feed carries whole, then remember the answer with the pages to be fetched."""
        memory, now = self._tools.memory, self._tools.clock.now()
        entries = {entry.key: entry for entry in content.entries}.values()
        fresh = [entry for entry in entries if not memory.is_settled(feed.url, entry)]
        pages = [entry for entry in fresh if _has_page(feed, entry)]
        cycle.known += len(entries) - len(fresh)
        self._tell_once(feed, content)
        whole = (_whole_report(feed, entry) for entry in fresh if not _has_page(feed, entry))
        read_reports(whole, self._tools, cycle)
        state = FeedState(_validator(answer, "etag"), _validator(answer, "last-modified"), now + feed.every)
        memory.settle_feed(feed.url, state, entries, pages, now)

    def _tell_once(self, feed: WatchedFeed, content: FeedContent) -> None:
        """Tell what is to be said of a feed as a whole; that it has summaries only is no news where pages are fetched."""
        for remark in content.remarks:
            is_about_summaries = feed.pages and "summary" in remark.message
            if not is_about_summaries and str(remark) not in self._told:
                self._told.add(str(remark))
                self._tools.tell(remark)

    def _fail(
        self, feed: WatchedFeed, state: FeedState, cycle: Cycle, reason: str, asked_for: float | None = None
    ) -> None:
        failures = state.failures + 1
        wait = wait_after_failure(failures, feed.every, asked_for, self._tools.chance)
        next_ = self._tools.clock.now() + wait
        self._tools.memory.keep_feed(feed.url, replace(state, next=next_, failures=failures))
        cycle.failed += 1
        self._tools.tell(Unreadable(feed.url, f"{reason}; asked again in {describe_wait(wait)}"))

    def _due_pages(self) -> list[Waiting]:
        return [
            page
            for url in self._feeds
            for page in islice((p for p in self._tools.memory.iter_waiting([url]) if self._is_due(p.next)), _MOST_PAGES)
        ]


def _conditions(state: FeedState) -> dict[str, str]:
    """Return the headers that ask for a feed only if it changed since the answer that was worked off last."""
    conditions = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in conditions.items() if value}


def _validator(answer: Answer, name: str) -> str | None:
    """Return a header that is sent back with the next asking; None for one that no sound server sends."""
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_VALIDATOR else None


def _has_page(feed: WatchedFeed, entry: Entry) -> bool:
    """Tell whether the report of an entry stands on a page that is to be fetched."""
    return feed.pages and entry.is_summary and entry.link is not None


def _whole_report(feed: WatchedFeed, entry: Entry) -> Report:
    item = entry.item
    if isinstance(item, Document):
        item = adopt(item, publisher=feed.publisher, url=entry.link)
    return feed.url, entry, item
