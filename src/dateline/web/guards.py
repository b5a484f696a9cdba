"""Who may ask, and what a browser may do with an answer: checks and headers around every request.

Pure ASGI: nothing is read from the archive before the checks are passed.
"""

from __future__ import annotations

import hashlib
import hmac
import socket
from collections.abc import Collection
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "dateline"
_METHODS = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""Nothing inline, nothing from elsewhere, nothing in a frame, and no address of ours told to another site."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Who is let in: by the host a browser believes it talks to, and by a token where one is asked for.

    `names` are host names besides addresses of the loopback; `any_address` lets in every numeric address too, which
    no foreign page can take over by changing what a name stands for.
    """

    names: frozenset[str] = frozenset({"localhost"})
    any_address: bool = False
    token: str | None = None

    def has_host(self, header: str) -> bool:
        """Tell whether the Host header names this explorer, and not a name that somebody pointed at it."""
        host = _without_port(header).lower().rstrip(".")
        try:
            address = ip_address(host)
        except ValueError:
            return host in self.names
        return self.any_address or address.is_loopback

    def has_token(self, given: str | None) -> bool:
        """Tell whether `given` is the token; takes as long for a wrong one as for the right one."""
        if self.token is None:
            return True
        return hmac.compare_digest((given or "").encode("utf-8"), self.token.encode("utf-8"))

    @property
    def cookie(self) -> str:
        """What a browser that showed the token is given: enough to come in again, not the token itself."""
        return hmac.new((self.token or "").encode("utf-8"), b"explorer", hashlib.sha256).hexdigest()

    def has_cookie(self, header: str) -> bool:
        """Tell whether a Cookie header holds what `cookie` gave."""
        try:
            found = SimpleCookie(header).get(COOKIE)
        except CookieError:
            return False
        return hmac.compare_digest((found.value if found else "").encode("utf-8"), self.cookie.encode("utf-8"))


class Guard:
    """Refuses what may not ask, and puts the headers on every answer."""

    def __init__(self, app: ASGIApp, admission: Admission) -> None:
        self._app = app
        self._admission = admission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refuse(scope)
        await (refusal or self._app)(scope, receive, send_with_headers)

    def _refuse(self, scope: Scope) -> Response | None:
        """Return the answer to somebody who is not let in, None where all is well."""
        if scope["method"] not in _METHODS:
            return PlainTextResponse("The explorer only reads: GET and HEAD.\n", 405, {"Allow": ", ".join(_METHODS)})
        headers = Headers(scope=scope)
        if not self._admission.has_host(headers.get("host", "")):
            return PlainTextResponse(
                "This explorer does not answer to that host name; `dateline serve --allow NAME` lets it.\n", 421
            )
        return None if self._admission.token is None else self._ask_token(scope, headers)

    def _ask_token(self, scope: Scope, headers: Headers) -> Response | None:
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = next((value for name, value in query if name == "token"), None)
        if given is not None and self._admission.has_token(given):
            rest = urlencode([(name, value) for name, value in query if name != "token"])
            path = "/" + scope["path"].lstrip("/\\")
            answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
            answer.set_cookie(COOKIE, self._admission.cookie, httponly=True, samesite="lax", max_age=30 * 86400)
            return answer
        bearer = headers.get("authorization", "")
        if self._admission.has_cookie(headers.get("cookie", "")):
            return None
        if bearer[:7].lower() == "bearer " and self._admission.has_token(bearer[7:].strip()):
            return None
        return PlainTextResponse(
            "This explorer asks for its token: add ?token=… to the address once, as the terminal printed it.\n",
            401,
            {"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"},
        )


def _without_port(header: str) -> str:
    if header.startswith("["):
        return header[1:].split("]")[0]
    return header.rsplit(":", 1)[0] if header.count(":") == 1 else header


def admit(host: str, names: Collection[str], token: str | None) -> Admission:
    """Return who is let in where the explorer listens at `host` and is also called `names`."""
    loopback = is_loopback(host)
    known = {"localhost", *(name.lower().rstrip(".") for name in names)}
    if not loopback:
        known |= {host.lower(), socket.gethostname().lower()}
    return Admission(frozenset(known), any_address=not loopback, token=token)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach `host`."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
