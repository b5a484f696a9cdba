"""A mapped stretch of text really stands at its place in the page, whatever page it is."""

import re
from html import escape

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from dateline.model import Span
from dateline.sources.pages.mapping import map_paragraphs
from dateline.sources.pages.scanning import scan_page, squeeze

WORDS = st.lists(
    st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=5), min_size=1, max_size=8
)
MARKS = st.sampled_from([
    "<b>", "</b>", "<a href='x>y'>", "</a>", "<br>", "<!-- <p>no</p> -->", "<span title=\"a > b\">", "</span>",
])  # fmt: skip
JUNK = st.sampled_from([
    "", "<script>var a = '<p>x</p>';</script>", "<style>p > a {}</style>", "<hr/>", "<p>Share", "</div>", "< ", "&bogus;",
    "<img alt='a>b'>",
])  # fmt: skip


@st.composite
def pages(draw):
    """Return a page and the paragraphs in it: some twice, with markup in their middle and junk between them."""
    paragraphs = [" ".join(words) for words in draw(st.lists(WORDS, min_size=1, max_size=6))]
    shown = paragraphs + draw(st.lists(st.sampled_from(paragraphs), max_size=2))
    parts = []
    for paragraph in shown:
        words = [escape(word, quote=draw(st.booleans())) for word in paragraph.split(" ")]
        for mark in draw(st.lists(MARKS, max_size=4)):
            words.insert(draw(st.integers(0, len(words))), mark)
        parts.append(draw(JUNK) + f"<p>{' '.join(words)}</p>")
    return f"<html><head><title>{escape(paragraphs[0])}</title></head><body>{''.join(parts)}</body></html>", paragraphs


@given(pages())
@settings(deadline=None, max_examples=200)
def test_stretch_stands_in_its_element_and_at_its_place(page_and_paragraphs):
    page, paragraphs = page_and_paragraphs
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(start=len(text), end=len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    tree = html.document_fromstring(page)
    for stretch in map_paragraphs(paragraphs, spans, tree, page):
        words = squeeze(stretch.span.of(text))
        (element,) = tree.xpath(stretch.path)
        assert words in squeeze(element.text_content())
        if stretch.at is not None:
            assert squeeze(visible(stretch.at.of(page))) == words


@given(st.text(st.sampled_from(list("<>!-/'\"&;#ab p=x0script\n")), max_size=80))
@example("<!--")
@example("<a '")
@example("&#0;&amp")
def test_any_source_is_scanned_and_every_character_has_its_place(page):
    scanned = scan_page(page)
    assert len(scanned.text) == len(scanned.starts) == len(scanned.ends)
    assert list(scanned.starts) == sorted(scanned.starts)
    for character, start, end in zip(scanned.text, scanned.starts, scanned.ends, strict=True):
        assert 0 <= start < end <= len(page)
        assert page[start:end] == character or page[start] == "&"


def test_paragraph_between_others_is_taken_where_the_order_allows():
    page = "<html><body><h2>Talks fail</h2><p>One.</p><p>Talks fail</p><p>Two.</p></body></html>"
    paragraphs = ["One.", "Talks fail", "Two."]
    spans = [Span(start=n * 20, end=n * 20 + len(words)) for n, words in enumerate(paragraphs)]
    stretches = map_paragraphs(paragraphs, spans, html.document_fromstring(page), page)
    assert [stretch.path for stretch in stretches] == ["/html/body/p[1]", "/html/body/p[2]", "/html/body/p[3]"]
    assert [stretch.at.of(page) for stretch in stretches] == paragraphs


def visible(source: str) -> str:
    """Return the words of a piece of a page, by other means than the scanner's."""
    source = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>", "", source, flags=re.S)
    return html.fromstring(f"<div>{source}</div>").text_content()
