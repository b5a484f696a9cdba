"""Addresses before any name is looked up."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.fetching import BadAddress, host_of, origin_of, parse_address


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://news.example/", "only http and https are asked"),
        ("file:///etc/passwd", "only http and https are asked"),
        ("javascript:alert(1)", "only http and https are asked"),
        ("data:text/html,x", "only http and https are asked"),
        ("//news.example/", "only http and https are asked"),
        ("http:///x", "the address names no host"),
        ("http:news.example", "the address names no host"),
        ("http://user:word@news.example/", "an address with a user name or password is not asked"),
        ("http://news.example\\@127.0.0.1/", "an address with a user name or password is not asked"),
        ("http://127.0.0.1%2f@news.example/", "an address with a user name or password is not asked"),
        ("http://news.example:0/", "there is no port 0"),
        ("http://news.example:99999/", "there is no port 99999"),
        ("http://127.1/", "127.1 is a number that may mean another address; write it as four numbers"),
        ("http://0x7f.0.0.1/", "0x7f.0.0.1 is a number that may mean another address; write it as four numbers"),
        ("http://2130706433/", "2130706433 is a number that may mean another address; write it as four numbers"),
        ("http://017700000001/", "017700000001 is a number that may mean another address; write it as four numbers"),
        ("http://0x7f000001/", "0x7f000001 is a number that may mean another address; write it as four numbers"),
        ("http://news.0x1/", "news.0x1 is a number that may mean another address; write it as four numbers"),
        (
            "http://news.example.1./",
            "news.example.1. is a number that may mean another address; write it as four numbers",
        ),
        ("http://0/", "0 is a number that may mean another address; write it as four numbers"),
        ("http://%31%32%37.0.0.1x/", "the address names no host that can exist"),
        ("http://ex ample.org/", "the address names no host that can exist"),
        ("http://[fe80::1%25eth0]/", "the address names no host that can exist"),
        ("http://a..b/", "the address names no host that can exist"),
        ("http://-a.example/", "the address names no host that can exist"),
        (f"http://{'a' * 64}.example/", "the address names no host that can exist"),
        (f"http://news.example/{'a' * 3000}", "the address is longer than 2,048 characters"),
    ],
)
def test_address_that_is_never_asked_says_why(address, reason):
    with pytest.raises(BadAddress) as refused:
        parse_address(address)
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    "address",
    [
        "http://0177.0.0.1/",
        "http://１２７.0.0.1/",
        "http://①②⑦.0.0.1/",
        "http://[::1/",
        "http://a\nb/",
        "http://ｌocalhost/",
    ],
)
def test_what_cannot_be_read_as_an_address_is_one_line(address):
    with pytest.raises(BadAddress, match=r"^is no address on the web \(.*\)$"):
        parse_address(address)


def test_dots_of_other_scripts_do_not_hide_a_number():
    assert host_of(parse_address("http://127。0。0。1/")) == "127.0.0.1"  # and so the gate refuses it


@pytest.mark.parametrize(
    ("address", "parsed", "origin"),
    [
        ("HTTPS://News.Example/a?b=c#d", "https://news.example/a?b=c", "https://news.example"),
        ("http://news.example:8080", "http://news.example:8080/", "http://news.example:8080"),
        ("http://münchen.example/ä", "http://xn--mnchen-3ya.example/%C3%A4", "http://xn--mnchen-3ya.example"),
        ("http://[2600::1]:81/x", "http://[2600::1]:81/x", "http://[2600::1]:81"),
        ("https://news.example:443/x", "https://news.example/x", "https://news.example"),
        ("http://under_score.example./x", "http://under_score.example./x", "http://under_score.example."),
    ],
)
def test_address_is_written_in_one_way(address, parsed, origin):
    address = parse_address(address)
    assert str(address) == parsed
    assert origin_of(address) == origin


@settings(deadline=None)
@given(st.text() | st.text(alphabet="htp:/.@[]%0x127\\?#").map(lambda rest: "http://" + rest))
def test_any_text_is_an_address_or_refused(text):
    address = None
    with contextlib.suppress(BadAddress):
        address = parse_address(text)
    if address is not None:
        assert address.scheme in ("http", "https")
        assert host_of(address)
        assert parse_address(str(address)) == address
