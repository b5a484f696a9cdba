"""The same report is the same document, whatever format carried it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.carriers import CARRIERS, Told
from tests.sources.page_parts import load_reports

from dateline.sources import Document, ReadOptions, iter_documents

SHOWN = st.characters(categories=("L", "N", "P", "Sc", "Sm"), exclude_characters="\u00ad")
WORD = st.text(SHOWN, min_size=1, max_size=8)
# A sentence stands in each paragraph, so that none is short enough for a notice and all look like English.
PARAGRAPH = st.lists(WORD, min_size=1, max_size=12).map(
    lambda words: "The minister said on Monday that " + " ".join(words) + " was not to be had in the capital."
)
TOLD = st.builds(
    Told,
    title=st.lists(WORD, min_size=1, max_size=6).map(lambda words: "Ministers meet " + " ".join(words) + " again"),
    paragraphs=st.lists(PARAGRAPH, min_size=3, max_size=6, unique=True).map(tuple),
    published=st.dates(date(1995, 1, 1), date(2025, 12, 31)),
    publisher=st.sampled_from(["The Harbour Gazette", "Northern Courier", "Agence & Söhne"]),
)


def read_one(data: bytes) -> Document:
    (document,) = (i for i in iter_documents(data, "file", ReadOptions(any_language=True)) if isinstance(i, Document))
    return document


def check(document: Document, told: Told) -> None:
    assert document.text == told.text
    assert (document.title, document.published, document.publisher) == (told.title, told.published, told.publisher)


@pytest.mark.parametrize("carrier", CARRIERS)
def test_bundled_report_is_the_same_document_in_every_format(carrier):
    documents = set()
    for report in load_reports()[::4]:
        told = Told(report.title, report.paragraphs, report.published, "The Harbour Gazette")
        document = read_one(CARRIERS[carrier](told))
        check(document, told)
        documents.add(document.id)
    assert len(documents) == len(load_reports()[::4])


@pytest.mark.parametrize("carrier", CARRIERS)
@given(told=TOLD)
@settings(max_examples=25, deadline=None)
def test_any_report_is_the_same_document_in_every_format(carrier, told):
    check(read_one(CARRIERS[carrier](told)), told)


@given(st.sampled_from(sorted(CARRIERS)), st.floats(0, 1), st.floats(0, 0.2), st.binary(max_size=12))
@settings(max_examples=150, deadline=None)
def test_damage_anywhere_in_a_file_is_told_and_never_raises(carrier, place, share, junk):
    data = CARRIERS[carrier](
        Told("Talks", ("Ministers met in Oslo on Monday.",) * 3, date(2015, 11, 24), "The Gazette")
    )
    start = int(place * len(data))
    damaged = data[:start] + junk + data[start + int(share * len(data)) :]
    for item in iter_documents(damaged, "file", ReadOptions()):
        assert str(item)
