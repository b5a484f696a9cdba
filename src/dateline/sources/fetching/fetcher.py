"""Fetching one page or feed: the one door through which anything comes from the net."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import httpcore
import httpx

from dateline.errors import CannotFetch
from dateline.sources.containers.http_bodies import UndecodableBodyError, decode_body
from dateline.sources.containers.limits import Budget, Limits, TooMuchError, describe_size
from dateline.sources.fetching.addresses import BadAddress, parse_address
from dateline.sources.fetching.answers import Answer
from dateline.sources.fetching.connecting import Deadline, GatedTransport, OutOfTime
from dateline.sources.fetching.gate import Gate, NoSuchHost, RefusedAddress

ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1"
)
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetching is held to.

    `seconds` is the time for all of it, `silence` the longest wait for the next byte; `body_bytes` the largest body,
    as sent and unpacked; `header_bytes` the longest header; `redirects` how often a server may send on.
    """

    seconds: float = 60.0
    silence: float = 20.0
    body_bytes: int = 16 << 20
    header_bytes: int = 64 << 10
    redirects: int = 5


class Fetcher:
    """Fetches pages and feeds, nothing but http and https, and only from where the gate lets it."""

    def __init__(self, *, agent: str, gate: Gate | None = None, limits: FetchLimits | None = None) -> None:
        self.agent = agent
        self._gate = gate or Gate()
        self._limits = limits or FetchLimits()

    def fetch(
        self, url: str, headers: Mapping[str, str] | None = None, *, approve: Callable[[str], None] | None = None
    ) -> Answer:
        """Return what the server answers to a GET, after at most five redirects, whatever its status is.

        `approve` is called with the address that a redirect leads to before that is asked; what it raises goes on, and
        its time does not count. Raises CannotFetch, whose one line says why, where there is no whole answer that is within
        the limits.
        """
        deadline = Deadline(self._limits.seconds)
        seen: list[str] = []
        current = url
        try:
            while True:
                address = parse_address(current)
                if str(address) in seen:
                    raise CannotFetch(url, f"its redirects go in a circle through {_shown(address)}")
                if len(seen) > self._limits.redirects:
                    raise CannotFetch(url, f"is redirected more than {self._limits.redirects} times")
                seen.append(str(address))
                answer = self._ask(url, address, headers or {}, deadline)
                target = answer.headers.get("location") if answer.status in _REDIRECTS else None
                if target is None:
                    return answer
                current = _join(address, target)
                if approve is not None:
                    left = deadline.left()
                    approve(str(parse_address(current)))
                    deadline = Deadline(left)
        except OutOfTime as error:
            raise CannotFetch(url, f"gave no whole answer within {self._limits.seconds:g} seconds") from error
        except (BadAddress, RefusedAddress, NoSuchHost) as error:
            is_lasting = not isinstance(error, NoSuchHost)
            raise CannotFetch(url, _after(seen, current, str(error)), is_lasting=is_lasting) from error

    def _ask(self, asked: str, address: httpx.URL, headers: Mapping[str, str], deadline: Deadline) -> Answer:
        own = {"User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
        request = httpx.Request("GET", address, headers={**headers, **own})
        timeout = httpx.Timeout(self._limits.silence)
        request.extensions["timeout"] = timeout.as_dict()
        transport = GatedTransport(self._gate, deadline)
        try:
            response = transport.handle_request(request)
            try:
                return self._take(asked, address, response)
            finally:
                response.close()
        except (OutOfTime, httpcore.TimeoutException) as error:
            if deadline.is_over:
                reason = f"gave no whole answer within {self._limits.seconds:g} seconds"
            else:
                reason = f"was silent for {self._limits.silence:g} seconds"
            raise CannotFetch(asked, reason) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError) as error:
            raise CannotFetch(asked, _say_fault(error)) from error
        finally:
            transport.close()

    def _take(self, asked: str, address: httpx.URL, response: httpx.Response) -> Answer:
        """Read an answer to its end, or to where it is too much."""
        limits = self._limits
        if sum(len(name) + len(value) for name, value in response.headers.raw) > limits.header_bytes:
            raise CannotFetch(asked, f"its header is longer than {describe_size(limits.header_bytes)}")
        headers = {name.lower(): value for name, value in response.headers.items()}
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > limits.body_bytes:
                raise CannotFetch(asked, f"is larger than {describe_size(limits.body_bytes)}, the most that is fetched")
        budget = Budget(Limits(free_bytes=2 * limits.body_bytes))
        try:
            plain = decode_body(bytes(body), headers.get("content-encoding"), most=limits.body_bytes, budget=budget)
        except (UndecodableBodyError, TooMuchError) as error:
            raise CannotFetch(asked, str(error)) from error
        return Answer(asked, str(address), response.status_code, headers, plain)


def _join(address: httpx.URL, target: str) -> str:
    try:
        return str(address.join(target))
    except (httpx.InvalidURL, ValueError) as error:
        raise BadAddress(f"is no address on the web ({error})") from error


def _after(seen: list[str], current: str, reason: str) -> str:
    """Return why an address is not asked, and which it is where a redirect led to it."""
    return f"is redirected to {current[:200]}: {reason}" if seen and current not in seen[:1] else reason


def _shown(address: httpx.URL) -> str:
    return str(address)[:200]


def _say_fault(error: Exception) -> str:
    reason = str(error) or type(error).__name__
    if isinstance(error, httpcore.ConnectError):
        return f"no connection to the server ({reason})"
    if isinstance(error, httpcore.NetworkError):
        return f"the connection broke ({reason})"
    return f"the server gives no proper answer ({reason})"
