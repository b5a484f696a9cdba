"""Fetching from a server on this machine, with good and bad manners."""

import gzip
import ssl

import pytest

from dateline.errors import CannotFetch
from dateline.sources.fetching import Fetcher, Gate

PAGE = b"<html><p>Ministers met in Oslo.</p></html>"


def redirect(target, status=302):
    return (status, {"Location": target}, b"")


def test_page_comes_with_its_kind_and_encoding(site, fetch):
    site.pages["/a"] = (200, {"Content-Type": "Text/HTML; charset=ISO-8859-1", "ETag": '"1"'}, PAGE)
    answer = fetch(f"{site.address}/a#part")
    assert answer.is_good
    assert (answer.body, answer.media_type, answer.charset) == (PAGE, "text/html", "iso-8859-1")
    assert answer.url == f"{site.address}/a"
    assert answer.headers["etag"] == '"1"'
    (asked,) = site.asked("/a")
    assert asked["user-agent"] == "dateline-test"
    assert asked["host"] == f"127.0.0.1:{site.port}"
    assert asked["accept-encoding"] == "gzip"
    assert "cookie" not in asked


def test_any_status_is_an_answer(site, fetch):
    answer = fetch(f"{site.address}/gone")
    assert not answer.is_good
    assert answer.describe_status() == "the server answers 404 (Not Found)"
    site.pages["/odd"] = (599, {}, b"")
    assert fetch(f"{site.address}/odd").describe_status() == "the server answers 599"


def test_conditions_are_asked_and_unchanged_is_an_answer(site, fetch):
    site.pages["/a"] = (304, {}, b"")
    answer = fetch(f"{site.address}/a", {"If-None-Match": '"1"'})
    assert answer.is_unchanged
    assert site.asked("/a")[0]["if-none-match"] == '"1"'


def test_redirects_are_followed_up_to_five(site, fetch):
    site.pages |= {f"/{n}": redirect(f"/{n + 1}", status) for n, status in enumerate((301, 302, 303, 307, 308))}
    site.pages["/5"] = PAGE
    answer = fetch(f"{site.address}/0")
    assert (answer.body, answer.url, answer.asked) == (PAGE, f"{site.address}/5", f"{site.address}/0")
    site.pages |= {"/5": redirect("/6"), "/6": PAGE}
    assert fetch(f"{site.address}/0") == f"{site.address}/0: is redirected more than 5 times"
    assert not site.asked("/6")


def test_redirect_without_a_target_is_an_answer(site, fetch):
    site.pages["/a"] = (302, {}, b"x")
    assert fetch(f"{site.address}/a").status == 302


def test_whoever_asks_may_refuse_where_a_redirect_leads(site):
    site.pages |= {"/a": redirect("/b#part"), "/b": redirect("/c"), "/c": PAGE}
    led_to = []

    def approve(url):
        led_to.append(url)
        if url.endswith("/c"):
            raise CannotFetch(url, "no")

    fetcher = Fetcher(agent="dateline-test", gate=Gate(allow_loopback=True))
    with pytest.raises(CannotFetch, match=f"^{site.address}/c: no$"):
        fetcher.fetch(f"{site.address}/a", approve=approve)
    assert led_to == [f"{site.address}/b", f"{site.address}/c"]
    assert not site.asked("/c")


def test_circle_of_redirects_is_told(site, fetch):
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a#again")}
    assert fetch(f"{site.address}/a") == (f"{site.address}/a: its redirects go in a circle through {site.address}/a")
    assert len(site.asked("/a")) == 1


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://10.0.0.1/", "10.0.0.1 is a private address"),
        ("http://[::ffff:127.0.0.1]/", "::ffff:7f00:1 is an IPv4 address written as IPv6"),
        ("http://169.254.169.254/latest/meta-data", "169.254.169.254 is a link-local address"),
        ("http://2130706433/", "2130706433 is a number that may mean another address; write it as four numbers"),
        ("file:/etc/passwd", "only http and https are asked"),
        ("ftp://news.example/", "only http and https are asked"),
        ("http://user@news.example/", "an address with a user name or password is not asked"),
    ],
)
def test_every_redirect_is_checked_anew(site, fetch, target, reason):
    site.pages["/a"] = redirect(target)
    assert fetch(f"{site.address}/a") == f"{site.address}/a: is redirected to {target}: {reason}"


def test_redirect_from_outside_to_this_machine_is_refused(site, fetch):
    """The first host is let through as if it were public; the one it sends to is this machine."""

    class Pretending(Gate):
        def admit(self, host, port, *, seconds):
            gate = Gate(allow_loopback=host == "news.example", resolve=lambda host, port: ["127.0.0.1"])
            return gate.admit(host, port, seconds=seconds)

    site.pages |= {"/a": redirect(f"{site.address}/secret"), "/secret": PAGE}
    line = fetch(f"http://news.example:{site.port}/a", gate=Pretending())
    assert line == (
        f"http://news.example:{site.port}/a: is redirected to {site.address}/secret: 127.0.0.1 is a loopback address"
    )
    assert site.asked("/a")[0]["host"] == f"news.example:{site.port}"
    assert not site.asked("/secret")


def test_this_machine_is_not_asked_unless_told(site, fetch):
    line = fetch(f"{site.address}/a", gate=Gate())
    assert line == f"{site.address}/a: 127.0.0.1 is a loopback address"
    assert not site.requests


def test_connection_goes_to_the_address_that_was_checked_and_the_name_is_looked_up_once(site, fetch):
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    site.pages["/a"] = PAGE
    gate = Gate(allow_loopback=True, resolve=resolve)
    assert fetch(f"http://news.example:{site.port}/a", gate=gate).body == PAGE
    assert asked == ["news.example"]
    line = fetch(f"http://news.example:{site.port}/a", gate=gate)
    assert line == f"http://news.example:{site.port}/a: news.example is 10.0.0.1, a private address"


def test_second_address_is_tried_where_the_first_does_not_answer(site, fetch):
    gate = Gate(allow_loopback=True, resolve=lambda host, port: ["127.0.0.2", "127.0.0.1"])
    site.pages["/a"] = PAGE
    assert fetch(f"http://news.example:{site.port}/a", gate=gate).body == PAGE


def test_name_and_not_the_address_is_what_the_certificate_must_be_for(site, fetch, monkeypatch):
    named = []
    wrap = ssl.SSLContext.wrap_socket

    def note(context, *arguments, **options):
        named.append(options["server_hostname"])
        return wrap(context, *arguments, **options)

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", note)
    gate = Gate(allow_loopback=True, resolve=lambda host, port: ["127.0.0.1"])
    site.pages["/a"] = PAGE
    line = fetch(f"https://news.example:{site.port}/a", gate=gate)
    assert line.startswith(f"https://news.example:{site.port}/a: no connection to the server (")
    assert named == ["news.example"]


def test_proxies_of_the_environment_are_not_used(site, fetch, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.pages["/a"] = PAGE
    assert fetch(f"{site.address}/a").body == PAGE


def test_server_that_hangs_is_one_line(site, fetch):
    site.pages["/a"] = site.hang
    assert fetch(f"{site.address}/a", silence=0.05) == f"{site.address}/a: was silent for 0.05 seconds"


@pytest.mark.parametrize("manner", ["drip", "pour", "hang"])
def test_answer_that_never_ends_is_given_up_in_time_however_it_trickles(site, fetch, manner):
    site.pages["/a"] = getattr(site, manner)
    line = fetch(f"{site.address}/a", seconds=0.2, body_bytes=1 << 40)
    assert line == f"{site.address}/a: gave no whole answer within 0.2 seconds"


def test_body_without_end_is_given_up_by_size(site, fetch):
    site.pages["/a"] = site.pour
    assert fetch(f"{site.address}/a", body_bytes=1 << 20) == (
        f"{site.address}/a: is larger than 1 MB, the most that is fetched"
    )


def test_time_holds_for_all_redirects_together(site, fetch):
    site.pages |= {"/a": redirect("/b"), "/b": site.hang}
    assert fetch(f"{site.address}/a", seconds=0.2) == f"{site.address}/a: gave no whole answer within 0.2 seconds"


def test_gzip_is_unpacked_up_to_the_limit(site, fetch):
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE))
    assert fetch(f"{site.address}/a").body == PAGE
    site.pages["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(5 << 20)))
    assert fetch(f"{site.address}/a", body_bytes=1 << 20) == (
        f"{site.address}/a: unpacks to more than 1 MB, the most read as one page"
    )
    site.pages["/a"] = (200, {"Content-Encoding": "br"}, b"\x00\x01")
    assert fetch(f"{site.address}/a") == f"{site.address}/a: is packed with 'br', which is not read"


def test_header_that_is_too_long_is_one_line(site, fetch):
    site.pages["/a"] = (200, {f"X-{n}": "x" * 1000 for n in range(80)}, PAGE)
    assert fetch(f"{site.address}/a") == f"{site.address}/a: its header is longer than 64 kB"
    site.pages["/a"] = (200, {"X": "x" * 200_000}, PAGE)
    assert fetch(f"{site.address}/a").startswith(f"{site.address}/a: the server gives no proper answer (")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_what_is_no_http_is_one_line(site, fetch, said):
    site.pages["/a"] = lambda handler: handler.wfile.write(said)
    assert fetch(f"{site.address}/a").startswith(f"{site.address}/a: the server gives no proper answer (")


def test_server_that_is_not_there_is_one_line(fetch, site):
    gate = Gate(allow_loopback=True, resolve=lambda host, port: ["127.0.0.2"])
    line = fetch(f"http://news.example:{site.port}/", gate=gate)
    assert line == f"http://news.example:{site.port}/: no connection to the server ([Errno 111] Connection refused)"


def test_location_that_is_no_address_is_one_line(site, fetch):
    site.pages["/a"] = redirect("http://[::1/")
    assert fetch(f"{site.address}/a").startswith(f"{site.address}/a: ")
    assert "is no address on the web" in fetch(f"{site.address}/a")
