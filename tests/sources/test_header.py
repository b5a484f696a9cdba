from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources import make_document
from dateline.sources.header import read_header
from dateline.sources.header.dates import read_date, read_date_line

EXAMPLES = Path(__file__).parents[2] / "examples" / "november-2015"
EXPECTED = yaml.safe_load((EXAMPLES / "expected.yaml").read_text(encoding="utf-8"))["reports"]


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda e: e["file"])
def test_head_of_a_bundled_report_is_read_as_expected(expected):
    document = make_document((EXAMPLES / expected["file"]).read_text(encoding="utf-8"))
    assert document.title == expected["title"]
    assert list(document.authors) == expected["authors"]
    assert document.agency == expected["agency"]
    assert document.publisher == expected["publisher"]
    if expected["published_from"] != "dateline_without_year":
        assert document.published == expected["published"]
    if expected["modified"] is not None:
        assert document.modified == expected["modified"]
    datelines = [b.span.of(document.text) for b in document.blocks if b.kind == "dateline"]
    assert datelines == ([expected["dateline"]["text"]] if expected["dateline"] else [])
    prose = "\n".join(b.span.of(document.text) for b in document.prose)
    assert not [words for words in expected["not_prose"] if words in prose]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("November 26, 2015 Updated: November 27, 2015", date(2015, 11, 26), date(2015, 11, 27)),
        ("2019-10-15", date(2019, 10, 15), None),
        ("Sat Nov 14, 2015 8:47pm GMT", date(2015, 11, 14), None),
        ("Published: 2 December 2015 | Last modified: 3 December 2015, 08:05", date(2015, 12, 2), date(2015, 12, 3)),
        ("26.11.2015", date(2015, 11, 26), None),
        ("Thursday 26 November 2015", date(2015, 11, 26), None),
    ],
)
def test_line_of_dates_gives_publication_and_update(line, published, modified):
    assert read_date_line(line) == (published, modified)


@pytest.mark.parametrize("line", ["November 26, 2015 was cold", "In 2015", "31.02.2015", "12.12.1776", ""])
def test_line_that_is_no_date_gives_none(line):
    assert read_date_line(line) is None


def test_date_before_1900_is_refused():
    assert read_date("4 July 1776") is None


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("MOSCOW (AP) — The talks began.", "MOSCOW", "The Associated Press"),
        ("(Reuters) - The talks began.", None, "Reuters"),
        ("ANKARA, Turkey (AP) — The talks began.", "ANKARA, Turkey", "The Associated Press"),
        ("PARIS, Nov 16 (Reuters) - The talks began.", "PARIS", "Reuters"),
        ("KYIV, March 3, 2022 (AFP) – The talks began.", "KYIV", "Agence France-Presse"),
        ("MINSK, February 11. /TASS/. The talks began.", "MINSK", "TASS"),
    ],
)
def test_dateline_is_taken_out_of_the_prose(opening, place, agency):
    document = make_document(opening)
    assert document.dateline == place
    assert document.agency == agency
    assert [b.span.of(document.text) for b in document.prose] == ["The talks began."]


def test_bracket_that_names_no_agency_is_prose():
    document = make_document("The minister (left) - a lawyer - spoke first.")
    assert document.agency is None
    assert len(document.prose) == 1


def test_report_of_prose_only_has_no_head():
    header = read_header("The talks in Geneva ended without a result.\n\nThey will go on in May.")
    assert header.title is None
    assert [b.kind.value for b in header.blocks] == ["paragraph", "paragraph"]


def test_wrapped_lines_are_one_paragraph_and_long_lines_are_one_each():
    wrapped = read_header("Peace talks resume\n\nThe talks went on\nfor three days.\n\nThen they stopped.")
    assert [b.kind.value for b in wrapped.blocks] == ["title", "paragraph", "paragraph"]
    long_line = "The delegations met again in the afternoon and spoke for hours about the withdrawal. " * 3
    single = read_header(f"Peace talks resume\n\n{long_line.strip()}\nThen they stopped.")
    assert [b.kind.value for b in single.blocks] == ["title", "paragraph", "paragraph"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_blocks_of_any_text_lie_in_order_and_never_overlap(text):
    document = make_document(text)
    end = 0
    for block in document.blocks:
        assert block.span.start >= end
        end = block.span.end
        assert block.span.of(document.text).strip()
    outside = list(document.text)
    for block in document.blocks:
        outside[block.span.start : block.span.end] = " " * len(block.span)
    assert document.text == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("day", ["Nov 24, 2015", "Nov 24 2015", "24 November 2015", "24 Nov, 2015"])
def test_year_of_a_dateline_needs_no_comma(day):
    header = read_header(f"ANKARA, {day} (Reuters) - The ministers met on Tuesday.")
    assert (header.dateline, header.agency, header.published) == ("ANKARA", "Reuters", date(2015, 11, 24))


@pytest.mark.parametrize("words", ["December 31, 9999", "31.12.9999", "9999-12-31", "January 1, 1899"])
def test_year_that_no_report_is_of_is_no_date(words):
    assert read_date(words) is None
