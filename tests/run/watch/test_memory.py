"""What a watch remembers, through stops and crashes."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ArchiveError, ArchiveLocked
from dateline.run.watch import WatchMemory, memory_path
from dateline.run.watch.entries import Entry
from dateline.run.watch.memory import FeedState, Waiting

FEED = "https://news.example/f.xml"


def entry(key, digest="d1"):
    return Entry(key, digest, f"https://news.example/{key}", date(2015, 11, 26), True, None)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.watch.db"


def test_it_stands_beside_the_archive():
    assert memory_path(Path("reports/crisis.db")) == Path("reports/crisis.watch.db")


def test_what_was_remembered_is_there_when_it_is_opened_again(path):
    with WatchMemory(path) as memory:
        assert memory.feed(FEED) == FeedState()
        state = FeedState('"v1"', "Thu, 26 Nov 2015 10:00:00 GMT", 1000.5, 2)
        memory.settle_feed(FEED, state, [entry("a"), entry("b")], [entry("a"), entry("b")], 100.0)
        memory.mark_seen(FEED, entry("a"), 200.0)
    with WatchMemory(path) as memory:
        assert memory.feed(FEED) == state
        assert list(memory.iter_waiting([FEED])) == [
            Waiting(FEED, "b", "d1", "https://news.example/b", date(2015, 11, 26), 0, 100.0)
        ]
        assert [memory.is_settled(FEED, entry(key)) for key in "abc"] == [True, True, False]
        assert not memory.is_settled(FEED, entry("a", "d2"))
        assert not memory.is_settled("https://other.example/", entry("a"))


def test_entry_that_changed_while_its_page_was_fetched_is_still_waiting(path):
    with WatchMemory(path) as memory:
        memory.settle_feed(FEED, FeedState(), [], [entry("a", "d2")], 100.0)
        memory.mark_seen(FEED, entry("a", "d1"), 200.0)
        assert [page.digest for page in memory.iter_waiting([FEED])] == ["d2"]


def test_entries_that_the_feed_has_no_more_are_forgotten_after_a_season(path):
    day = 24 * 3600.0
    with WatchMemory(path) as memory:
        memory.mark_seen(FEED, entry("a"), 0.0)
        memory.mark_seen(FEED, entry("b"), 0.0)
        memory.settle_feed(FEED, FeedState(), [entry("b")], [], 60 * day)
        memory.settle_feed(FEED, FeedState(), [], [], 100 * day)
        assert not memory.is_settled(FEED, entry("a"))
        assert memory.is_settled(FEED, entry("b"))


def test_two_watches_do_not_share_an_archive(path):
    with WatchMemory(path), pytest.raises(ArchiveLocked, match="another watch is at work with this archive"):
        WatchMemory(path)
    with WatchMemory(path) as memory:
        memory.keep_feed(FEED, FeedState())


def test_other_file_is_refused_and_left_as_it_was(path):
    sqlite3.connect(path).execute("CREATE TABLE mine (a)").connection.close()
    with pytest.raises(ArchiveError, match="is a database, but no watch's memory"):
        WatchMemory(path)
    other = path.with_name("text.watch.db")
    other.write_text("no database at all, but a long enough text to be looked at by SQLite " * 20)
    with pytest.raises(ArchiveError, match=r"the watch's memory cannot be opened \(file is not a database\)"):
        WatchMemory(other)
    assert other.read_text().startswith("no database")
