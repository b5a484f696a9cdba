"""What the explorer's tests share: a client of the pages, a running explorer, and a browser where the machine has one."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import dateline
from dateline.archive import ArchiveWriter
from dateline.model import Record
from dateline.pipeline import Reader
from dateline.sources import Known, make_document
from dateline.web import Address, open_explorer
from dateline.web.app import make_app
from dateline.web.vendored import has_libraries


@pytest.fixture(scope="session")
def web_archive(demo_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the archive of the bundled reports, its events joined."""
    path = tmp_path_factory.mktemp("web") / "crisis.db"
    shutil.copy(demo_archive, path)
    dateline.open(path).close()
    return path


def client_of(archive: Path, **admission: Any) -> TestClient:
    from dateline.web.guards import Admission

    return TestClient(make_app(archive, Admission(**admission)), base_url="http://localhost", follow_redirects=False)


@pytest.fixture(scope="session")
def client(web_archive: Path) -> TestClient:
    """A client of the pages of the bundled reports."""
    return client_of(web_archive)


@pytest.fixture
def keep(reader: Reader, tmp_path: Path) -> Callable[..., tuple[Path, Record]]:
    """Read a text and keep it in an archive of its own: `keep("France …", title="…", url="…")`."""

    def keep_text(text: str, **known: Any) -> tuple[Path, Record]:
        day = date(2015, 11, 26)
        record = reader.read(make_document(text, published=day, known=Known(published=day, **known)))
        path = tmp_path / "own.db"
        with ArchiveWriter(path) as writer:
            writer.keep([record])
        dateline.open(path).close()
        return path, record

    return keep_text


class Running:
    """An explorer that answers in a thread of this process until it is stopped."""

    def __init__(self, archive: Path) -> None:
        import uvicorn

        explorer = open_explorer(archive, Address(port=0))
        self.url = explorer.url.rstrip("/")
        app = make_app(archive, explorer.admission)
        self._server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [explorer.listener]}, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)


@pytest.fixture(scope="session")
def running(web_archive: Path) -> Iterator[Running]:
    """An explorer of the bundled reports."""
    explorer = Running(web_archive)
    yield explorer
    explorer.stop()


@pytest.fixture(scope="session")
def chromium(browser: Any) -> Any:
    """The machine's Chromium, where the libraries that pages draw with are there too."""
    if not has_libraries():
        pytest.skip("needs the libraries that pages draw with: make vendor")
    return browser


class Visitor:
    """A page of the browser that notes what goes wrong in it: errors, and requests to anywhere but the explorer."""

    def __init__(self, browser: Any, url: str, **context: Any) -> None:
        self.url = url
        self.faults: list[str] = []
        self._context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        self.page = self._context.new_page()
        self.page.set_default_timeout(30_000)  # a busy machine is slow, and no fault
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._note_request)

    def _note_message(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{message.type}: {message.text}")

    def _note_request(self, request: Any) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.faults.append(f"request to {request.url}")

    def open(self, path: str) -> Any:
        """Open a page, wait until what it draws is drawn, and return the browser's page."""
        self.page.goto(self.url + path)
        drawings = self.page.locator("[data-chart], #network")
        for number in range(drawings.count()):
            drawings.nth(number).locator("xpath=self::*[@data-drawn='done']").wait_for(state="attached")
        return self.page

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def visit(chromium: Any, running: Running) -> Iterator[Callable[..., Visitor]]:
    """Open a browser's page on the explorer: `visit().open("/timeline")`; fails where anything went wrong in it."""
    visitors: list[Visitor] = []

    def start(**context: Any) -> Visitor:
        visitors.append(Visitor(chromium, running.url, **context))
        return visitors[-1]

    yield start
    for visitor in visitors:
        visitor.close()
    assert [fault for visitor in visitors for fault in visitor.faults] == []
