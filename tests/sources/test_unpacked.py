"""Reports out of containers, from a path to documents."""

import gzip
import json
import sys

import pytest
from tests.sources.containers.archives import packed_records, warc_record, zip_of

from dateline.model import Document, FoundDate
from dateline.sources import ReadOptions, iter_items

PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."


def report(n):
    return f"Ministers meet, part {n}\n\n2015-11-26\n\n{PROSE}\n"


def line(n):
    return json.dumps({"date": "2015-11-26", "text": f"{PROSE} Part {n}."}) + "\n"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Read bytes as a file of a name; a document comes back as its source, anything else as its line."""
    monkeypatch.chdir(tmp_path)

    def run(name, data):
        (tmp_path / name).write_bytes(data)
        items = iter_items([name], ReadOptions())
        return [item.source if isinstance(item, Document) else str(item) for item in items]

    return run


def test_reports_in_a_zip_are_called_by_their_place_in_it(read):
    files = {"a/b.txt": report(1), "table.jsonl": line(2) + line(3), "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(99)}
    assert read("reports.zip", zip_of(files)) == [
        "reports.zip/a/b.txt",
        "reports.zip/table.jsonl:1",
        "reports.zip/table.jsonl:2",
        "reports.zip/photo.png: is a PNG picture, not text",
    ]


def test_packed_report_keeps_its_name_and_its_text(tmp_path):
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(report(1).encode()))
    (document,) = iter_items([str(path)], ReadOptions())
    assert (document.source, document.text) == (str(path), report(1))


def test_half_a_report_is_none_and_lines_before_the_cut_are_kept(read):
    assert read("a.txt.gz", gzip.compress(report(1).encode())[:-9]) == ["a.txt.gz: it is cut off here"]
    lines = "".join(line(n) for n in range(2000)).encode()
    *kept, last = read("table.jsonl.gz", gzip.compress(lines, compresslevel=0)[:-100_000])
    assert kept == [f"table.jsonl.gz:{n}" for n in range(1, len(kept) + 1)]
    assert 1000 < len(kept) < 1400
    assert last == "table.jsonl.gz: it is cut off here"


def test_what_a_web_archive_knows_goes_with_the_report(tmp_path):
    path = tmp_path / "feed.warc.gz"
    body = json.dumps({"text": PROSE, "title": "Ministers meet"})
    path.write_bytes(packed_records(warc_record(body, kind="application/json", url="https://news.example/1")))
    (document,) = iter_items([str(path)], ReadOptions())
    assert document.source == f"{path}#0:1"
    assert document.published is None
    assert [(d.value, d.origin, d.used) for d in document.dates] == [("2015-11-24", "WARC-Date", False)]


def test_page_in_a_web_archive_is_read_in_the_encoding_its_server_named(tmp_path):
    path = tmp_path / "crawl.warc"
    paragraphs = "".join(f"<p>{PROSE.replace('Oslo', 'Tromsø')} This is part {n} of a report.</p>" for n in range(6))
    page = f"<html><head><title>Ministers meet</title></head><body><article>{paragraphs}</article></body></html>"
    record = warc_record(page.encode("latin-1"), kind="text/html; charset=ISO-8859-1", url="https://news.example/1")
    path.write_bytes(record)
    (document,) = [item for item in iter_items([str(path)], ReadOptions()) if isinstance(item, Document)]
    assert (document.source, document.url) == (f"{path}#0", "https://news.example/1")
    assert document.text.count("Tromsø") == 6
    assert FoundDate(value="2015-11-24", origin="WARC-Date") in document.dates
    assert document.published is None


def test_standard_input_may_be_packed(monkeypatch):
    class Stdin:
        import io

        buffer = io.BytesIO(gzip.compress(report(1).encode()))

    monkeypatch.setattr(sys, "stdin", Stdin)
    (document,) = iter_items(["-"], ReadOptions())
    assert document.source == "standard input"
