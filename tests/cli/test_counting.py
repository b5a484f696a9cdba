import errno
import os

from dateline.cli.runs.counting import count_reports


def test_lines_of_tables_and_files_are_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "one"}\n{"text": "two"}\n{"text": "three"}')
    (tmp_path / "b.txt").write_text("one report\nof two lines\n")
    assert count_reports([str(tmp_path)]) == 4
    assert count_reports([str(tmp_path / "a.jsonl")]) == 3


def test_number_is_unknown_where_a_source_does_not_say(tmp_path):
    (tmp_path / "pages.warc.gz").write_bytes(b"")
    assert count_reports([str(tmp_path)]) is None
    assert count_reports(["-"]) is None
    assert count_reports(["https://example.org/feed.xml"]) is None
    assert count_reports(["s3://bucket/table.jsonl"]) is None


def test_what_is_not_there_counts_as_one(tmp_path):
    assert count_reports([str(tmp_path / "missing.jsonl")]) == 1


def test_file_that_may_not_be_looked_at_counts_as_one(monkeypatch):
    def refuse(path, *args, **options):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", refuse)
    assert count_reports(["locked/a.txt"]) == 1
