"""A watch over a server on this machine, with a clock that jumps instead of waiting."""

from random import Random

import pytest
from tests.sources.fetching.servers import serving

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.model import Record
from dateline.run import Stop, read_items
from dateline.run.watch import Watch, WatchedFeed, WatchList, WatchMemory, WatchTools
from dateline.sources import ReadOptions
from dateline.sources.fetched import make_fetcher

NOON = 1448539200.0  # 2015-11-26 12:00 UTC
PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."
WHOLE = f"{PROSE} The whole report."


class JumpingClock:
    """Stands still but for sleeping, which takes no time; remembers how long each sleep was."""

    def __init__(self):
        self.time = NOON
        self.slept = []

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


class FakeReader:
    """Reads nothing into records; fails on a text that says BAD, and is stopped by one that says STOP."""

    def __init__(self):
        self.stops = True

    def read_many(self, batch):
        for document in batch:
            if "BAD" in document.text:
                raise ValueError("no good")
            if "STOP" in document.text and self.stops:
                raise KeyboardInterrupt
            yield Record(document=document)


def write_feed(*entries, title="World"):
    """RSS of entries; one with `content` carries the whole report, any other a summary."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title>{''.join(entries)}</channel></rss>"
    ).encode()


def entry(number, *, content=None, link=None, summary=None, title=None, date="Thu, 26 Nov 2015 10:00:00 GMT"):
    summary = f"{PROSE} In short, part {number}." if summary is None else summary
    whole = f"<content:encoded><![CDATA[<p>{content}</p>]]></content:encoded>" if content else ""
    return (
        f"<item><guid>g{number}</guid><title>{title or f'Report {number}'}</title><link>{link or f'/p/{number}'}</link>"
        f"<pubDate>{date}</pubDate><description>{summary}</description>{whole}</item>"
    )


def page(number, words=""):
    return f"Ministers meet, part {number}\n\n{PROSE} Part {number}. {words}\n".encode()


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture
def clock():
    return JumpingClock()


class Watched:
    """A watch that can be stopped and begun again over the same archive and memory."""

    def __init__(self, site, clock, folder):
        self.site, self.clock, self.folder = site, clock, folder
        self.reader = FakeReader()
        self.told = []

    def feed(self, path="/f.xml", **settings):
        values = {"publisher": None, "pages": False, "every": 900.0} | settings
        return WatchedFeed(self.site.address + path, **values)

    def round(self, *feeds, rounds=1, host_delay=5.0):
        """Begin a watch, do so many rounds, end it; return what the last round came to."""
        watch_list = WatchList(feeds, host_delay, None)
        stop = Stop()
        with ArchiveWriter(self.folder / "x.db") as archive, WatchMemory(self.folder / "x.watch.db") as memory:
            watch = Watch(
                watch_list,
                WatchTools(
                    memory,
                    make_fetcher(allow_loopback=True),
                    lambda items: read_items(items, self.reader, archive, stop),
                    lambda outcome: self.told.append(str(outcome).replace(self.site.address, "")),
                    ReadOptions(allow_loopback=True),
                    stop,
                    self.clock,
                    Random(0),
                ),
            )
            cycle = watch.run_round()
            for _ in range(rounds - 1):
                self.clock.time = max(self.clock.time, cycle.next)
                cycle = watch.run_round()
        return cycle

    def kept(self):
        """The documents of the archive, in the order they were kept."""
        with ArchiveReader(self.folder / "x.db") as archive:
            return [record.document for record in archive.iter_records(current=False)]

    def asked(self, path):
        return len(self.site.asked(path))


@pytest.fixture
def watched(site, clock, tmp_path):
    return Watched(site, clock, tmp_path)
