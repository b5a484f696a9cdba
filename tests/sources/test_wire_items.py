"""What wire services say of their items, and items that are no reports."""
# ruff: noqa: E501  # items are written as services write them, in long lines

import json

import pytest
from tests.sources.reading_bytes import PROSE, read_document, read_items, read_lines

from dateline.model import Wire, WireStatus

BODY = f"<p>ANKARA (AP) — {PROSE}</p>"
EMBARGOED = Wire(id="urn:x:1", version="2", status=WireStatus.WITHHELD, embargo="2015-11-24T18:00:00+00:00")


def ninjs(**names) -> str:
    values = {
        "uri": "urn:x:1", "type": "text", "version": 2, "pubstatus": "withheld", "embargoed": "2015-11-24T18:00:00Z", "headline": "Talks",
        "byline": "A. Be and C. De", "firstcreated": "2015-11-24T10:00:00Z", "versioncreated": "2015-11-25T10:00:00Z", "body_html": BODY,
        "copyrightholder": "AP",
    }  # fmt: skip
    return json.dumps({name: value for name, value in (values | names).items() if value is not None})


def newsml(
    inside: str = "", content: str = f"<inlineXML><html><body>{BODY}</body></html></inlineXML>", kind: str = "text"
) -> str:
    return f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:x:1" version="2">
<itemMeta><itemClass qcode="ninat:{kind}"/><provider qcode="nprov:AP"/><versionCreated>2015-11-25T10:00:00Z</versionCreated>
<firstCreated>2015-11-24T10:00:00Z</firstCreated><embargoed>2015-11-24T18:00:00Z</embargoed><pubStatus qcode="stat:withheld"/></itemMeta>
<contentMeta><headline>Talks</headline><by>By A. Be and C. De</by></contentMeta><contentSet>{content}</contentSet></newsItem>{inside}</itemSet></newsMessage>"""


NITF = f"""<?xml version="1.0"?><nitf><head><docdata management-status="embargoed"><doc-id id-string="urn:x:1"/><date.issue norm="20151124T100000Z"/>
<date.release norm="20151124T180000Z"/><du-key version="2"/></docdata><revision-history norm="20151125T100000Z"/></head><body><body.head><hedline><hl1>Talks</hl1></hedline>
<byline>By <person>A. Be</person> and <person>C. De</person><byttl>Staff Writer</byttl></byline><distributor>AP</distributor></body.head>
<body.content>{BODY}</body.content></body></nitf>"""


@pytest.mark.parametrize("item", [ninjs(), newsml(), NITF], ids=["ninjs", "NewsML-G2", "NITF"])
def test_the_three_formats_say_the_same(item):
    document = read_document(item)
    assert document.wire == EMBARGOED
    assert (str(document.published), str(document.modified)) == ("2015-11-24", "2015-11-25")
    assert (document.title, document.publisher, document.agency) == ("Talks", "AP", "The Associated Press")
    assert (document.authors, document.dateline) == (("A. Be", "C. De"), "ANKARA")


def test_canceled_item_without_a_body_keeps_its_headline_and_note_so_that_it_can_be_withdrawn():
    document = read_document(
        ninjs(pubstatus="canceled", body_html=None, ednote="Kill the story; the talks did not take place.")
    )
    assert document.wire.status is WireStatus.CANCELED
    assert document.text == "Talks\n\nKill the story; the talks did not take place."
    assert read_lines(ninjs(pubstatus="canceled", body_html=None, headline=None)) == [
        "file:1: cancels urn:x:1, without a text"
    ]


def test_usable_item_says_so_and_odd_embargo_is_none():
    wire = read_document(ninjs(pubstatus=None, embargoed="soon", version=None)).wire
    assert wire == Wire(id="urn:x:1", version=None, status=WireStatus.USABLE, embargo=None)


def test_picture_is_passed_over_with_a_remark():
    assert read_lines(ninjs(type="picture")) == ["file:1: is a picture item; only texts are read"]
    assert read_lines(newsml(content="<remoteContent/>", kind="picture")) == [
        "file#1: is a picture item; only texts are read"
    ]


def test_texts_of_a_composite_are_read_one_by_one():
    package = {"uri": "urn:x:9", "type": "composite", "versioncreated": "2015-11-25T10:00:00Z",
               "associations": {"main": json.loads(ninjs()), "side": json.loads(ninjs(uri="urn:x:2", type="picture"))}}  # fmt: skip
    assert read_lines(json.dumps(package, indent=1)) == [
        f"file#1 | {'ANKARA (AP) — ' + PROSE[:6]}", "file#2: is a picture item; only texts are read",
    ]  # fmt: skip


def test_marked_up_body_is_taken_before_the_plain_one_since_it_has_paragraphs():
    assert read_document(ninjs(body_text="All in one.")).text == f"ANKARA (AP) — {PROSE}"
    assert read_document(ninjs(body_html=None, body_text=PROSE)).text == PROSE
    assert read_document(ninjs(body_html=None, description_text=PROSE)).text == PROSE


def test_row_with_a_text_is_a_row_though_it_has_a_uri():
    row = {"uri": "x", "versioncreated": "2015-11-25", "text": PROSE}
    assert read_document(json.dumps(row)).wire is None


def test_items_before_the_break_of_a_message_are_read():
    message = newsml('<newsItem guid="urn:x:2"><itemMeta>')[: -len("</itemSet></newsMessage>")]
    first, broken = read_items(message)
    assert first.source == "file#1"
    assert str(broken).startswith("file: broken XML at line")
    assert str(broken).endswith("; the items before it were read")


def test_known_characters_of_html_are_understood_where_the_dtd_is_not_loaded():
    item = '<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf><body><body.content><p>The caf&eacute; of the ministers was closed.</p></body.content></body></nitf>'
    assert read_document(item).text == "The café of the ministers was closed."
