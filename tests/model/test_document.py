import json

import pytest
from pydantic import ValidationError

from dateline.archive.packing import pack_record, unpack_record
from dateline.model import Document, FoundDate, PageStretch, Record, Span, Wire, WireStatus, identify_document

TEXT = "Ministers met in Oslo."


def make_document(**values) -> Document:
    return Document(id=identify_document(publisher=None, url=None, text=TEXT), source="test", text=TEXT, **values)


def test_report_without_wire_and_dates_says_so():
    values = json.loads(Record(document=make_document()).to_json())["document"]
    assert (values["wire"], values["dates"]) == (None, [])


def test_wire_and_dates_are_printed_and_read_back():
    document = make_document(
        wire=Wire(id="urn:x:1", version="3", status=WireStatus.WITHHELD, embargo="2015-11-24T18:00:00Z"),
        dates=(FoundDate(value="2015-11-24", origin="JSON-LD datePublished", used=True),),
    )
    record = Record(document=document)
    values = json.loads(record.to_json())["document"]
    assert values["wire"] == {
        "id": "urn:x:1", "version": "3", "status": "withheld", "embargo": "2015-11-24T18:00:00Z"
    }  # fmt: skip
    assert values["dates"] == [{"value": "2015-11-24", "origin": "JSON-LD datePublished", "used": True}]
    assert Record.model_validate_json(record.to_json()) == record


def test_page_is_kept_in_an_archive_and_not_printed():
    stretch = PageStretch(span=Span(start=0, end=9), path="/html/body/p[1]", at=Span(start=15, end=24))
    record = Record(document=make_document(page=(stretch,)))
    assert "page" not in json.loads(record.to_json())["document"]
    assert unpack_record(pack_record(record), TEXT).document.page == (stretch,)


@pytest.mark.parametrize("value", ["", "2015-13-01", "24 November 2015"])
def test_found_date_is_an_iso_date(value):
    with pytest.raises(ValidationError):
        FoundDate(value=value, origin="htmldate")
