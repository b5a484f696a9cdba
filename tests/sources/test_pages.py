"""What is found in 200 pages of thirteen sites whose text, title and day are known, and where it stands in them."""

import re
from collections import Counter, defaultdict

import pytest
from lxml import html
from tests.sources.page_parts import Page
from tests.sources.page_templates import TEMPLATES, make_pages
from tests.sources.unseen_templates import make_unseen_pages

from dateline.sources import Document, ReadOptions, iter_documents

TEXT_FLOOR = 0.99
EXACT_FLOOR = 0.95
"""Pages whose text is the report's to the character, as a table would have carried it."""
DATE_FLOOR = 0.99
SCRIPT = "in a script"
PAGES = make_pages(200)


@pytest.fixture(scope="module")
def documents() -> list[tuple[Page, Document]]:
    found = []
    for number, page in enumerate(PAGES):
        (document,) = iter_documents(page.html.encode(), f"{number}.html", ReadOptions())
        assert isinstance(document, Document)
        found.append((page, document))
    return found


def token_f1(found: str, expected: str) -> float:
    one, other = (Counter(re.findall(r"\w+", words.lower())) for words in (found, expected))
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def test_text_and_day_are_found_on_every_kind_of_site(documents, capsys):
    """Prints the table that docs/decisions/sources.md cites."""
    texts, exact, days, titles = defaultdict(list), defaultdict(list), defaultdict(list), defaultdict(list)
    for page, document in documents:
        texts[page.template].append(token_f1(document.text, page.report.text))
        exact[page.template].append(document.text == page.report.text)
        days[page.template].append(document.published == page.report.published)
        titles[page.template].append(document.title == page.report.title)

    def mean(values):
        return sum(values) / len(values)

    def show(columns):
        text, *others = map(mean, columns)
        return f"{text:.3f}   " + "   ".join(f"{share:.2f}" for share in others)

    with capsys.disabled():
        print(f"\n{'site':<18}text F1  exact   day  title")
        for name in TEMPLATES:
            print(f"{name:<18}" + show(table[name] for table in (texts, exact, days, titles)))
        overall = [[value for values in table.values() for value in values] for table in (texts, exact, days, titles)]
        print(f"{'all 200 pages':<18}" + show(overall))
    assert mean(overall[0]) >= TEXT_FLOOR
    assert mean(overall[1]) >= EXACT_FLOOR
    assert mean(overall[2]) >= DATE_FLOOR
    assert min(mean(values) for values in texts.values()) >= 0.9
    assert min(mean(values) for values in days.values()) >= 0.9


def test_kinds_of_site_that_were_made_after_the_rules_are_read_as_well():
    texts, days = [], []
    for number, page in enumerate(make_unseen_pages()):
        (document,) = iter_documents(page.html.encode(), f"{number}.html", ReadOptions())
        assert (document.title, page.template) == (page.report.title, page.template)
        texts.append(token_f1(document.text, page.report.text))
        days.append(document.published == page.report.published)
    assert sum(texts) / len(texts) >= TEXT_FLOOR
    assert sum(days) / len(days) >= DATE_FLOOR


def test_publisher_is_the_site_where_the_page_names_it(documents):
    wrong = {page.template for page, document in documents if document.publisher != page.publisher}
    assert wrong == set()


def test_nothing_is_put_into_a_text_that_the_page_does_not_hold(documents):
    for page, document in documents:
        if page.template == SCRIPT:
            continue
        whole = squeeze(html.document_fromstring(page.html).text_content())
        for paragraph in document.text.split("\n\n"):
            assert squeeze(paragraph) in whole, page.template


def test_every_stretch_stands_in_its_element_and_at_its_place_in_the_source(documents):
    mapped = 0
    for page, document in documents:
        tree = html.document_fromstring(page.html)
        for stretch in document.page:
            words = squeeze(stretch.span.of(document.text))
            (element,) = tree.xpath(stretch.path)
            assert words in squeeze(element.text_content())
            if stretch.at is not None:
                assert words == squeeze(html.fromstring(f"<div>{stretch.at.of(page.html)}</div>").text_content())
                mapped += len(words)
    shown = [document for page, document in documents if page.template != SCRIPT]
    assert mapped == sum(len(squeeze(document.text)) for document in shown)


def test_text_that_stands_in_a_script_alone_has_no_place_on_the_page(documents):
    assert {document.page for page, document in documents if page.template == SCRIPT} == {()}


def test_every_day_a_page_gives_is_kept_with_where_it_stands():
    page = next(p for p in PAGES if p.template == "classic")
    (document,) = iter_documents(page.html.encode(), "page.html", ReadOptions())
    found = {(d.origin, d.used) for d in document.dates}
    assert {
        ("JSON-LD datePublished", True),
        ("JSON-LD dateModified", True),
        ("time element", False),
        ("htmldate", False),
    } <= found


def squeeze(words: str) -> str:
    return "".join(words.split())
