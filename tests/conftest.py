"""What tests share: a reader that is loaded once, the records of the bundled reports, and their archive."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.archive import ArchiveWriter
from dateline.model import Record
from dateline.pipeline import Reader, load_reader
from dateline.run import Read, read_items
from dateline.settings import Coder, Settings
from dateline.sources import ReadOptions, iter_items, make_document

# A shell's job in the background is started without Ctrl-C; what tests of it start must hear it all the same.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
DEMO = Path(__file__).parent.parent / "examples" / "november-2015"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The machine's Chromium, one for all; tests that need it are skipped where there is none."""
    if not CHROMIUM.exists():
        pytest.skip("needs Debian's Chromium as /usr/bin/chromium: apt-get install chromium")
    playwright_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    with playwright_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader without the encoder; the same one all commands of a test process use."""
    return load_reader(Settings(coder=Coder.FAST))


@pytest.fixture(scope="session")
def read_text(reader: Reader) -> Callable[..., Record]:
    """Read a text as a report that was published on a day: `read_text("France …", "2015-11-26")`."""

    def read(text: str, published: str | None = "2015-11-26") -> Record:
        day = date.fromisoformat(published) if published else None
        return reader.read(make_document(text, published=day))

    return read


@dataclass(frozen=True)
class _Demo:
    records: tuple[Record, ...]
    archive: Path


@pytest.fixture(scope="session")
def _demo(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> _Demo:
    path = tmp_path_factory.mktemp("demo") / "crisis.db"
    with ArchiveWriter(path) as archive:
        outcomes = list(read_items(iter_items([str(DEMO)], ReadOptions()), reader, archive))
    return _Demo(tuple(o.record for o in outcomes if isinstance(o, Read) and o.record is not None), path)


@pytest.fixture(scope="session")
def demo_records(_demo: _Demo) -> tuple[Record, ...]:
    """The records of the bundled reports."""
    return _demo.records


@pytest.fixture(scope="session")
def demo_archive(_demo: _Demo) -> Path:
    """The archive of the bundled reports; for reading only."""
    return _demo.archive


@pytest.fixture
def demo_folder(demo_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with three bundled reports in `reports/` and a copy of the archive of all, `crisis.db`."""
    (tmp_path / "reports").mkdir()
    for path in sorted(DEMO.glob("*.txt"))[:3]:
        (tmp_path / "reports" / path.name).symlink_to(path)
    shutil.copy(demo_archive, tmp_path / "crisis.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status, and what it printed where."""

    status: int
    out: str
    err: str


@pytest.fixture
def dateline_command(
    reader: Reader, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Outcome]:
    """Run the command line in this process: `dateline_command("read", "report.txt")`."""
    from dateline.cli import main

    monkeypatch.setenv("DATELINE_CODER", "fast")

    def run(*arguments: str, stdin: bytes | None = None) -> Outcome:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", _Stdin(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(arguments)
        printed = capsys.readouterr()
        return Outcome(int(left.value.code or 0), printed.out, printed.err)

    return run


class _Stdin:
    def __init__(self, data: bytes) -> None:
        import io

        self.buffer = io.BytesIO(data)
