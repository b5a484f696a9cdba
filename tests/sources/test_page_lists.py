"""Front pages, sections and results of searches list reports and are none; reports with headings and links are."""
# ruff: noqa: E501  # pages are written as pages are, in long lines

import pytest
from tests.sources.page_parts import load_reports
from tests.sources.reading_bytes import read_document, read_lines

REPORTS = load_reports()[:8]
FORMS = {
    "cards": "<div class='card'><h3><a href='/{r.slug}'>{r.title}</a></h3><p>{r.paragraphs[0]}</p><time>{r.published}</time></div>",
    "teasers": "<article><a href='/{r.slug}'><h2>{r.title}</h2></a><p>{r.paragraphs[0]} <a href='/{r.slug}'>Read more</a></p></article>",
    "results": "<li><h3><a href='/{r.slug}'>{r.title}</a></h3><span>{r.published}</span><p>{r.paragraphs[1]}</p></li>",
}


def page(inside: str) -> str:
    return (
        f"<html><head><title>The Harbour Gazette</title></head><body><nav>Home</nav><main>{inside}</main></body></html>"
    )


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_list_of_reports_is_said_to_be_one(form):
    inside = "".join(form.format(r=report) for report in REPORTS)
    assert read_lines(page(inside)) == ["file: is a list of reports, no report"]


@pytest.mark.parametrize(
    "heading",
    ["<h3>{}</h3>", "<h3><a href='#entry'>{}</a></h3>", "<h3><a name='x'>{}</a></h3>", "<p><a href='/x'>{}</a></p>"],
)
def test_report_with_headings_between_its_paragraphs_is_none(heading):
    report = REPORTS[0]
    inside = "".join(heading.format("What we know of it by now") + f"<p>{words}</p>" for words in report.paragraphs)
    document = read_document(page(f"<article><h1><a href='/own'>{report.title}</a></h1>{inside}</article>"))
    assert set(report.paragraphs) <= set(document.text.split("\n\n"))


def test_report_with_a_few_boxes_of_others_between_its_paragraphs_is_none():
    report = REPORTS[0]
    body = [f"<p>{words}</p>" for words in report.paragraphs]
    for place in (1, 3, 5):
        body.insert(place, f"<div class='box'><h3><a href='/x'>{REPORTS[place].title}</a></h3></div>")
    assert set(report.paragraphs) <= set(read_document(page("".join(body))).text.split("\n\n"))
