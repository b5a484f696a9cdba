"""`dateline watch` over feeds on this machine."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.run.watch.conftest import PROSE, entry, page, write_feed
from tests.sources.fetching.servers import serving, wait_for

from dateline.archive import ArchiveReader
from dateline.cli.commands.watch import describe_round
from dateline.errors import ArchiveLocked
from dateline.run.watch import Cycle

WHOLE = f"{PROSE} They threatened Sweden with sanctions."


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_feeds(folder, site, *paths, settings="", pages="false"):
    feeds = [f'[[feed]]\nurl = "{site.address}{path}"\npublisher = "Example News"\npages = {pages}\n' for path in paths]
    (folder / "feeds.toml").write_text(f"host_delay_seconds = 1\n{settings}\n" + "\n".join(feeds))


def lines(done):
    """The lines of all rounds, without the time of day and the time to the next."""
    return [
        re.sub(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  (.*), next in \d.*$", r"\1", line) for line in done.out.splitlines()
    ]


def kept():
    with ArchiveReader(Path("x.db")) as archive:
        return [record.document for record in archive.iter_records()]


def test_round_is_one_line_and_its_reports_are_in_the_archive(dateline_command, site, folder):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE), entry(2, content=f"{WHOLE} Two."))
    write_feeds(folder, site, "/f.xml")
    done = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db", "--allow-loopback")
    assert (done.status, done.err) == (0, "")
    assert lines(done) == ["1 feed asked, 2 new reports, 0 known, 0 failed"]
    assert [d.publisher for d in kept()] == ["Example News"] * 2
    again = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db", "--allow-loopback")
    assert lines(again) == ["0 feeds asked, 0 new reports, 0 known, 0 failed"]


def test_report_without_political_words_is_set_aside_unless_all_are_asked_for(dateline_command, site, folder):
    sport = "The striker scored twice in the second half, and the goalkeeper saved a penalty in the last minute. " * 6
    site.pages["/f.xml"] = write_feed(entry(1, content=sport, title="Striker scores twice"))
    write_feeds(folder, site, "/f.xml")
    arguments = ("watch", "feeds.toml", "--once", "--allow-loopback", "--archive")
    aside = dateline_command(*arguments, "x.db")
    assert lines(aside) == ["1 feed asked, 0 new reports, 0 known, 1 set aside, 0 failed"]
    read = dateline_command(*arguments, "y.db", "--all")
    assert lines(read) == ["1 feed asked, 1 new report, 0 known, 0 failed"]


def test_line_of_a_round_tells_only_what_there_is():
    busy = Cycle(
        asked=3, unchanged=2, new=1, known=1234, copies=2, withdrawn=1, set_aside=4, failed=5, waiting=1, next=1000.0
    )
    assert describe_round(busy, 102.0) == (
        "3 feeds asked (2 unchanged), 1 new report, 1,234 known, 2 copies, 1 withdrawn, 4 set aside, 5 failed, "
        "1 page waiting, next in 14 min 58 s"
    )
    assert describe_round(Cycle(next=100.0), 102.0) == "0 feeds asked, 0 new reports, 0 known, 0 failed, next in 1 s"


def test_what_fails_is_one_line_and_the_status_says_so(dateline_command, site, folder):
    site.pages["/f.xml"] = write_feed(entry(1, link="/gone"))
    write_feeds(folder, site, "/f.xml", pages="true")
    done = dateline_command("watch", "feeds.toml", "--cycles", "1", "--archive", "x.db", "--allow-loopback")
    assert done.status == 1
    assert done.err == f"dateline: {site.address}/gone: the server answers 404 (Not Found)\n"
    assert lines(done) == ["1 feed asked, 0 new reports, 0 known, 1 failed"]


def test_this_machine_is_left_alone_unless_told(dateline_command, site, folder):
    write_feeds(folder, site, "/f.xml")
    done = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db")
    assert done.status == 1
    assert done.err.startswith(f"dateline: {site.address}/f.xml: 127.0.0.1 is a loopback address; asked again in ")
    assert not site.requests


def test_bad_feeds_file_is_one_line_with_its_place_and_makes_no_archive(dateline_command, folder):
    (folder / "feeds.toml").write_text('[[feed]]\nurl = "ftp://news.example/"\n')
    done = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db")
    assert (done.status, done.out) == (1, "")
    assert done.err == "dateline: feeds.toml:2: url: only http and https are asked\n"
    assert not (folder / "x.db").exists()


def test_read_fetches_a_feed_through_the_same_door(dateline_command, site, folder):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))
    done = dateline_command("read", f"{site.address}/f.xml", "--archive", "x.db", "--allow-loopback")
    assert done.status == 0, done.err
    (document,) = kept()
    assert document.source == f"{site.address}/f.xml#1"
    refused = dateline_command("read", f"{site.address}/f.xml", "--archive", "x.db")
    assert refused.status == 1
    assert refused.err == f"dateline: {site.address}/f.xml: 127.0.0.1 is a loopback address\n"


def test_archive_that_somebody_else_writes_to_is_waited_for(dateline_command, folder, monkeypatch):
    class Watching:
        rounds = 0

        def __init__(self, *_):
            pass

        def run_round(self):
            Watching.rounds += 1
            if Watching.rounds == 1:
                raise ArchiveLocked("x.db: another process is writing to this archive")
            return Cycle(asked=1)

    monkeypatch.setattr("dateline.cli.commands.watch.Watch", Watching)
    monkeypatch.setattr("dateline.cli.commands.watch._LOCKED_WAIT", 0.01)
    (folder / "feeds.toml").write_text('[[feed]]\nurl = "https://news.example/"\n')
    done = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db")
    assert done.status == 0
    assert done.err == "dateline: x.db: another process is writing to this archive; tried again in 1 s\n"
    assert lines(done) == ["1 feed asked, 0 new reports, 0 known, 0 failed"]


@pytest.fixture
def start(folder):
    """Start the command in a process of its own, and see that it is gone in the end."""
    started = []

    def run(*arguments, ignores_ctrl_c=False):
        environment = os.environ | {"DATELINE_CODER": "fast", "PYTHONUNBUFFERED": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", "dateline", *arguments], cwd=folder, env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            preexec_fn=(lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)) if ignores_ctrl_c else None,
        )  # fmt: skip
        started.append(process)
        return process

    yield run
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize(
    ("number", "status", "in_background"),
    [(signal.SIGINT, 130, False), (signal.SIGTERM, 0, False), (signal.SIGTERM, 0, True)],
)
def test_watch_that_waits_for_the_next_round_ends_at_once(start, site, folder, number, status, in_background):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))
    write_feeds(folder, site, "/f.xml")
    process = start("watch", "feeds.toml", "--archive", "x.db", "--allow-loopback", ignores_ctrl_c=in_background)
    assert "1 new report," in process.stdout.readline()
    process.send_signal(number)
    assert process.wait(timeout=60) == status
    assert process.stderr.read() == "dateline: stopped; 1 report kept in x.db\n"
    assert len(kept()) == 1


def test_watch_that_hangs_on_a_page_ends_at_once_and_goes_on_later(start, site, folder, dateline_command):
    site.pages |= {"/f.xml": write_feed(entry(1), entry(2)), "/p/1": page(1), "/p/2": site.hang}
    write_feeds(folder, site, "/f.xml", pages="true")
    process = start("watch", "feeds.toml", "--archive", "x.db", "--allow-loopback")
    wait_for(lambda: site.asked("/p/2"), seconds=60)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == 0
    assert not kept()
    site.pages["/p/2"] = page(2)
    done = dateline_command("watch", "feeds.toml", "--once", "--archive", "x.db", "--allow-loopback")
    assert "2 new reports" in done.out
    assert len(kept()) == 2
