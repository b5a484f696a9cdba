"""What pages say of their reports, and what they say that is not to be believed."""
# ruff: noqa: E501  # files are written as their makers write them, in long lines

import json
from datetime import date

import pytest
from tests.sources.reading_bytes import PROSE, read_document

from dateline.sources import Origin, ReadOptions, iter_documents
from dateline.sources.pages.notices import load_notices, name_notice
from dateline.sources.pages.parts import load_parts, name_part

SECOND = "They will meet again in Copenhagen next month, the Danish minister said on Tuesday."


def page(head: str = "", above: str = "", title: str = "Ministers meet") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head><body><article>"
        f"<h1>Ministers meet</h1>{above}<p>{PROSE}</p><p>{SECOND}</p></article></body></html>"
    )


def linked(*nodes) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def fetched(html: str, url: str):
    (document,) = iter_documents(html.encode(), "file", ReadOptions(), Origin(url=url, retrieved=date(2016, 1, 1)))
    return document


def test_references_in_linked_data_are_followed_and_broken_scripts_passed_over():
    graph = {"@graph": [
        {"@type": "NewsArticle", "headline": "Ministers meet", "author": [{"@id": "#p"}], "publisher": {"@id": "#o"}, "datePublished": "2015-11-24"},
        {"@id": "#p", "@type": "Person", "name": "Ada Lindqvist"}, {"@id": "#o", "@type": "Organization", "name": "Caf&eacute; Press"},
    ]}  # fmt: skip
    document = read_document(page('<script type="application/ld+json">{"broken</script>' + linked(graph)))
    assert (document.authors, document.publisher, str(document.published)) == (
        ("Ada Lindqvist",),
        "Café Press",
        "2015-11-24",
    )


def test_linked_data_that_refers_to_itself_ends():
    node = {
        "@type": "NewsArticle",
        "@id": "#a",
        "headline": "Ministers meet",
        "author": {"@id": "#a"},
        "publisher": {"@id": "#b"},
    }
    other = {"@type": "Organization", "@id": "#b", "legalName": "x", "name": {"@id": "#b"}}
    assert read_document(page(linked(node, other))).authors == ()


def test_days_and_authors_of_other_reports_on_the_page_are_not_taken():
    other = {
        "@type": "NewsArticle",
        "headline": "Storm over the coast",
        "datePublished": "2015-12-24",
        "author": "Somebody Else",
    }
    own = {
        "@type": "NewsArticle",
        "headline": "Ministers meet",
        "datePublished": "2015-11-24",
        "author": "Ada Lindqvist",
    }
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": other}]}
    document = read_document(page(linked(listed, other, own)))
    assert (str(document.published), document.authors) == ("2015-11-24", ("Ada Lindqvist",))
    assert [found.value for found in document.dates if found.origin.startswith("JSON-LD")] == ["2015-11-24"]


def test_authors_are_people_and_not_addresses_or_the_site():
    head = (
        '<meta property="og:site_name" content="Northern Courier"><meta name="author" content="By Ada Lindqvist and Tom Ashdown">'
        '<meta property="article:author" content="https://social.example/ada"><meta name="dc.creator" content="Northern Courier">'
    )
    assert read_document(page(head)).authors == ("Ada Lindqvist", "Tom Ashdown")


def test_byline_above_the_text_signs_and_dates_it_and_is_not_in_it():
    document = read_document(page(above="<p>By Ada Lindqvist | 24 November 2015, updated 25 November 2015</p>"))
    assert (document.authors, str(document.published), str(document.modified)) == (
        ("Ada Lindqvist",),
        "2015-11-24",
        "2015-11-25",
    )
    assert document.text == f"{PROSE}\n\n{SECOND}"


def test_place_and_day_above_the_text_are_no_byline():
    document = read_document(page(above="<p>New York, November 24, 2015</p>"))
    assert (document.authors, str(document.published)) == ((), "2015-11-24")
    assert document.text.startswith("New York, November 24, 2015\n\n")


def test_text_told_to_search_engines_is_not_taken_where_it_says_nothing():
    head = linked({"@type": "NewsArticle", "headline": "Ministers meet", "articleBody": "Read more"})
    html = f"<html><head>{head}</head><body><div id='root'></div></body></html>"
    assert [str(item) for item in iter_documents(html.encode(), "x", ReadOptions())] == [
        "x: is a page that is all script: a browser would have to run it before there is a text"
    ]


def test_address_a_page_gives_itself_is_believed_only_for_its_own_site():
    own = '<link rel="canonical" href="https://www.news.example/talks">'
    assert fetched(page(own), "https://news.example/talks?from=feed").url == "https://www.news.example/talks"
    assert fetched(page(own), "https://other.example/copy").url == "https://other.example/copy"
    assert fetched(page('<link rel="canonical" href="/">'), "https://news.example/a").url == "https://news.example/a"
    assert (
        fetched(page('<link rel="canonical" href="javascript:alert(1)">'), "https://news.example/a").url
        == "https://news.example/a"
    )
    assert read_document(page(own)).url == "https://www.news.example/talks"


def test_title_is_what_readers_see_without_the_name_of_the_site():
    seen = read_document(
        page('<meta property="og:title" content="Ministers meet: what it means">', title="Ministers meet | News")
    )
    assert (seen.title, seen.publisher) == ("Ministers meet", "News")
    logo = page(linked({"@type": "NewsArticle", "headline": "Talks in Oslo"})).replace(
        "<h1>Ministers meet</h1>", "<h1>The Gazette</h1>"
    )
    assert read_document(logo).title == "Talks in Oslo"


def test_charset_of_the_answer_of_the_page_and_of_the_bytes():
    words = "The naïve façade of the café in Tromsø was gone, the foreign minister of Norway said in Oslo on Monday."
    html = f"<html><head><meta charset='CHARSET'></head><body><p>{words}</p></body></html>"
    for declared, real in (
        ("utf-8", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "cp1252"),
        ("nonsense", "utf-8"),
        ("utf-16", "utf-8"),
    ):
        assert words in [d.text for d in _documents(html.replace("CHARSET", declared).encode(real))]
    assert words in [d.text for d in _documents(html.replace("CHARSET", "utf-8").encode("utf-16"))]
    (document,) = iter_documents(html.encode("cp1252"), "x", ReadOptions(), Origin(charset="windows-1252"))
    assert document.text == words


def _documents(data: bytes):
    return [item for item in iter_documents(data, "x", ReadOptions()) if hasattr(item, "text")]


@pytest.mark.parametrize(("entry", "words"), [(e, w) for e in load_notices() for w in e.yes], ids=str)
def test_notice_is_known_by_its_entry(entry, words):
    assert name_notice(words) == entry.says


@pytest.mark.parametrize("words", [w for e in load_notices() for w in e.no])
def test_report_that_speaks_of_such_things_is_no_notice(words):
    assert name_notice(words) is None


@pytest.mark.parametrize(("entry", "name"), [(e.id, n) for e in load_parts() for n in e.yes])
def test_part_is_known_by_its_class(entry, name):
    assert name_part(f"wide {name} grey") == entry


@pytest.mark.parametrize("name", [n for e in load_parts() for n in e.no])
def test_class_that_reports_have_too_is_no_part(name):
    assert name_part(name) is None


def test_part_that_holds_most_of_the_page_is_the_report_itself():
    html = f"<html><body><nav>Home</nav><div class='support-us'><p>{PROSE}</p><p>{SECOND}</p></div></body></html>"
    assert read_document(html).text == f"{PROSE}\n\n{SECOND}"
