import errno
import json
import os
from datetime import date

import pytest

from dateline.sources import Document, ReadOptions, Remark, Unreadable, iter_items

PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."


def read(*paths, **options):
    return list(iter_items(map(str, paths), ReadOptions(**options)))


def reasons(items):
    return [item.reason for item in items if isinstance(item, Unreadable)]


def test_folder_is_read_in_the_order_of_names_without_its_notes(tmp_path):
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "a.txt").write_text("Ministers meet\n\n" + PROSE)
    (tmp_path / "README.md").write_text("notes")
    (tmp_path / ".hidden").write_text(PROSE)
    assert [d.source.rsplit("/", 1)[-1] for d in read(tmp_path)] == ["a.txt", "b.txt"]


def test_missing_empty_and_binary_files_get_one_line_each(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n\n ")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "word.rtf").write_text(r"{\rtf1\ansi " + PROSE + "}")
    items = read(tmp_path / "gone.txt", tmp_path)
    assert reasons(items) == [
        "no such file or folder", "is empty", "is empty", "is a binary file, not text", "is a PNG picture, not text",
        "is an RTF file, not text",
    ]  # fmt: skip


def test_text_in_another_encoding_is_read_and_the_encoding_told(tmp_path):
    text = "Der Präsident sprach über die Lage.\n\n" + PROSE + " The naïve façade of the café was gone. " * 3
    (tmp_path / "old.txt").write_bytes(text.encode("cp1252"))
    remark, document = read(tmp_path, any_language=True)
    assert isinstance(remark, Remark)
    assert "is not UTF-8; read as" in remark.message
    assert isinstance(document, Document)
    assert "façade" in document.text


def test_byte_order_marks_are_understood(tmp_path):
    (tmp_path / "a.txt").write_bytes(PROSE.encode("utf-16"))
    (tmp_path / "b.txt").write_bytes(PROSE.encode("utf-8-sig"))
    texts = [d.text for d in read(tmp_path) if isinstance(d, Document)]
    assert texts == [PROSE, PROSE]


def test_nul_bytes_and_mixed_line_ends_keep_every_offset(tmp_path):
    (tmp_path / "odd.txt").write_bytes(b"Ministers meet\r\n\r\nThe min\x00ister spoke.\rThen he left for home.\n")
    remark, document = read(tmp_path)
    assert remark.message == "1 NUL characters read as blanks"
    assert document.text == "Ministers meet\n\nThe min ister spoke.\nThen he left for home.\n"


def test_report_longer_than_the_limit_is_named_and_left_out(tmp_path):
    (tmp_path / "long.txt").write_text(PROSE * 30)
    (tmp_path / "huge.txt").write_text(PROSE * 400)
    assert reasons(read(tmp_path, max_characters=3000)) == [
        "is larger than 0 MB, the most read as one report",
        f"has {len(PROSE) * 30:,} characters; the most read as one report is 3,000",
    ]


def test_other_language_is_named_and_left_out(tmp_path):
    (tmp_path / "fr.txt").write_text(
        "Le ministre des affaires étrangères a rencontré son homologue allemand à Paris lundi matin, et ils ont parlé de la paix."
    )
    assert reasons(read(tmp_path)) == ["looks like French; only English is read (--any-language reads it all the same)"]
    assert isinstance(read(tmp_path, any_language=True)[0], Document)


def test_line_of_a_hundred_thousand_characters_is_read(tmp_path):
    (tmp_path / "line.txt").write_text((PROSE + " ") * 1000)
    (document,) = read(tmp_path)
    assert len(document.text) > 100_000


@pytest.fixture
def table(tmp_path):
    good = {"id": "1", "date": "2015-11-26", "title": "Ministers meet", "publisher": "The Post", "text": PROSE}
    lines = [json.dumps(good), '{"text": "broken', json.dumps({"body": "x"}), "[1]", json.dumps(good | {"text": ""})]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines) + "\n" + json.dumps(good | {"date": "soon", "url": "http://x.example/1"}))
    return path


def test_broken_json_lines_are_named_by_line_and_the_rest_is_read(table):
    items = read(table)
    assert [(i.line, i.reason.split(":")[0]) for i in items if isinstance(i, Unreadable)] == [
        (2, "broken JSON"), (3, "no text in field 'text'; its fields"), (4, "not a JSON object"), (5, "is empty"),
    ]  # fmt: skip
    first, last = (i for i in items if isinstance(i, Document))
    assert (first.title, first.publisher, str(first.published)) == ("Ministers meet", "The Post", "2015-11-26")
    assert (last.url, last.published) == ("http://x.example/1", None)
    assert [str(i) for i in items if isinstance(i, Remark)] == [
        f"{table}:6: the date 'soon' cannot be read; taken as unknown"
    ]


def test_fields_of_other_names_are_read_where_they_are_named(tmp_path):
    (tmp_path / "x.jsonl").write_text(json.dumps({"body": PROSE, "day": "2020-01-02"}))
    (document,) = read(tmp_path, columns={"text": "body", "date": "day"})
    assert str(document.published) == "2020-01-02"


def test_given_day_of_publication_fills_in_only_where_none_is_said(tmp_path):
    from datetime import date

    (tmp_path / "a.txt").write_text("Ministers meet\n\n2019-10-15\n\n" + PROSE)
    (tmp_path / "b.txt").write_text(PROSE)
    days = [str(d.published) for d in read(tmp_path, published=date(2020, 1, 1))]
    assert days == ["2019-10-15", "2020-01-01"]


def test_link_that_leads_nowhere_gets_a_line_and_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.txt").symlink_to("nowhere")
    (tmp_path / "round").symlink_to(".")
    document, broken = read(tmp_path)
    assert document.source == str(tmp_path / "a.txt")
    assert str(broken) == f"{tmp_path / 'b.txt'}: is a link that leads nowhere"


def test_folder_that_may_not_be_listed_gets_a_line_and_the_rest_is_read(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(PROSE)
    listed = os.scandir, os.listdir

    def refuse(path, look):
        if str(path).endswith("/a"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", lambda path: refuse(path, listed[0]))
    monkeypatch.setattr(os, "listdir", lambda path: refuse(path, listed[1]))
    locked, document = read(tmp_path)
    assert str(locked) == f"{tmp_path / 'a'}: may not be read (permission denied)"
    assert document.source == str(tmp_path / "b.txt")


def test_name_below_a_folder_that_may_not_be_entered_gets_a_line(monkeypatch):
    def refuse(path, *args, **options):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "stat", refuse)
    assert reasons(read("locked/a.txt")) == ["may not be read (permission denied)"]


def test_empty_name_is_no_folder():
    (missing,) = read("")
    assert str(missing) == "'': no such file or folder"


def test_a_report_that_tells_no_year_takes_the_day_in_its_file_name(tmp_path):
    (tmp_path / "2019-03-04-oslo.txt").write_text("Ministers meet\n\n" + PROSE)
    (tmp_path / "2019-99-04-oslo.txt").write_text("Ministers talk\n\n" + PROSE)
    dated, undated = read(tmp_path)
    assert (str(dated.published), dated.dates[0].origin) == ("2019-03-04", "name of the file")
    assert undated.published is None


def test_a_day_the_reader_gives_counts_more_than_the_file_name(tmp_path):
    (tmp_path / "2019-03-04-oslo.txt").write_text("Ministers meet\n\n" + PROSE)
    (document,) = read(tmp_path, published=date(2019, 3, 5))
    assert str(document.published) == "2019-03-05"
