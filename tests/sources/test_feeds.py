"""Entries of feeds: their text, their day as written, their publisher, and what feeds leave out."""
# ruff: noqa: E501  # files are written as their makers write them, in long lines

import pytest
from tests.sources.reading_bytes import PROSE, read_document, read_items, read_lines

from dateline.sources import Document

SECOND = "They will meet again in Copenhagen next month, the Danish minister said on Tuesday."


def rss(*items: str, about: str = "<title>The Harbour Gazette</title>") -> str:
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:atom="http://www.w3.org/2005/Atom"'
    )
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel>{about}{inside}</channel></rss>'


def test_whole_text_is_taken_where_the_feed_has_it_and_the_summary_where_not():
    whole = f"<title>A</title><description>In short.</description><content:encoded><![CDATA[<p>{PROSE}</p><p>{SECOND}</p>]]></content:encoded>"
    lines = read_lines(rss(whole, f"<title>B</title><description>{SECOND}</description>"), name="feed.xml")
    assert lines == [
        f"feed.xml#1 | {PROSE[:20]}", f"feed.xml#2 | {SECOND[:20]}",
        "feed.xml: 1 of 2 entries carry a summary only; the reports stand on their pages",
    ]  # fmt: skip
    assert read_items(rss(whole))[0].text == f"{PROSE}\n\n{SECOND}"


def test_links_to_more_and_buttons_are_left_out():
    text = f"&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;Read more&lt;/p&gt;&lt;p&gt;Share on Facebook&lt;/p&gt;"
    assert read_document(rss(f"<description>{text}</description>")).text == PROSE


def test_day_is_the_one_that_is_written_whatever_the_zone():
    for day in ("Tue, 24 Nov 2015 23:30:00 -0500", "Tue, 24 Nov 2015 00:30:00 +0300", "2015-11-24T23:30:00-05:00"):
        document = read_document(rss(f"<description>{PROSE}</description><pubDate>{day}</pubDate>"))
        assert str(document.published) == "2015-11-24"
        assert [(d.value, d.origin, d.used) for d in document.dates] == [("2015-11-24", "feed published", True)]


def test_day_of_a_change_is_kept_apart():
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Gazette</title><entry><title>A &amp;amp; B</title>
<link href="https://news.example/1"/><author><name>A. Writer</name></author><published>2015-11-24T10:00:00Z</published><updated>2015-11-26T10:00:00Z</updated>
<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""
    document = read_document(atom)
    assert (str(document.published), str(document.modified)) == ("2015-11-24", "2015-11-26")
    assert (document.title, document.url, document.authors) == ("A & B", "https://news.example/1", ("A. Writer",))


def test_author_with_an_address_is_a_name_and_an_address_alone_is_none():
    named = read_document(rss(f"<description>{PROSE}</description><author>desk@news.example (Ada Lindqvist)</author>"))
    assert named.authors == ("Ada Lindqvist",)
    assert read_document(rss(f"<description>{PROSE}</description><author>desk@news.example</author>")).authors == ()


def test_entry_of_merged_feeds_is_its_own_publishers():
    entry = f"<description>{PROSE}</description><source url='https://other.example/feed'>Northern Courier</source>"
    assert read_document(rss(entry)).publisher == "Northern Courier"


def test_entry_without_words_costs_only_itself():
    first, second, *_ = read_items(rss("<title>A</title>", f"<description>{PROSE}</description>"))
    assert str(first) == "file#1: is empty"
    assert isinstance(second, Document)


def test_broken_feed_is_read_as_far_as_it_can_be_and_said_to_be_broken():
    lines = read_lines(rss(f"<title>A</title><description>{PROSE}</description>")[: -len("</channel></rss>")])
    assert lines[0].startswith("file: is a broken feed (")
    assert lines[1] == f"file#1 | {PROSE[:20]}"


def test_feed_that_breaks_the_feed_parser_is_one_line():
    lines = read_lines(rss(f"<description>{PROSE} &#99999999; <b</description>"), name="feed.xml")
    assert lines == ["feed.xml: is a feed that cannot be read (chr() arg not in range(0x110000))"]


@pytest.mark.parametrize(
    "day",
    [
        "Mon, 01 Jan 0001 00:00:00 GMT", "Sun, 30 Nov -0001 00:00:00 +0000", "30 Nov 0000 00:00:00 +0000", "-0001-11-30T00:00:00Z",
        "0001-01-01T00:00:00Z", "0000-00-00 00:00:00",
    ],
)  # fmt: skip
def test_day_that_nobody_filled_in_is_no_day_of_our_century(day):
    document = read_document(rss(f"<title>x</title><pubDate>{day}</pubDate><description>{PROSE}</description>"))
    assert document.published is None


def test_feed_with_one_summary_is_told_of_in_the_singular():
    _, remark = read_items(rss(f"<title>x</title><description>{PROSE}</description>"))
    assert str(remark) == "file: its one entry carries a summary only; the report stands on its page"
