"""Watching feeds of a server on this machine, round after round."""

import json

import pytest
from tests.run.watch.conftest import NOON, PROSE, WHOLE, entry, page, write_feed


def test_reports_that_a_feed_carries_are_kept_once_under_the_publisher_the_user_gives(watched, site):
    site.pages["/f.xml"] = write_feed(*(entry(n, content=f"{WHOLE} Part {n}.") for n in range(3)))
    cycle = watched.round(watched.feed(publisher="Example News"))
    assert (cycle.asked, cycle.new, cycle.known, cycle.failed, cycle.waiting) == (1, 3, 0, 0, 0)
    assert cycle.next == watched.clock.time + 900
    assert [d.text.splitlines()[-1] for d in watched.kept()] == [f"{WHOLE} Part {n}." for n in range(3)]
    assert {d.publisher for d in watched.kept()} == {"Example News"}
    again = watched.round(watched.feed(publisher="Example News"), rounds=2)
    assert (again.asked, again.new, again.known) == (1, 0, 3)
    assert len(watched.kept()) == 3


def test_publisher_is_the_feed_where_the_user_gives_none(watched, site):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE), title="World news")
    watched.round(watched.feed())
    assert [d.publisher for d in watched.kept()] == ["World news"]


def test_feed_is_asked_only_when_it_is_due_and_then_only_for_what_changed(watched, site):
    headers = {"ETag": '"v1"', "Last-Modified": "Thu, 26 Nov 2015 10:00:00 GMT"}
    site.pages["/f.xml"] = (200, headers, write_feed(entry(1, content=WHOLE)))
    watched.round(watched.feed())
    assert watched.round(watched.feed()).asked == 0
    site.pages["/f.xml"] = (304, {}, b"")
    watched.clock.time += 900
    cycle = watched.round(watched.feed())
    assert (cycle.asked, cycle.unchanged, cycle.failed) == (1, 1, 0)
    first, second = site.asked("/f.xml")
    assert "if-none-match" not in first
    assert second["if-none-match"] == '"v1"'
    assert second["if-modified-since"] == "Thu, 26 Nov 2015 10:00:00 GMT"


def test_validators_that_no_sound_server_sends_are_not_sent_back(watched, site):
    site.pages["/f.xml"] = (200, {"ETag": "x" * 5000, "Last-Modified": "Fév"}, write_feed(entry(1, content=WHOLE)))
    watched.round(watched.feed(), rounds=2)
    assert "if-none-match" not in site.asked("/f.xml")[1]
    assert "if-modified-since" not in site.asked("/f.xml")[1]


def test_entry_that_changes_is_a_new_version(watched, site):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))
    watched.round(watched.feed())
    site.pages["/f.xml"] = write_feed(entry(1, content=f"{WHOLE} Corrected."))
    watched.clock.time += 900
    assert watched.round(watched.feed()).new == 1
    assert [d.text.splitlines()[-1] for d in watched.kept()] == [WHOLE, f"{WHOLE} Corrected."]


def test_summary_alone_is_read_where_no_pages_are_asked_for_and_that_is_told_once(watched, site):
    site.pages["/f.xml"] = write_feed(entry(1), entry(2))
    watched.round(watched.feed(), rounds=2)
    assert not watched.asked("/p/1")
    assert len(watched.kept()) == 2
    assert watched.told == ["/f.xml: all 2 entries carry a summary only; the reports stand on their pages"]


def test_page_is_fetched_for_a_summary_and_not_for_a_whole_report(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1), entry(2, content=WHOLE)), "/p/1": page(1), "/p/2": page(2)}
    cycle = watched.round(watched.feed(pages=True, publisher="Example News"))
    assert (cycle.new, cycle.failed, cycle.waiting) == (2, 0, 0)
    assert not watched.asked("/p/2")
    _, fetched = watched.kept()
    assert fetched.text == page(1).decode()
    assert (fetched.url, fetched.publisher) == (f"{site.address}/p/1", "Example News")
    assert fetched.published.isoformat() == "2015-11-26"
    assert [(d.value, d.origin, d.used) for d in fetched.dates] == [("2015-11-26", "feed entry", True)]
    assert not watched.told
    watched.clock.time += 900
    assert watched.round(watched.feed(pages=True)).known == 2
    assert watched.asked("/p/1") == 1


def test_page_in_html_is_read_for_its_report_and_its_own_day(watched, site):
    paragraphs = "".join(f"<p>{PROSE} This is part {n} of the report.</p>" for n in range(6))
    head = '<title>Ministers meet</title><meta property="article:published_time" content="2015-11-25T09:00:00Z">'
    html = f"<html><head>{head}</head><body><nav>Home World Sport</nav><article>{paragraphs}</article></body></html>"
    site.pages |= {"/f.xml": write_feed(entry(1)), "/p/1": (200, {"Content-Type": "text/html"}, html.encode())}
    watched.round(watched.feed(pages=True, publisher="Example News"))
    (fetched,) = watched.kept()
    assert (fetched.title, fetched.publisher) == ("Ministers meet", "Example News")
    assert fetched.published.isoformat() == "2015-11-25"
    assert fetched.text.count("This is part") == 6
    assert "Sport" not in fetched.text


def test_day_of_the_feed_does_not_beat_the_pages_own(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1)), "/p/1": b"Ministers meet\n\n2015-11-25\n\n" + PROSE.encode()}
    watched.round(watched.feed(pages=True))
    (fetched,) = watched.kept()
    assert fetched.published.isoformat() == "2015-11-25"
    assert [(d.value, d.used) for d in fetched.dates] == [("2015-11-26", False)]


def test_summary_that_changes_with_the_hour_does_not_have_the_page_fetched_again(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1, summary="5 comments")), "/p/1": page(1)}
    watched.round(watched.feed(pages=True))
    site.pages["/f.xml"] = write_feed(entry(1, summary="9 comments"))
    watched.clock.time += 900
    assert watched.round(watched.feed(pages=True)).known == 1
    assert watched.asked("/p/1") == 1


def test_page_that_redirects_into_the_network_is_refused(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1)), "/p/1": (302, {"Location": "http://169.254.169.254/"}, b"")}
    watched.round(watched.feed(pages=True))
    assert watched.told == ["/p/1: is redirected to http://169.254.169.254/: 169.254.169.254 is a link-local address"]


def test_nothing_in_a_feed_becomes_a_file(watched, site, tmp_path, monkeypatch):
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    evil = "../../x'; DROP TABLE seen; --"
    site.pages |= {
        "/f.xml": write_feed(
            entry(1, title=evil, content=WHOLE).replace("g1", evil), entry(2, link="/../../../etc/passwd"), title=evil
        ),
    }
    watched.round(watched.feed(pages=True), rounds=2)
    assert [d.text.splitlines()[-1] for d in watched.kept()] == [WHOLE]
    assert not list(work.iterdir())
    assert {p.name.partition("-")[0] for p in tmp_path.iterdir()} == {"work", "x.db", "x.watch.db"}


def test_page_that_holds_no_report_is_told_once(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1)), "/p/1": b"\x89PNG\r\n\x1a\n" + bytes(99)}
    watched.round(watched.feed(pages=True), rounds=2)
    assert watched.told == ["/p/1: is a PNG picture, not text"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (page(1), "/f.xml: is no feed but plain text; asked again in "),
        (b"", "/f.xml: is no feed but an empty file; asked again in "),
        (write_feed(), "/f.xml: is a feed without entries; asked again in "),
    ],
)
def test_answer_that_is_no_feed_is_a_failure(watched, site, body, line):
    site.pages["/f.xml"] = body
    cycle = watched.round(watched.feed())
    assert (cycle.asked, cycle.failed) == (1, 1)
    assert watched.told[0].startswith(line)


def test_one_feed_that_fails_costs_the_others_nothing(watched, site):
    site.pages |= {"/a.xml": (500, {}, b""), "/b.xml": write_feed(entry(1, content=WHOLE))}
    cycle = watched.round(watched.feed("/a.xml"), watched.feed("/b.xml"))
    assert (cycle.asked, cycle.new, cycle.failed) == (2, 1, 1)


def test_report_that_breaks_the_reader_costs_only_itself_and_is_not_read_again(watched, site):
    site.pages["/f.xml"] = write_feed(entry(1, content=f"{WHOLE} BAD"), entry(2, content=f"{WHOLE} Two."))
    cycle = watched.round(watched.feed())
    assert (cycle.new, cycle.failed) == (1, 1)
    watched.clock.time += 900
    assert watched.round(watched.feed()).known == 2


def test_one_report_in_two_entries_and_two_feeds_is_kept_once(watched, site):
    twice = [entry(n, content=WHOLE, title="Ministers meet", link="/p/1") for n in (1, 2)]
    site.pages |= {"/a.xml": write_feed(*twice), "/b.xml": write_feed(*twice)}
    cycle = watched.round(watched.feed("/a.xml"), watched.feed("/b.xml"))
    assert cycle.new == 1
    assert len(watched.kept()) == 1
    assert watched.round(watched.feed("/a.xml"), watched.feed("/b.xml"), rounds=2).new == 0


def test_watch_that_is_stopped_while_reading_goes_on_without_loss(watched, site):
    whole = [entry(n, content=f"{WHOLE} {'STOP' if n == 20 else n}") for n in range(40)]
    site.pages["/f.xml"] = (200, {"ETag": '"v1"'}, write_feed(*whole))
    with pytest.raises(KeyboardInterrupt):
        watched.round(watched.feed())
    before = len(watched.kept())
    assert 0 < before < 40
    watched.reader.stops = False
    cycle = watched.round(watched.feed())
    assert "if-none-match" not in site.asked("/f.xml")[1]
    assert cycle.known == before
    assert cycle.new == 40 - before
    assert len({d.text for d in watched.kept()}) == 40


def test_watch_that_is_stopped_while_fetching_pages_goes_on_without_loss(watched, site):
    site.pages["/f.xml"] = (200, {"ETag": '"v1"'}, write_feed(*(entry(n) for n in range(5))))
    site.pages |= {f"/p/{n}": page(n, "STOP" if n == 3 else "") for n in range(5)}
    with pytest.raises(KeyboardInterrupt):
        watched.round(watched.feed(pages=True))
    assert len(watched.kept()) == 3
    watched.reader.stops = False
    site.pages["/f.xml"] = (304, {}, b"")
    watched.clock.time += 900
    cycle = watched.round(watched.feed(pages=True))
    assert (cycle.unchanged, cycle.new, cycle.waiting) == (1, 2, 0)
    assert sorted(d.text for d in watched.kept()) == sorted(
        page(n, "STOP" if n == 3 else "").decode() for n in range(5)
    )


def test_record_kept_just_before_a_crash_is_not_lost_and_not_read_twice(watched, site, monkeypatch):
    from dateline.run.watch import WatchMemory

    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))

    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(WatchMemory, "mark_seen", crash)
        with pytest.raises(KeyboardInterrupt):
            watched.round(watched.feed())
    assert len(watched.kept()) == 1
    cycle = watched.round(watched.feed())
    assert (cycle.new, cycle.known) == (0, 1)
    assert len(watched.kept()) == 1


def test_feed_full_of_links_is_worked_off_in_several_rounds(watched, site, monkeypatch):
    monkeypatch.setattr("dateline.run.watch.watching._MOST_PAGES", 3)
    site.pages["/f.xml"] = write_feed(*(entry(n) for n in range(5)))
    site.pages |= {f"/p/{n}": page(n) for n in range(5)}
    cycle = watched.round(watched.feed(pages=True))
    assert (cycle.new, cycle.waiting) == (3, 2)
    assert cycle.next <= watched.clock.time
    assert watched.round(watched.feed(pages=True)).new == 2


def test_feed_with_more_entries_than_any_is_read_in_part_and_that_is_told(watched, site, monkeypatch):
    monkeypatch.setattr("dateline.run.watch.entries.MOST_ENTRIES", 3)
    site.pages["/f.xml"] = write_feed(*(entry(n, content=f"{WHOLE} Part {n}.") for n in range(5)))
    assert watched.round(watched.feed(pages=True)).new == 3
    assert watched.told == ["/f.xml: has 5 entries; the first 3 are read"]


def test_link_to_a_table_or_archive_of_many_reports_is_no_page(watched, site):
    lines = "".join(json.dumps({"text": f"{PROSE} Part {n}."}) + "\n" for n in range(9))
    site.pages |= {"/f.xml": write_feed(entry(1)), "/p/1": lines.encode()}
    watched.round(watched.feed(pages=True))
    assert watched.told == ["/p/1: is no page of one report"]
    assert not watched.kept()


def test_clock_that_was_set_back_does_not_stop_the_watch(watched, site):
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))
    watched.clock.time += 3e8
    watched.round(watched.feed())
    watched.clock.time = NOON
    assert watched.round(watched.feed()).asked == 1
