"""`dateline watch`: feeds in, an archive that grows."""

from __future__ import annotations

import signal
import threading
from datetime import datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline.archive import ArchiveWriter
from dateline.cli.options import DEFAULT_ARCHIVE, AllowLoopbackOption, ArchiveOption, CoderOption, examples, settle
from dateline.cli.pages.layout import Hanging
from dateline.cli.runs.progress import waiting
from dateline.cli.terminal import complain, page, remark
from dateline.errors import ArchiveLocked
from dateline.run import AsNeeded, Engine, Failed, Outcome, Stop, read_items
from dateline.run.noting import load_noting
from dateline.run.recipes import make_recipe
from dateline.run.relevance import why_irrelevant
from dateline.run.watch import (
    Cycle,
    SystemClock,
    Watch,
    WatchList,
    WatchMemory,
    WatchTools,
    describe_wait,
    load_feeds,
    memory_path,
)
from dateline.settings import Settings
from dateline.sources import ReadOptions, Unreadable
from dateline.sources.fetched import make_fetcher

_EXAMPLES = examples(
    "dateline watch feeds.toml --once --archive crisis.db",
)
_STOPPED = 130
_MOMENT = 10
_LOCKED_WAIT = 60.0


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("watch", epilog=_EXAMPLES)(watch)


def watch(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS", help="A TOML file that lists the feeds; docs/watch.md explains it.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    once: Annotated[bool, typer.Option("--once", help="One round, then leave; the same as --cycles 1.")] = False,
    cycles: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Leave after so many rounds; go on until stopped if left out."),
    ] = None,
    allow_loopback: AllowLoopbackOption = False,
    coder: CoderOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Read reports without political words too (sport, weather).")
    ] = False,
) -> None:
    """Watch feeds and keep what they report, until Ctrl-C.

    Feeds are asked only when they are due and only for what changed, with a pause between two requests to one host, and
    nothing is fetched that robots.txt forbids. What was kept is remembered beside the archive, so that a watch that was
    stopped goes on without losing or reading anything twice. Each round ends with one line. SIGTERM stops it like
    Ctrl-C, with exit status 0.
    """
    settings = settle(coder=coder)
    watch_list = load_feeds(feeds)
    options = ReadOptions(max_characters=settings.max_characters, allow_loopback=allow_loopback)
    run = WatchRun(watch_list, archive, options, sets_aside=not everything)
    raise typer.Exit(run.start(settings, 1 if once else cycles))


class WatchRun:
    """Watches until it is stopped, and tells each round in a line."""

    def __init__(self, watch_list: WatchList, archive: Path, options: ReadOptions, *, sets_aside: bool) -> None:
        self._watch_list = watch_list
        self._archive = archive
        self._options = options
        self._judge = why_irrelevant if sets_aside else None
        self._clock = SystemClock()
        self._failed = 0

    def start(self, settings: Settings, cycles: int | None) -> int:
        """Do so many rounds, without end where `cycles` is None; return the exit status."""
        with Stop() as stop, Terminable() as terminable:
            writer = ArchiveWriter(self._archive, make_recipe(settings))
            load = partial(load_noting, settings)
            try:
                with (
                    writer,
                    WatchMemory(memory_path(self._archive)) as memory,
                    AsNeeded(load, 1, stop) as engine,
                ):
                    self._go_round(Watch(self._watch_list, self._tools(memory, writer, engine, stop)), cycles, stop)
            except KeyboardInterrupt:
                remark(f"stopped; {writer.added:,} {_plural('report', writer.added)} kept in {self._archive}")
                return 0 if terminable.is_terminated else _STOPPED
        return 1 if self._failed else 0

    def _tools(self, memory: WatchMemory, writer: ArchiveWriter, engine: Engine, stop: Stop) -> WatchTools:
        contact, allow_loopback = self._watch_list.contact, self._options.allow_loopback
        return WatchTools(
            memory,
            make_fetcher(allow_loopback=allow_loopback, contact=contact),
            lambda items: read_items(items, engine, writer, stop, self._judge),
            self._tell,
            self._options,
            stop,
            self._clock,
        )

    def _go_round(self, watch: Watch, cycles: int | None, stop: Stop) -> None:
        done = 0
        while True:
            try:
                with waiting("asking feeds"):
                    cycle = watch.run_round()
            except ArchiveLocked as error:  # somebody reads into the archive; nothing is lost by doing the round again
                complain(f"{error}; tried again in {describe_wait(_LOCKED_WAIT)}")
                with stop.interruptible():
                    self._clock.sleep(_LOCKED_WAIT)
                continue
            self._failed += cycle.failed
            now = self._clock.now()
            if not cycle.is_idle or not done:
                _print_round(cycle, now)
                done += 1
            if done == cycles:
                return
            with stop.interruptible():
                self._clock.sleep(max(1.0, cycle.next - now))

    def _tell(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unreadable):
            complain(str(outcome))
        elif isinstance(outcome, Failed):
            complain(f"{outcome.document.source}: could not be read ({outcome.reason})")
        else:
            remark(str(outcome))


def _print_round(cycle: Cycle, now: float) -> None:
    """Print one line, wrapped on a terminal, and with the day where it goes into a file."""
    moment, words = datetime.fromtimestamp(now), describe_round(cycle, now)
    if page().is_terminal:
        page().print(Hanging(Text(f"{moment:%H:%M:%S}", style="cyan"), Text(words), indent=_MOMENT))
    else:
        page().print(f"{moment:%Y-%m-%d %H:%M:%S}  {words}", soft_wrap=True)


def describe_round(cycle: Cycle, now: float) -> str:
    """Return a round in words: "3 feeds asked, 12 new reports, 40 known, 1 failed, next in 14 min 58 s"."""
    parts = [
        f"{cycle.asked:,} {_plural('feed', cycle.asked)} asked"
        + (f" ({cycle.unchanged:,} unchanged)" if cycle.unchanged else ""),
        f"{cycle.new:,} new {_plural('report', cycle.new)}",
        f"{cycle.known:,} known",
    ]
    for count, words in (
        (cycle.copies, "copy" if cycle.copies == 1 else "copies"),
        (cycle.withdrawn, "withdrawn"),
        (cycle.set_aside, "set aside"),
    ):
        if count:
            parts.append(f"{count:,} {words}")
    parts.append(f"{cycle.failed:,} failed")
    if cycle.waiting:
        parts.append(f"{cycle.waiting:,} {_plural('page', cycle.waiting)} waiting")
    parts.append(f"next in {describe_wait(cycle.next - now)}")
    return ", ".join(parts)


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"


class Terminable:
    """Lets SIGTERM, with which services are stopped, do what Ctrl-C does, even where Ctrl-C itself is not heard."""

    def __init__(self) -> None:
        self.is_terminated = False
        self._before: Any = None

    def __enter__(self) -> Terminable:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGTERM, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGTERM, self._before)

    def _note(self, number: int, frame: FrameType | None) -> None:
        self.is_terminated = True
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a job in the background
            raise KeyboardInterrupt
        signal.raise_signal(signal.SIGINT)
