"""Courtesy towards the servers that are watched: robots.txt, pauses, patience after failures."""

import pytest
from tests.run.watch.conftest import NOON, WHOLE, entry, page, write_feed
from tests.sources.fetching.servers import serving


def test_requests_to_one_host_have_a_pause_between_them(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1), entry(2)), "/p/1": page(1), "/p/2": page(2)}
    watched.round(watched.feed(pages=True))
    assert [path for path, _ in site.requests] == ["/robots.txt", "/f.xml", "/p/1", "/p/2"]
    assert watched.clock.slept == [5.0, 5.0, 5.0]


def test_robots_may_ask_for_a_longer_pause(watched, site):
    site.pages |= {
        "/robots.txt": b"User-agent: *\nCrawl-delay: 20\n",
        "/f.xml": write_feed(entry(1)),
        "/p/1": page(1),
    }
    watched.round(watched.feed(pages=True))
    assert watched.clock.slept == [5.0, 20.0]


def test_pause_too_long_to_wait_for_is_left_for_a_later_round(watched, site):
    site.pages |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 600\n", "/f.xml": write_feed(entry(1)), "/p/1": page(1)}
    cycle = watched.round(watched.feed(pages=True))
    assert (cycle.new, cycle.waiting, cycle.failed) == (0, 1, 0)
    assert cycle.next == NOON + 5 + 600
    assert watched.round(watched.feed(pages=True), rounds=2).waiting == 0
    assert len(watched.kept()) == 1


def test_what_robots_forbids_is_not_fetched_and_not_asked_for_again(watched, site):
    site.pages |= {
        "/robots.txt": b"User-agent: dateline\nDisallow: /p/1\n",
        "/f.xml": write_feed(entry(1), entry(2)),
        "/p/2": page(2),
    }
    cycle = watched.round(watched.feed(pages=True))
    assert (cycle.new, cycle.failed, cycle.waiting) == (1, 1, 0)
    assert watched.told == ["/p/1: robots.txt forbids it"]
    assert not watched.asked("/p/1")
    assert watched.round(watched.feed(pages=True), rounds=2).known == 2
    assert len(watched.told) == 1


def test_forbidden_feed_is_told_and_left_alone(watched, site):
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /\n"
    cycle = watched.round(watched.feed())
    assert (cycle.asked, cycle.failed) == (0, 1)
    assert watched.told[0].startswith("/f.xml: robots.txt forbids it; asked again in ")
    assert not watched.asked("/f.xml")


def test_site_whose_robots_cannot_be_had_is_left_alone_for_an_hour(watched, site):
    site.pages |= {"/robots.txt": (500, {}, b""), "/f.xml": write_feed(entry(1, content=WHOLE))}
    assert watched.round(watched.feed()).failed == 1
    assert watched.told[0].startswith(
        "/f.xml: robots.txt cannot be had: the server answers 500 (Internal Server Error); asked again in "
    )
    site.pages["/robots.txt"] = b""
    watched.clock.time += 3600
    assert watched.round(watched.feed()).new == 1


def test_wait_grows_with_every_failure_and_ends_with_the_first_success(watched, site):
    site.pages["/f.xml"] = (500, {}, b"")
    waits = []
    for _ in range(5):
        cycle = watched.round(watched.feed())
        waits.append(cycle.next - watched.clock.time)
        watched.clock.time = cycle.next
    assert all(0.8 * 900 * 2**n <= wait <= 1.2 * 900 * 2**n for n, wait in enumerate(waits))
    site.pages["/f.xml"] = write_feed(entry(1, content=WHOLE))
    cycle = watched.round(watched.feed())
    assert cycle.new == 1
    assert cycle.next - watched.clock.time == 900


@pytest.mark.parametrize("status", [429, 503])
def test_busy_server_is_left_alone_for_as_long_as_it_asks(watched, site, status):
    site.pages["/f.xml"] = (status, {"Retry-After": "7200"}, b"")
    cycle = watched.round(watched.feed())
    assert cycle.next - watched.clock.time == 7200
    assert watched.told[0] == (
        f"/f.xml: the server answers {status} ({'Too Many Requests' if status == 429 else 'Service Unavailable'}); "
        "asked again in 2 h"
    )


def test_busy_server_is_not_asked_for_pages_either(watched, site):
    site.pages |= {
        "/f.xml": write_feed(entry(1), entry(2)),
        "/p/1": (429, {"Retry-After": "3600"}, b""),
        "/p/2": page(2),
    }
    cycle = watched.round(watched.feed(pages=True))
    assert (cycle.new, cycle.waiting, cycle.failed) == (0, 2, 1)
    assert not watched.asked("/p/2")
    site.pages["/p/1"] = page(1)
    watched.clock.time += 3700
    assert watched.round(watched.feed(pages=True)).new == 2


def test_page_that_fails_is_tried_again_though_its_feed_has_it_no_more_and_given_up_in_the_end(watched, site):
    site.pages |= {"/f.xml": write_feed(entry(1), entry(2)), "/p/1": (500, {}, b""), "/p/2": (500, {}, b"")}
    feed = watched.feed(pages=True, every=7 * 24 * 3600.0)
    cycle = watched.round(feed)
    assert (cycle.waiting, cycle.failed) == (2, 2)
    site.pages |= {"/f.xml": (304, {}, b""), "/p/2": page(2)}
    for _ in range(16):
        watched.clock.time = cycle.next
        cycle = watched.round(feed)
    assert [d.text for d in watched.kept()] == [page(2).decode()]
    assert watched.asked("/p/1") == 8
    assert cycle.waiting == 0
    assert watched.told[-1] == "/p/1: the server answers 500 (Internal Server Error); given up after 8 tries"


@pytest.mark.parametrize(
    ("link", "line"),
    [
        ("file://etc/passwd", "file://etc/passwd: only http and https are asked"),
        ("javascript:alert(1)", "javascript:alert(1): only http and https are asked"),
        ("http://10.0.0.1/x", "http://10.0.0.1/x: 10.0.0.1 is a private address"),
        ("http://2130706433/",
         "http://2130706433/: 2130706433 is a number that may mean another address; write it as four numbers"),
        ("http://[::1/", "http://[::1/: is no address on the web (Invalid port: ':1')"),
        ("/gone", "/gone: the server answers 404 (Not Found)"),
    ],
)  # fmt: skip
def test_link_that_is_no_page_is_one_line_once(watched, site, link, line):
    site.pages["/f.xml"] = write_feed(entry(1, link=link))
    cycle = watched.round(watched.feed(pages=True), rounds=2)
    assert (cycle.new, cycle.known, cycle.waiting) == (0, 1, 0)
    assert watched.told == [line]
    assert not watched.kept()


def test_robots_of_the_host_that_a_redirect_leads_to_are_kept_to(watched, site):
    with serving() as other:
        other.pages |= {"/robots.txt": b"User-agent: *\nDisallow: /closed\n", "/open": page(2)}
        site.pages |= {
            "/f.xml": write_feed(entry(1), entry(2)),
            "/p/1": (302, {"Location": f"{other.address}/closed"}, b""),
            "/p/2": (302, {"Location": f"{other.address}/open"}, b""),
        }
        cycle = watched.round(watched.feed(pages=True))
    assert (cycle.new, cycle.failed) == (1, 1)
    assert watched.told == [f"/p/1: is redirected to {other.address}/closed: robots.txt forbids it"]
    assert [path for path, _ in other.requests] == ["/robots.txt", "/open"]
