"""What a user's input and surroundings can do wrong: one clear line each, and the rest is read."""

import json
import os
import resource
import sqlite3
import sys

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter

PROSE = "The foreign minister of Norway met his Danish counterpart in Oslo on Monday, and they signed an agreement."
DATED = f"Ministers meet\n\n2015-11-26\n\n{PROSE}\n"


@pytest.fixture
def read(dateline_command, tmp_path, monkeypatch):
    """Write files into a folder and read them from there into x.db; text is written as UTF-8."""
    monkeypatch.chdir(tmp_path)

    def run(files=None, *options, stdin=None, sources=None):
        for name, data in (files or {}).items():
            (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return dateline_command(
            "read", *(sources or files or ()), "--archive", "x.db", *options, stdin=stdin
        )  # fmt: skip

    return run


def complaints(done):
    return [line.removeprefix("dateline: ") for line in done.err.splitlines() if ".db" not in line]


def test_what_cannot_be_read_gets_a_line_each_and_the_rest_is_kept(read, tmp_path):
    french = "Le ministre des affaires étrangères a rencontré son homologue à Paris lundi, et ils ont parlé de la paix."
    files = {
        "gone.txt": "", "empty.txt": "", "photo.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "noise.txt": bytes(range(256)) * 9,
        "french.txt": french, "odd.json": '{\n "a": 1, "b": 2\n}', "good.txt": DATED,
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
    (tmp_path / "gone.txt").unlink()
    done = read(sources=list(files))
    assert done.status == 1
    assert complaints(done) == [
        "gone.txt: no such file or folder",
        "empty.txt: is empty",
        "photo.txt: is a PNG picture, not text",
        "noise.txt: is a binary file, not text",
        "french.txt: looks like French; only English is read (--any-language reads it all the same)",
        "odd.json: is JSON, but neither a table with a field 'text' nor a wire item (ninjs); its fields: a, b",
    ]
    assert done.err.splitlines()[-1] == "dateline: 1 report kept in x.db"
    assert done.out.startswith("Ministers meet\n")


def test_encoding_is_told_where_it_is_not_utf8(read):
    text = DATED.replace("Oslo", "Tromsø, near the café,") + "The naïve façade of the Château was gone. " * 4
    done = read({"old.txt": text.encode("cp1252")}, "--json")
    assert done.status == 0
    assert [line for line in complaints(done) if line.startswith("old.txt: is not UTF-8; read as ")]
    assert "Tromsø, near the café" in json.loads(done.out)["document"]["text"]


def test_report_without_a_day_says_that_times_stay_unresolved(read):
    done = read({"undated.txt": PROSE})
    assert done.status == 0
    assert complaints(done) == [
        "undated.txt: no day of publication; relative times stay unresolved (--published DATE gives one)"
    ]
    given = read({"other.txt": PROSE + " They left."}, "--published", "2015-11-26", "--json")
    assert json.loads(given.out)["document"]["published"] == "2015-11-26"
    assert not complaints(given)


def test_nul_bytes_and_mixed_line_ends_keep_every_offset(read):
    done = read(
        {"odd.txt": DATED.replace("\n", "\r\n").replace("min", "m\x00n") + "They left.\rNobody spoke.\n"}, "--json"
    )
    record = json.loads(done.out)
    text = record["document"]["text"]
    assert "foreign m nister" in text
    assert "They left.\nNobody spoke.\n" in text
    assert "\r" not in text
    for mention in (m for a in record["actors"] for m in a["mentions"]):
        assert text[mention["start"] : mention["end"]].strip()


def test_line_of_a_hundred_thousand_characters_is_read(read):
    done = read({"line.txt": f"{PROSE} The attachment: {'QUJD' * 25_000}. {PROSE}"}, "--json")
    assert done.status == 0
    assert len(json.loads(done.out)["document"]["text"]) > 100_000


def test_file_of_200_megabytes_is_refused_at_once_and_in_little_memory(read, tmp_path):
    for name, head in (("huge.txt", DATED), ("huge.jsonl", '{"text": "')):
        with (tmp_path / name).open("wb") as file:
            file.write(head.encode())
            file.truncate(200_000_000)
    with (tmp_path / "huge.jsonl").open("ab") as file:
        file.write(b"\n" + json.dumps({"text": PROSE, "date": "2015-11-26"}).encode())
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = read(sources=["huge.txt", "huge.jsonl"])
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert done.status == 1
    assert complaints(done)[:2] == [
        "huge.txt: is larger than 4 MB, the most read as one report",
        "huge.jsonl:1: the line is longer than 13 MB, the most read as one report",
    ]
    assert "1 report kept" in done.err
    assert grown < 120_000, "kilobytes"


def test_broken_line_in_the_middle_costs_only_itself(read):
    lines = [json.dumps({"text": f"{PROSE} Part {n}.", "date": "2015-11-26"}) for n in range(3)]
    lines[1] = lines[1][:50]
    lines.insert(2, '{"body": "x"}')
    done = read({"table.jsonl": "\n".join(lines)}, "--json")
    assert done.status == 1
    assert len(done.out.splitlines()) == 2
    assert complaints(done)[0].startswith("table.jsonl:2: broken JSON: Unterminated string")
    assert complaints(done)[1] == "table.jsonl:3: no text in field 'text'; its fields: body"


def test_half_a_surrogate_pair_is_read_as_the_replacement_character(read):
    done = read(
        {"half.jsonl": json.dumps({"text": PROSE.replace("Oslo", "Os\ud800lo"), "date": "2015-11-26"})}, "--json"
    )
    assert done.status == 0
    assert "Os\ufffdlo" in json.loads(done.out)["document"]["text"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_name_of_a_file_that_is_no_utf8_is_kept_as_far_as_it_goes(read, tmp_path):
    name = os.fsdecode(b"a\xff.txt")
    done = read({name: DATED}, "--json", sources=["."])
    assert done.status == 0
    assert json.loads(done.out)["document"]["source"] == "a\ufffd.txt"
    assert read(sources=["."]).status == 0, "the archive in the same folder is no report"


def test_standard_input_is_read(read):
    done = read(stdin=DATED.encode(), sources=["-"])
    assert done.status == 0
    assert done.out.startswith("Ministers meet\nstandard input, 26 Nov 2015\n")
    assert read(stdin=b"", sources=["-"]).err == "dateline: standard input: is empty\n"


def test_text_that_is_known_is_not_read_again_but_printed_as_json(read):
    read({"good.txt": DATED})
    again = read({"good.txt": DATED})
    assert (again.status, again.out) == (0, "")
    assert again.err == (
        "dateline: 1 report known already, not read again; `dateline brief --archive x.db` shows them\n"
    )
    assert json.loads(read({"good.txt": DATED}, "--json").out)["document"]["title"] == "Ministers meet"


def test_wrong_usage_ends_with_2(read, dateline_command, monkeypatch):
    assert dateline_command("read").status == 2
    assert read({"good.txt": DATED}, "--published", "yesterday").status == 2
    assert read({"good.txt": DATED}, "--published", "0001-01-01").status == 2
    assert read({"good.txt": DATED}, "--column", "colour=x").status == 2
    assert dateline_command("ledger", "--kind", "whim").status == 2
    assert dateline_command("show", "zero").status == 2
    monkeypatch.setenv("DATELINE_CODER", "quick")
    done = read({"good.txt": DATED})
    assert done.status == 2
    assert "'quick' is not a valid Coder" in done.err


def test_archive_that_cannot_be_made_is_one_line(read, dateline_command, tmp_path):
    (tmp_path / "file").write_text("no folder")
    (tmp_path / "folder").mkdir()
    for path, reason in (
        ("file/x.db", "file is no folder"),
        ("folder", "is a folder"),
        ("good.txt", "no dateline archive"),
    ):
        (tmp_path / "good.txt").write_text(DATED * 40)
        done = dateline_command("read", "good.txt", "--archive", path)
        assert done.status == 1
        assert done.err.startswith(f"dateline: {path}: ")
        assert reason in done.err
        assert len(done.err.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_archive_that_may_not_be_written_is_one_line(read, tmp_path):
    read({"good.txt": DATED})
    (tmp_path / "x.db").chmod(0o400)
    done = read({"other.txt": DATED + "They left."})
    assert done.status == 1
    assert len(done.err.splitlines()) == 1


def test_archive_another_process_writes_to_is_told_and_left_sound(read, tmp_path, monkeypatch):
    read({"good.txt": DATED})
    monkeypatch.setattr("dateline.archive.database.BUSY_MILLISECONDS", 50)
    other = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = read({"other.txt": DATED + "They left."})
    other.execute("ROLLBACK")
    other.close()
    assert (done.status, done.out) == (1, "")
    assert done.err == "dateline: x.db: another process is writing to this archive\n"
    with ArchiveReader(tmp_path / "x.db") as archive:
        assert len(archive) == 1


def test_full_disk_is_one_line(read, tmp_path):
    ArchiveWriter(tmp_path / "x.db").close()
    with sqlite3.connect(tmp_path / "x.db") as database:
        pages = database.execute("PRAGMA page_count").fetchone()[0]
    limit = f"PRAGMA max_page_count = {pages}"
    opened = ArchiveWriter.__init__

    def open_small(writer, *arguments):
        opened(writer, *arguments)
        writer._connection.execute(limit)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ArchiveWriter, "__init__", open_small)
        done = read({"good.txt": DATED * 30})
    assert done.status == 1
    assert done.err == "dateline: x.db: cannot be written (database or disk is full)\n"


def test_spacy_pipeline_that_is_not_installed_is_named(read, monkeypatch):
    monkeypatch.setenv("DATELINE_MODEL", "xx_no_such_model")
    done = read({"good.txt": DATED})
    assert done.status == 1
    assert done.err == "dateline: xx_no_such_model: no spaCy pipeline of that name is installed\n"


@pytest.mark.parametrize("option", ["--since", "--until", "--as-of"])
def test_what_is_no_day_is_told_with_an_example(dateline_command, option):
    done = dateline_command("timeline", option, "last week")
    assert done.status == 2
    assert "'last week' is no day; write one as 2015-11-26" in " ".join(done.err.replace("│", " ").split())
