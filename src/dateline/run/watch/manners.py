"""Good manners towards servers: who is asked when, and who is left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.errors import CannotFetch
from dateline.run.watch.clock import Clock
from dateline.run.watch.robots import RobotsBook
from dateline.sources.fetching import Answer, BadAddress, Fetcher, host_of, parse_address

_PATIENCE = 60.0
"""The longest wait for a host, in seconds; work on others goes on instead of a longer one."""
_BUSY = (429, 503)
_BUSY_WAIT = 300.0
_LONGEST_HOLD = 24 * 3600.0


class NotYet(Exception):
    """A host may not be asked before a time that is too far off to wait for."""

    def __init__(self, until: float) -> None:
        super().__init__(until)
        self.until = until


class PoliteFetcher:
    """Fetches what robots.txt lets be fetched, with a pause between two requests to one host.

    A host that says it is too busy (429, 503) is left alone for as long as it asks, else for five minutes.
    """

    def __init__(self, fetcher: Fetcher, clock: Clock, host_delay: float) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._delay = host_delay
        self._free: dict[str, float] = {}
        self._robots = RobotsBook(self._fetch_in_turn)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer of a server, after a wait where its host was asked a moment ago.

        The same holds for every address that a redirect leads to. Raises CannotFetch where there is no answer or
        robots.txt forbids asking, NotYet where the wait would be long.
        """
        self._check_robots(url)
        return self._fetch_in_turn(url, headers, self._approve)

    def free_at(self, host: str) -> float:
        """Return when a host may be asked next; 0 where it may be at once."""
        return self._free.get(host, 0.0)

    def _check_robots(self, url: str) -> None:
        try:
            rules = self._robots.rules_for(url, self._clock.now())
        except BadAddress as error:
            raise CannotFetch(url, str(error), is_lasting=True) from error
        if rules.fault is not None:
            raise CannotFetch(url, f"robots.txt cannot be had: {rules.fault}")
        if not rules.allows(url):
            raise CannotFetch(url, "robots.txt forbids it", is_lasting=True)

    def _approve(self, url: str) -> None:
        """Wait until an address that a redirect leads to may be asked."""
        try:
            self._check_robots(url)
        except CannotFetch as error:
            raise CannotFetch(url, f"is redirected to {url}: {error.reason}", is_lasting=error.is_lasting) from error
        self._wait_for_turn(url)
        self._pause(url)

    def _fetch_in_turn(
        self, url: str, headers: Mapping[str, str] | None = None, approve: Callable[[str], None] | None = None
    ) -> Answer:
        self._wait_for_turn(url)
        asked_for = 0.0
        try:
            answer = self._fetcher.fetch(url, headers, approve=approve)
            if answer.status in _BUSY:
                told = answer.seconds_to_wait(self._clock.now())
                asked_for = _BUSY_WAIT if told is None else min(told, _LONGEST_HOLD)
                self._pause(answer.url, asked_for)
            return answer
        finally:
            self._pause(url, asked_for)

    def _wait_for_turn(self, url: str) -> None:
        free = self.free_at(host_of(parse_address(url)))
        wait = free - self._clock.now()
        if wait > _PATIENCE:
            raise NotYet(free)
        if wait > 0:
            self._clock.sleep(wait)

    def _pause(self, url: str, asked_for: float = 0.0) -> None:
        pause = max(self._delay, self._robots.known_delay(url), asked_for)
        self._free[host_of(parse_address(url))] = self._clock.now() + pause
