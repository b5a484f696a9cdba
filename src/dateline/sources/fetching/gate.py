"""The gate every connection goes through: names are looked up here, and only public addresses are let through."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable

from dateline.sources.fetching.networks import IPAddress, describe_special, is_loopback, parse_ip

Resolve = Callable[[str, int], list[str]]
"""Looks up a host and returns its addresses, best first; raises OSError where it has none."""
_MOST = 8


class RefusedAddress(Exception):
    """A host that is not asked, because of where it stands; the message says where."""


class NoSuchHost(Exception):
    """A host that has no address, or none that is told in time."""


def look_up(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system tells them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Gate:
    """Says which addresses may be connected to for a host.

    `allow_loopback` lets this machine be asked too, for trying things out.
    """

    def __init__(self, *, allow_loopback: bool = False, resolve: Resolve = look_up) -> None:
        self._allow_loopback = allow_loopback
        self._resolve = resolve

    def admit(self, host: str, port: int, *, seconds: float) -> list[IPAddress]:
        """Return the addresses of a host that may be connected to; whoever asked connects to these and no others.

        Raises RefusedAddress where there are only others, NoSuchHost where there are none after `seconds`.
        """
        literal = parse_ip(host)
        addresses = [literal] if literal is not None else self._look_up(host, port, seconds)
        admitted = [address for address in addresses if self._is_admitted(address)]
        if not admitted:
            address = addresses[0]
            where = str(address) if literal is not None else f"{host} is {address},"
            raise RefusedAddress(f"{where} {'is ' if literal is not None else ''}{describe_special(address)}")
        return admitted[:_MOST]

    def _is_admitted(self, address: IPAddress) -> bool:
        return describe_special(address) is None or (self._allow_loopback and is_loopback(address))

    def _look_up(self, host: str, port: int, seconds: float) -> list[IPAddress]:
        """Look a name up; the system's own look-up knows no time limit, so it is left behind where it takes longer."""
        told: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                told.put(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                told.put(error)

        threading.Thread(target=ask, daemon=True).start()
        try:
            answer = told.get(timeout=max(0.0, seconds))
        except queue.Empty:
            raise NoSuchHost(f"no address of {host} was told in time") from None
        if isinstance(answer, Exception):
            raise NoSuchHost(f"the host {host} is not found")
        addresses = [address for text in answer if (address := parse_ip(text)) is not None]
        if not addresses:
            raise NoSuchHost(f"the host {host} is not found")
        return addresses
