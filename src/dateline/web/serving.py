"""Serving the explorer: where it listens, who may come in, and what is told about it."""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from dateline.errors import BadInput, DatelineError, MissingExtra
from dateline.web.guards import Admission, admit, is_loopback

PORTS = range(8400, 8420)


@dataclass(frozen=True, slots=True)
class Address:
    """Where an explorer listens; `names` are further host names it answers to.

    `port` 0 takes any free one, None the first free one of `PORTS`.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    names: tuple[str, ...] = ()
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Explorer:
    """An explorer that is about to serve: its listening socket, who may come in, and the address to open."""

    archive: Path
    listener: socket.socket
    admission: Admission
    url: str


def make_address(host: str, port: int | None, names: Collection[str], token: str | None) -> Address:
    """Return where to listen; elsewhere than on this machine alone a token is made where none is given."""
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)
    return Address(host, port, tuple(names), token)


def open_explorer(archive: Path, address: Address) -> Explorer:
    """Listen at an address; raise ArchiveError where there is no archive, BadInput where nobody can listen there."""
    import dateline

    dateline.open(archive).close()
    listener = _listen(address)
    port = listener.getsockname()[1]
    shown = "localhost" if is_loopback(address.host) else _display(address.host)
    query = f"?token={quote(address.token, safe='')}" if address.token else ""
    return Explorer(
        archive, listener, admit(address.host, address.names, address.token), f"http://{shown}:{port}/{query}"
    )


def serve(explorer: Explorer) -> None:
    """Answer until Ctrl-C."""
    try:
        import uvicorn

        from dateline.web.app import make_app
    except ImportError as error:
        raise MissingExtra("web", "the explorer") from error
    app = make_app(explorer.archive, explorer.admission)
    threading.Thread(target=_warm_up, args=(explorer.archive,), daemon=True).start()
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, lifespan="off", timeout_graceful_shutdown=2
    )
    uvicorn.Server(config).run(sockets=[explorer.listener])


def _warm_up(archive: Path) -> None:
    """Load the tables of names beside the first pages, so that no visitor waits for them."""
    import dateline

    with contextlib.suppress(DatelineError), dateline.open(archive) as situation:
        situation.find_party("nobody of this name")


def _listen(address: Address) -> socket.socket:
    """Return a socket that listens at an address; raise BadInput where that cannot be."""
    if address.port is not None:
        return _listen_at(address.host, address.port)
    for port in PORTS:
        with contextlib.suppress(BadInput):
            return _listen_at(address.host, port)
    return _listen_at(address.host, PORTS[0])


def _listen_at(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(128)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{host}:{port}", f"cannot listen there ({reason.lower()})") from error
    return listener


def _display(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
