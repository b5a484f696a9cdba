"""Web archives."""

import gzip
import io
import sys
import tracemalloc
import zlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.containers.archives import packed_records, warc_record, zip_of

from dateline.model import FoundDate
from dateline.sources.containers import read_opened
from dateline.sources.options import Origin

PAGE = "<html><p>Ministers met in Oslo.</p></html>"
FETCHED = date(2015, 11, 24)


def test_pages_come_with_address_encoding_and_the_day_they_were_fetched_on(members):
    record = warc_record("<p>Tromsø</p>".encode("latin-1"), kind="Text/HTML; Charset=ISO-8859-1")
    assert members(record, "feed.warc") == [
        (
            "feed.warc#0",
            Origin("http://news.example/a", "iso-8859-1", FETCHED),
            (FoundDate(value="2015-11-24", origin="WARC-Date", used=False),),
            "<p>Tromsø</p>".encode("latin-1"),
        )
    ]


def test_record_is_named_by_where_it_stands_in_the_file(opened):
    first, second = warc_record("one"), warc_record("two")
    assert opened(first + second, "a.warc") == [("a.warc#0", b"one"), (f"a.warc#{len(first)}", b"two")]
    packed = packed_records(first, second)
    assert opened(packed, "a.warc.gz") == [
        ("a.warc.gz#0", b"one"),
        (f"a.warc.gz#{len(packed_records(first))}", b"two"),
    ]


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/atom+xml; charset=utf-8", "application/json"])
def test_feeds_and_json_are_read_too(opened, kind):
    assert opened(warc_record("{}", kind=kind), "a.warc") == [("a.warc#0", b"{}")]


def test_what_is_no_page_feed_or_json_is_passed_over(opened):
    others = (
        warc_record("x", kind="image/png") + warc_record("x", status="404 Not Found")
        + warc_record("", status="301 Moved") + warc_record("GET /", record_type="request")
        + warc_record("x", record_type="revisit")
    )  # fmt: skip
    assert opened(others + warc_record(PAGE), "a.warc") == [(f"a.warc#{len(others)}", PAGE.encode())]
    assert opened(others, "a.warc") == ["a.warc: is a web archive without a page, feed or JSON"]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE.encode(), mtime=0), "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE.encode()), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE.encode())[2:-4], "Content-Encoding: deflate\r\n"),
        (PAGE.encode(), "Content-Encoding: gzip\r\n"),
        (PAGE.encode(), "Content-Encoding: br\r\n"),
        (
            b"7\r\n<html><\r\n23;x=y\r\np>Ministers met in Oslo.</p></html>\r\n0\r\n\r\n",
            "Transfer-Encoding: chunked\r\n",
        ),
        (PAGE.encode(), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(gzip.compress(PAGE.encode(), mtime=0), mtime=0), "Content-Encoding: gzip, gzip\r\n"),
    ],
)
def test_body_is_had_out_of_its_encodings_and_left_alone_where_the_crawler_did_it(opened, body, headers):
    assert opened(warc_record(body, headers=headers), "a.warc") == [("a.warc#0", PAGE.encode())]


def test_body_in_an_encoding_that_is_not_read_costs_only_itself(opened):
    bad = warc_record(b"\x1b\x03\x00\xf8", headers="Content-Encoding: br\r\n")
    cut = warc_record(gzip.compress(PAGE.encode())[:-9], headers="Content-Encoding: gzip\r\n")
    assert opened(bad + cut + warc_record(PAGE), "a.warc") == [
        "a.warc#0: is packed with 'br', which is not read",
        f"a.warc#{len(bad)}: its gzip cannot be unpacked: it is cut off here",
        (f"a.warc#{len(bad + cut)}", PAGE.encode()),
    ]


@pytest.mark.parametrize("cut", [3 + 10, 60, 250])
def test_what_stands_before_a_cut_is_kept(opened, cut):
    first, second = warc_record(PAGE), warc_record(PAGE)
    whole, *told = opened((first + second)[:-cut], "a.warc")
    assert whole == ("a.warc#0", PAGE.encode())
    assert told == [f"a.warc#{len(first)}: the record is cut off"]


def test_what_stands_before_a_cut_in_packed_records_is_kept(opened):
    first, second = packed_records(warc_record(PAGE)), packed_records(warc_record(PAGE * 99))
    assert opened((first + second)[:-40], "a.warc.gz") == [
        ("a.warc.gz#0", PAGE.encode()),
        "a.warc.gz: it is cut off here",
    ]


def test_what_stands_before_garbage_is_kept(opened):
    record = warc_record(PAGE)
    assert opened(record + b"garbage\r\n\r\n" + record, "a.warc") == [
        ("a.warc#0", PAGE.encode()),
        "a.warc: the web archive is broken here (Invalid WARC header)",
    ]
    assert opened(packed_records(record) + b"garbage", "a.warc.gz") == [
        ("a.warc.gz#0", PAGE.encode()),
        "a.warc.gz: what follows its end is no gzip; left out",
    ]


def test_page_larger_than_any_is_told_and_the_next_is_read(opened):
    large = warc_record("x" * 5000)
    packed = warc_record(gzip.compress(bytes(5000)), headers="Content-Encoding: gzip\r\n")
    assert opened(large + packed + warc_record(PAGE), "a.warc", record_bytes=1 << 10) == [
        "a.warc#0: is larger than 1 kB, the most read of a web archive as one page",
        f"a.warc#{len(large)}: unpacks to more than 1 kB, the most read as one page",
        (f"a.warc#{len(large + packed)}", PAGE.encode()),
    ]


def test_bomb_among_packed_records_is_told_and_ends_the_reading(opened):
    bomb = packed_records(warc_record(PAGE), warc_record(bytes(3_000_000), kind="video/mp4"), warc_record(PAGE))
    *_, last = opened(bomb, "a.warc.gz", free_bytes=1_000_000)
    assert last == "a.warc.gz: unpacks to more than 200 times its size, as only a zip bomb does"


def test_record_that_lies_about_its_length_is_told(opened):
    record = warc_record(PAGE)
    lying = record.replace(b"Content-Length: ", b"Content-Length: 99")
    assert opened(lying + record, "a.warc") == ["a.warc#0: the record is cut off"]


def test_answer_with_a_header_that_is_too_long_costs_only_itself(opened):
    long = warc_record(PAGE, headers="X: " + "x" * 100_000 + "\r\n")
    assert opened(long + warc_record(PAGE), "a.warc") == [
        "a.warc#0: its HTTP header cannot be read (Maximum header length exceeded.)",
        (f"a.warc#{len(long)}", PAGE.encode()),
    ]


def test_body_packed_over_and_over_is_refused(opened):
    record = warc_record(PAGE, headers="Content-Encoding: " + "gzip," * 50 + "gzip\r\n")
    assert opened(record, "a.warc") == ["a.warc#0: is packed 51 times over, which no page is"]


def test_header_without_end_is_told(opened):
    record = b"WARC/1.1\r\nX: " + b"a" * 100_000
    assert opened(warc_record(PAGE) + record, "a.warc") == [
        ("a.warc#0", PAGE.encode()),
        "a.warc: the web archive is broken here (Maximum header length exceeded.)",
    ]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "dns:news.example", "javascript:1", "http://a\x1b[31m"])
def test_address_that_is_none_of_a_page_is_left_out(members, target):
    ((_, origin, _, _),) = members(warc_record(PAGE, url=target))
    assert origin.url is None


def test_address_in_brackets_and_unreadable_date_are_borne(members):
    ((_, origin, dates, _),) = members(warc_record(PAGE, url="<http://news.example/b>", date="yesterday"))
    assert (origin, dates) == (Origin("http://news.example/b", "utf-8"), ())


def test_web_archive_needs_its_extra(opened, monkeypatch):
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert opened(zip_of({"a.warc": warc_record(PAGE), "b.txt": b"two"}), "x.zip") == [
        "x.zip/a.warc: reading web archives needs an optional part: pip install 'dateline[warc]'",
        ("x.zip/b.txt", b"two"),
    ]


@settings(deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=8), st.integers(0, 40), st.booleans())
def test_no_damage_is_more_than_lines(at, noise, gap, is_packed):
    records = [warc_record(PAGE), warc_record(b"5\r\nhello\r\n0\r\n\r\n", headers="Transfer-Encoding: chunked\r\n")]
    data = packed_records(*records) if is_packed else b"".join(records)
    at %= len(data)
    data = data[:at] + noise + data[at + gap :]

    def read(member):
        yield member.stream.read()

    for item in read_opened(io.BytesIO(data), "x.warc", read):
        assert isinstance(item, bytes) or "\n" not in str(item)


class Crawl(io.RawIOBase):
    """A packed web archive of many pages that is made as it is read."""

    def __init__(self, count):
        self._parts = (gzip.compress(warc_record(f"<p>{n}</p>" + "words " * 3000), 1) for n in range(count))
        self._left = b""

    def readable(self):
        return True

    def readinto(self, buffer):
        while len(self._left) < len(buffer) and (part := next(self._parts, None)):
            self._left += part
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def test_memory_does_not_grow_with_the_archive():
    def peak_of(count):
        sizes = []

        def measure(member):
            sizes.append(len(member.stream.read()))
            yield from ()

        tracemalloc.start()
        assert not list(read_opened(io.BufferedReader(Crawl(count)), "crawl.warc.gz", measure))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(sizes) == count
        return peak

    assert peak_of(1500) < peak_of(150) + 500_000
