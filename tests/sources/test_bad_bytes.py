"""Whatever is wrong with some bytes gets one clear line, and what is sound beside it is read."""
# ruff: noqa: E501  # files are written as their makers write them, in long lines

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.reading_bytes import PROSE, read_items, read_lines

from dateline.sources import Document

PAGE = "<!DOCTYPE html><html><head><title>News</title></head><body>{}</body></html>"
BOMB = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
THIEF = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
CONSENT = """<h1>We value your privacy</h1>
<p>We and our 812 partners store and access information on a device, such as cookies, and process personal data.</p>
<p>With your permission we and our partners may use precise geolocation data. You may click to consent to our processing,
or rely on legitimate interest where that is allowed.</p><button>Accept all</button><button>Reject all</button>"""
LINES = {
    "": "file: is empty",
    "<!DOCTYPE html>": "file: is a page without words",
    PAGE.format("<div id='root'></div><script>" + "var a = 1;" * 500 + "</script>"):
        "file: is a page that is all script: a browser would have to run it before there is a text",
    PAGE.format("<noscript>You need to enable JavaScript to run this app.</noscript><script src='x'></script>"):
        "file: is a page that shows its text only in a browser (it asks for JavaScript)",
    PAGE.format(CONSENT): "file: holds only a notice about cookies, no report",
    PAGE.format("<h1>Page not found</h1><p>The page you are looking for could not be found. Try the search.</p>"):
        "file: is the notice of a page that is gone, no report",
    PAGE.format("<h1>Access Denied</h1><p>You don't have permission to access this page. Reference #18.1</p>"):
        "file: is a refusal by the site's server, no report",
    '<?xml version="1.0"?><gpx><trk/></gpx>':
        "file: is XML, but no feed, NewsML-G2, NITF or page: its first element is <gpx>",
    f"{BOMB}<rss><channel><item><title>&b;</title></item></channel></rss>":
        "file: declares entities of its own (a), which is refused",
    f"{BOMB}<nitf><body><body.content><p>&b;</p></body.content></body></nitf>":
        "file: declares entities of its own (a), which is refused",
    f"{THIEF}<nitf><body><body.content><p>&a;</p></body.content></body></nitf>":
        "file: declares entities of its own (a), which is refused",
    f"{THIEF}<rss><channel><item><title>&a;</title></item></channel></rss>":
        "file: declares entities of its own (a), which is refused",
    "<nitf><body><body.content><p>The foreign": "file: broken XML at line 1: Premature end of data in tag p line 1",
    "<rss><channel><title>Nothing</title></channel></rss>": "file: is a feed without entries",
    '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>':
        "file: is NewsML-G2 without a news item",
    '{\n "a": 1, "b": [2]\n}':
        "file: is JSON, but neither a table with a field 'text' nor a wire item (ninjs); its fields: a, b",
    '{\n"text": "x",': "file: broken JSON: Expecting property name enclosed in double quotes at line 2",
    "[]": "file: is an empty JSON array",
    "[" * 50_000: "file: broken JSON after value 0 of the array: nested too deeply",
    "id,body,day\n1,The minister met him,2015-11-24\n":
        "file: a table without a column 'text'; its columns: id, body, day (--column text=NAME says which holds the text)",
    "From: a@x.example\nSubject: b\nDate: Tue, 24 Nov 2015 10:00:00 GMT\n\n": "file: is empty",
    "From: a@x.example\nMIME-Version: 1.0\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n":
        "file: is a message without a text",
}  # fmt: skip


@pytest.mark.parametrize(("data", "line"), LINES.items(), ids=range(len(LINES)))
def test_bad_bytes_get_one_clear_line(data, line):
    assert read_lines(data) == [line]


def test_binary_files_are_named():
    assert read_lines(b"\x89PNG\r\n\x1a\n" + bytes(100)) == ["file: is a PNG picture, not text"]
    assert read_lines(bytes(range(256)) * 20) == ["file: is a binary file, not text"]


def test_program_or_style_sheet_among_reports_is_named():
    program = "function show(name) { var node = find(name); if (node == null) { return; } node.style = 'x'; }\n" * 5
    assert read_lines(program) == ["file: looks like a program or a style sheet, no report"]


def test_parquet_that_was_cut_off_is_named():
    pytest.importorskip("pyarrow")
    (line,) = read_lines(b"PAR1" + bytes(range(32)) * 20)
    assert line.startswith("file: is a Parquet table that is cut off or damaged")


def test_page_in_broken_markup_is_read():
    page = f"<html><body><div><p>{PROSE}<p>They <i>left on <b>Tuesday.</div></span><p>Talks go on in Copenhagen next month."
    (document,) = read_items(page)
    assert document.text == f"{PROSE}\n\nThey left on Tuesday.\n\nTalks go on in Copenhagen next month."


def test_feed_that_is_a_page_is_read_as_a_page():
    (document,) = read_items(PAGE.format(f"<p>{PROSE}</p>"), "feed.xml")
    assert (document.source, document.text) == ("feed.xml", PROSE)


def test_objects_before_the_fault_of_an_array_are_read():
    lines = read_lines("[" + json.dumps({"text": PROSE}) + ', {"text": "cut')
    assert lines == [
        f"file#1 | {PROSE[:20]}",
        "file: broken JSON after value 1 of the array: Unterminated string; what stands before was read",
    ]  # fmt: skip


@pytest.mark.parametrize("piece", ["<div>", "<a '", "<!--", "<script>", "&lt;", "<table><tr><td>", "<p", "<![CDATA["])
def test_page_of_one_thing_over_and_over_is_done_with(piece):
    (item,) = read_items("<html><body>" + piece * 20_000)
    assert not isinstance(item, Document)


BEGINNINGS = st.sampled_from([
    b"<html>", b"<rss>", b"<feed>", b"<nitf>", b"<newsItem>", b"<newsMessage>", b"<?xml version='1.0'?>", b"{\"text\": \"", b"[{", b"{\n\"",
    b"id,text\n", b"From a\nFrom: b\nDate: c\nSubject: d\n\n", b"PAR1\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"{\"uri\": \"a\", \"bodies\": [",
])  # fmt: skip


@given(BEGINNINGS, st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
@settings(deadline=None, max_examples=150)
def test_no_bytes_raise_whatever_they_begin_like(beginning, rest):
    for item in read_items(beginning + rest):
        assert str(item)
