"""Whose address a report has that was fetched: the page's own, or the entry's, never the table's it stood in."""

from datetime import date

import pytest
from tests.sources.carriers import CARRIERS, Told
from tests.sources.reading_bytes import PROSE, read_items

from dateline.sources import Document, Origin

TOLD = Told("Talks", (PROSE, "They will meet again in Copenhagen next month."), date(2015, 11, 24), "The Gazette")
FETCHED = Origin(url="https://news.example/it")
OWN = {
    "RSS": "https://news.example/1", "JSON object": FETCHED.url, "ninjs 1": FETCHED.url, "ninjs 3": FETCHED.url,
    "NITF": FETCHED.url, "mail": FETCHED.url, "HTML mail": FETCHED.url,
}  # fmt: skip


@pytest.mark.parametrize("carrier", CARRIERS)
def test_report_among_others_has_not_the_address_they_were_fetched_from(carrier):
    (document,) = (i for i in read_items(CARRIERS[carrier](TOLD), origin=FETCHED) if isinstance(i, Document))
    assert document.url == OWN.get(carrier)


def test_page_and_plain_text_have_the_address_they_were_fetched_from():
    for data in (PROSE, f"<html><body><p>{PROSE}</p></body></html>"):
        assert [item.url for item in read_items(data, origin=FETCHED)] == [FETCHED.url]
