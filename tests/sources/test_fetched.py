"""Reports from addresses, the way `dateline read https://…` takes them."""

import gzip

import pytest
from tests.sources.fetching.servers import serving

from dateline.model import Document
from dateline.sources import ReadOptions, count_sources, iter_items
from dateline.sources.fetched import make_fetcher
from dateline.sources.reading import is_web_address

PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."
REPORT = f"Ministers meet\n\n2015-11-26\n\n{PROSE}\n"


@pytest.fixture
def site():
    with serving() as site:
        yield site


def test_report_at_an_address_is_read_and_keeps_it(site):
    site.pages["/a.txt"] = (200, {"Content-Type": "text/plain"}, REPORT.encode())
    (document,) = iter_items([f"{site.address}/a.txt"], ReadOptions(allow_loopback=True))
    assert isinstance(document, Document)
    assert document.source == document.url == f"{site.address}/a.txt"
    assert document.text == REPORT


def test_redirected_report_is_called_as_it_was_asked_and_has_the_address_it_stands_at(site):
    site.pages |= {"/old": (301, {"Location": "/new"}, b""), "/new": REPORT.encode()}
    (document,) = iter_items([f"{site.address}/old"], ReadOptions(allow_loopback=True))
    assert (document.source, document.url) == (f"{site.address}/old", f"{site.address}/new")


def test_packed_file_at_an_address_is_opened(site):
    site.pages["/a.gz"] = (200, {"Content-Type": "application/gzip"}, gzip.compress(REPORT.encode()))
    (document,) = iter_items([f"{site.address}/a.gz"], ReadOptions(allow_loopback=True))
    assert document.text == REPORT


def test_what_cannot_be_fetched_is_one_line_and_the_rest_is_read(site):
    site.pages["/a.txt"] = REPORT.encode()
    sources = [f"{site.address}/gone", "http://10.0.0.1/", f"{site.address}/a.txt"]
    gone, private, document = iter_items(sources, ReadOptions(allow_loopback=True))
    assert str(gone) == f"{site.address}/gone: the server answers 404 (Not Found)"
    assert str(private) == "http://10.0.0.1/: 10.0.0.1 is a private address"
    assert document.text == REPORT


def test_this_machine_is_asked_only_where_the_user_says_so(site):
    (refused,) = iter_items([f"{site.address}/a.txt"], ReadOptions())
    assert str(refused) == f"{site.address}/a.txt: 127.0.0.1 is a loopback address"
    assert not site.requests


def test_servers_learn_who_asks_and_whom_to_write_to(site):
    make_fetcher(allow_loopback=True, contact="desk@news.example").fetch(f"{site.address}/a")
    (asked,) = site.asked("/a")
    assert asked["user-agent"].startswith("dateline/")
    assert asked["user-agent"].endswith(" (desk@news.example)")


def test_only_http_and_https_are_addresses_and_not_files():
    assert is_web_address("https://news.example/")
    assert is_web_address("HTTP://news.example/")
    assert not is_web_address("http.txt")
    assert not is_web_address("file:///etc/passwd")
    assert not is_web_address("reports/http://x")
    assert count_sources(["https://news.example/"]) == 1
