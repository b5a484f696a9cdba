from dataclasses import replace
from datetime import date

import pytest

from dateline.situation import Citation
from dateline.web.citing import citation_of, cite, headline, say_source

REPORT = Citation(
    number=7, document="0123456789abcdef", title=None, publisher="", agency=None, published=date(2015, 11, 26), url=None,
    source="/home/me/reports/may.jsonl:12", start=0, end=30, words="France expelled two diplomats.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("report", "opening", "name"),
    [
        (replace(REPORT, title="Paris expels two"), "France expelled", "Paris expels two"),
        (REPORT, "France expelled two\n  diplomats.", "France expelled two diplomats."),
        (REPORT, "word " * 40, "word " * 17 + "word …"),
        (REPORT, "", "may.jsonl:12"),
    ],
)
def test_a_report_is_called_by_its_title_else_by_its_opening_else_by_its_file(report, opening, name):
    assert headline(report, opening) == name


def test_a_source_is_its_publisher_else_its_agency_else_its_file():
    assert say_source(replace(REPORT, publisher="The Post", agency="Reuters")) == "The Post"
    assert say_source(replace(REPORT, agency="Reuters")) == "Reuters"
    assert say_source(REPORT) == "may.jsonl:12"


def test_the_words_of_an_event_are_cited_from_the_report_they_stand_in(client, web_archive):
    import dateline

    with dateline.open(web_archive) as situation:
        events = [e for e in situation.timeline(limit=None) if e.words != e.tellings[0].citation.words]
    assert events
    for event in events:
        citation = citation_of(event)
        assert citation.words == event.words
        assert f"dateline item {citation.number}" in cite(citation)
        page = client.get(f"/event/{event.number}").text
        assert f'<mark><a href="/report/{citation.document}?at={citation.number}"' in page
