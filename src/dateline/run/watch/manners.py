"""Good manners towards servers: who is asked when, and who is left alone."""

from __future__ import annotations

from collections.abc import Mapping

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

        Raises CannotFetch where there is none or robots.txt forbids it, NotYet where the wait would be long.
        """
        try:
            rules = self._robots.rules_for(url, self._clock.now())
        except BadAddress as error:
            raise CannotFetch(url, str(error), is_lasting=True) from error
        if rules.fault is not None:
            raise CannotFetch(url, f"robots.txt cannot be had: {rules.fault}")
        if not rules.allows(url):
            raise CannotFetch(url, "robots.txt forbids it", is_lasting=True)
        return self._fetch_in_turn(url, headers)

    def free_at(self, host: str) -> float:
        """Return when a host may be asked next; 0 where it may be at once."""
        return self._free.get(host, 0.0)

    def _fetch_in_turn(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        host = host_of(parse_address(url))
        wait = self._free.get(host, 0.0) - self._clock.now()
        if wait > _PATIENCE:
            raise NotYet(self._free[host])
        if wait > 0:
            self._clock.sleep(wait)
        asked_for = 0.0
        try:
            answer = self._fetcher.fetch(url, headers)
            if answer.status in _BUSY:
                told = answer.seconds_to_wait(self._clock.now())
                asked_for = _BUSY_WAIT if told is None else min(told, _LONGEST_HOLD)
            return answer
        finally:
            pause = max(self._delay, self._robots.known_delay(url), asked_for)
            self._free[host] = self._clock.now() + pause
