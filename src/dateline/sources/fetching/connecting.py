"""Connections that go through the gate and end in time.

The name is looked up once, checked, and the connection goes to exactly the address that was checked; the request and
the certificate still speak of the name. There are no proxies, no cookies and no connection that is used twice.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import httpcore
import httpx

from dateline.sources.fetching.gate import Gate

Monotonic = Callable[[], float]


class OutOfTime(Exception):
    """The time for one page or feed is over."""


class Deadline:
    """The moment by which an answer has to be there whole, with all its redirects."""

    def __init__(self, seconds: float, clock: Monotonic = time.monotonic) -> None:
        self._clock = clock
        self._end = clock() + seconds

    @property
    def is_over(self) -> bool:
        """Tell whether no time is left."""
        return self._clock() >= self._end

    def left(self, at_most: float | None = None) -> float:
        """Return the seconds that are left, no more than `at_most`; raise OutOfTime where none are."""
        left = self._end - self._clock()
        if left <= 0:
            raise OutOfTime
        return left if at_most is None else min(left, at_most)


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step has only the time that is left to all of them."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _GatedBackend(httpcore.NetworkBackend):
    """Makes connections to what the gate admits."""

    def __init__(self, gate: Gate, deadline: Deadline) -> None:
        self._gate = gate
        self._deadline = deadline
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        *others, last = self._gate.admit(host, port, seconds=self._deadline.left(timeout))
        for address in (*others, last):
            try:
                inner = self._sockets.connect_tcp(
                    str(address), port, self._deadline.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if address == last:
                    raise
            else:
                return _TimedStream(inner, self._deadline)
        raise AssertionError("the last address connects or raises")


class GatedTransport(httpx.BaseTransport):
    """Carries the requests of one page or feed, each on a connection of its own through the gate."""

    def __init__(self, gate: Gate, deadline: Deadline) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trusted_certificates(),
            max_keepalive_connections=0,
            network_backend=_GatedBackend(gate, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            method=request.method, url=url, headers=request.headers.raw, extensions=request.extensions
        )
        answer = self._pool.handle_request(asked)
        return httpx.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer.iter_stream())

    def close(self) -> None:
        self._answer.close()


@cache
def _trusted_certificates() -> ssl.SSLContext:
    """Return the certificates that are trusted; reading them takes longer than most requests."""
    return httpx.create_ssl_context()
