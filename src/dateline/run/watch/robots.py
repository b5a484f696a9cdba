"""robots.txt: what a site lets be fetched, and how fast (RFC 9309)."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from dateline.errors import CannotFetch
from dateline.sources.fetching import Answer, origin_of, parse_address

NAME = "dateline"
"""The name that a site's rules can be addressed to."""
_LARGEST = 500 << 10
_FRESH = 24 * 3600.0
_UNSURE = 3600.0
_LONGEST_DELAY = 3600.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks for: `allows` says of an address whether it may be fetched, `delay` the seconds in between.

    The rules have to be asked for again at `until`; `fault` says why they could not be had.
    """

    allows: Callable[[str], bool]
    delay: float
    until: float
    fault: str | None = None


class RobotsBook:
    """Remembers the rules of each site for a day.

    A site without a robots.txt allows all. One whose robots.txt cannot be had allows nothing, and is asked again
    after an hour.
    """

    def __init__(self, fetch: Callable[[str], Answer]) -> None:
        self._fetch = fetch
        self._rules: dict[str, Rules] = {}

    def rules_for(self, url: str, now: float) -> Rules:
        """Return the rules of the site an address belongs to; raise CannotFetch where its host is never asked."""
        origin = origin_of(parse_address(url))
        rules = self._rules.get(origin)
        if rules is None or now >= rules.until:
            rules = self._rules[origin] = self._ask(f"{origin}/robots.txt", now)
        return rules

    def known_delay(self, url: str) -> float:
        """Return the delay a site asks for as far as it was asked already."""
        rules = self._rules.get(origin_of(parse_address(url)))
        return rules.delay if rules else 0.0

    def _ask(self, url: str, now: float) -> Rules:
        try:
            answer = self._fetch(url)
        except CannotFetch as error:
            if error.is_lasting:
                raise
            return _nothing(now, error.reason)
        if answer.is_good:
            return _read(answer.body[:_LARGEST], now)
        if 400 <= answer.status < 500 and answer.status != 429:
            return Rules(lambda _: True, 0.0, now + _FRESH)
        return _nothing(now, answer.describe_status())


def _nothing(now: float, fault: str) -> Rules:
    return Rules(lambda _: False, 0.0, now + _UNSURE, fault)


def _read(body: bytes, now: float) -> Rules:
    from protego import Protego

    file = Protego.parse(body.decode("utf-8", errors="replace"))
    delay = file.crawl_delay(NAME) or 0.0
    if not math.isfinite(delay):
        delay = 0.0
    return Rules(lambda url: bool(file.can_fetch(url, NAME)), min(max(delay, 0.0), _LONGEST_DELAY), now + _FRESH)
