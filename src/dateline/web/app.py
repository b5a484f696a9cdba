"""The application: every page under its address, its twins beside it, errors as pages of one line."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp

from dateline.errors import BadQuestion, DatelineError
from dateline.situation import Found
from dateline.situation.findings.plain import as_plain
from dateline.web.asking import Ask
from dateline.web.desk import Office
from dateline.web.guards import Admission, Guard
from dateline.web.page import Build, Elsewhere, Page
from dateline.web.rendering import draw, read_static
from dateline.web.routes import PAGES

_METHODS = ["GET", "HEAD"]
_CACHE = "public, max-age=31536000, immutable"


def make_app(archive: Path, admission: Admission | None = None) -> ASGIApp:
    """Return the explorer of an archive as an ASGI application."""
    app = FastAPI(title="dateline", docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/static", _Static(directory=str(files("dateline.web") / "static")), name="static")
    app.add_api_route("/favicon.ico", _give_icon, methods=_METHODS, response_model=None)
    office = Office(archive)
    for path, build in PAGES:
        stem = "/today" if path == "/" else path
        app.add_api_route(
            f"{stem}.json", _answer(office, build, _as_json, ".json"), methods=_METHODS, response_model=None
        )
        app.add_api_route(f"{stem}.csv", _answer(office, build, _as_csv, ".csv"), methods=_METHODS, response_model=None)
        app.add_api_route(path, _answer(office, build, _as_html, ""), methods=_METHODS, response_model=None)
    app.add_exception_handler(DatelineError, _tell_error)
    app.add_exception_handler(HTTPException, _tell_error)
    app.add_exception_handler(Exception, _tell_error)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)
    return Guard(app, admission or Admission())


class _Static(StaticFiles):
    """Our files; an address with the file's hash may be kept for ever."""

    async def get_response(self, path: str, scope: Any) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = _CACHE if b"v=" in scope["query_string"] else "no-cache"
        return response


def _give_icon() -> Response:
    """Answer browsers that look for an icon where no page names one: with a twin, say."""
    return Response(read_static("icon.svg"), media_type="image/svg+xml", headers={"Cache-Control": "max-age=86400"})


Respond = Callable[[Request, Ask, Page, Path], Response]


def _answer(office: Office, build: Build, respond: Respond, suffix: str) -> Callable[[Request], Response]:
    """Return what answers an address: runs in a thread of its own, with a connection of its own."""

    def answer(request: Request) -> Response:
        path = request.url.path.removesuffix(suffix) if suffix else request.url.path
        ask = Ask.of("/" if path == "/today" else path, request.query_params.multi_items(), request.path_params)
        with office.desk(ask) as desk:
            page = build(desk, ask)
            if isinstance(page, Elsewhere):
                return RedirectResponse(page.address, 303)
            return respond(request, ask, page, office.path)

    return answer


def _as_html(request: Request, ask: Ask, page: Page, archive: Path) -> Response:
    if page.template is None:
        return _as_json(request, ask, page, archive)
    html = draw(page.template, page=page, ask=ask, archive=archive.name, **page.values)
    return HTMLResponse(html, headers={"Cache-Control": "no-store"})


def _as_json(request: Request, ask: Ask, page: Page, archive: Path) -> Response:
    body = json.dumps(
        {"title": page.title, "as_of": ask.as_of, "data": page.data() if callable(page.data) else page.data},
        ensure_ascii=False,
        default=_as_plain,
    )
    return Response(body, media_type="application/json", headers={"Cache-Control": "no-store"})


def _as_plain(value: object) -> object:
    """Return what JSON has no word for as what it has."""
    return value.to_json() if isinstance(value, Found) else as_plain(value)


def _as_csv(request: Request, ask: Ask, page: Page, archive: Path) -> Response:
    if page.table is None:
        raise HTTPException(404, "this page is no list; its JSON twin has all of it")
    name = ask.path.strip("/").split("/")[0] or "today"
    headers = {"Content-Disposition": f'attachment; filename="dateline-{name}.csv"', "Cache-Control": "no-store"}
    return Response(page.table.to_csv(), media_type="text/csv; charset=utf-8", headers=headers)


def _tell_error(request: Request, error: Exception) -> Response:
    """Answer with one line: what was wrong, as a page or, for a twin, as JSON."""
    status, message = _explain(error)
    if request.url.path.endswith((".json", ".csv")):
        return JSONResponse({"error": message}, status)
    page = Page("Not found" if status == 404 else "Cannot be answered", "error.html", {}, None)
    return HTMLResponse(draw("error.html", page=page, ask=Ask("/"), archive="", message=message), status)


def _explain(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        is_plain = error.status_code == 404 and error.detail == "Not Found"
        return error.status_code, "There is no such page." if is_plain else error.detail
    if isinstance(error, BadQuestion):
        return 404, str(error)
    if isinstance(error, DatelineError):
        return 503, str(error)
    return 500, "This page could not be made: a fault of dateline. The terminal it was started in says more."
