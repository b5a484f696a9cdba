import sqlite3
import subprocess
import sys
import textwrap

import pytest
from sample_record import make_record

from dateline.archive import ArchiveReader, ArchiveWriter, Kept
from dateline.errors import ArchiveError, ArchiveLocked, ArchiveTooNew


@pytest.fixture
def path(tmp_path):
    return tmp_path / "crisis.db"


def test_kept_record_comes_back_the_same_to_the_byte(path, record):
    with ArchiveWriter(path) as writer:
        (keeping,) = writer.keep([record])
    assert keeping.kept is Kept.NEW
    with ArchiveReader(path) as reader:
        (found,) = reader.iter_records()
        assert found.to_json() == record.to_json()
        assert reader.record(record.document.id) == record
        assert len(reader) == 1


def test_same_text_is_known_and_changed_text_is_a_version(path, record):
    changed = make_record(record.document.text + " It did not.")
    with ArchiveWriter(path) as writer:
        writer.keep([record])
        assert writer.has(record.document)
        kept = [k.kept for k in writer.keep([record, changed])]
    assert kept == [Kept.KNOWN, Kept.VERSION]
    with ArchiveReader(path) as reader:
        assert [r.document.id for r in reader.iter_records()] == [changed.document.id]
        assert len(list(reader.iter_records(current=False))) == 2
        assert reader.query("SELECT count(*) FROM document").rows == [(1,)]


def test_numbers_open_items_and_a_wrong_one_says_which_there_are(path, record):
    with ArchiveWriter(path) as writer:
        (keeping,) = writer.keep([record])
    assert keeping.numbers == {"e1": 1, "s1": 2, "o1": 3}
    with ArchiveReader(path) as reader:
        assert (reader.item(3).layer, reader.item(3).id) == ("position", "o1")
        with pytest.raises(ArchiveError, match="has no item 9; its numbers run from 1 to 3"):
            reader.item(9)


def test_tables_can_be_asked_in_sql(path, record):
    with ArchiveWriter(path) as writer:
        writer.keep([record])
    with ArchiveReader(path) as reader:
        who = reader.query(
            "SELECT a.name, e.type, b.name FROM event e JOIN role r ON r.event = e.number AND r.role = 'actor' "
            "JOIN actor a ON a.version = r.version AND a.id = r.actor "
            "JOIN role q ON q.event = e.number AND q.role = 'recipient' JOIN actor b ON b.version = q.version AND b.id = q.actor"
        )
        assert who.rows == [("France", "SANCTION", "Russia")]
        assert reader.query("SELECT words, condition, relation FROM position").rows == [
            ("expel more", "unless Moscow apologised", "unless")
        ]
        assert reader.query("SELECT rowid FROM statement_words WHERE statement_words MATCH 'apologise'").rows == [(2,)]
        assert reader.query("SELECT count(*) FROM version_words WHERE version_words MATCH 'diplomat'").rows == [(1,)]
        trigger = reader.query(
            'SELECT substr(v.text, x.start + 1, x."end" - x.start) FROM evidence x JOIN item i ON i.number = x.item '
            "JOIN version v ON v.number = i.version WHERE x.part = 'trigger'"
        )
        assert trigger.rows == [("expelled",)]


@pytest.mark.parametrize(
    "sql", ["DELETE FROM event", "INSERT INTO document (address) VALUES ('x')", "DROP TABLE event"]
)
def test_query_that_writes_is_refused(path, record, sql):
    with ArchiveWriter(path) as writer:
        writer.keep([record])
    with ArchiveReader(path) as reader:
        with pytest.raises(ArchiveError, match="only queries that read are allowed"):
            reader.query(sql)
        with pytest.raises(ArchiveError, match="no such column"):
            reader.query("SELECT nonsense FROM event")


def test_file_that_is_no_archive_is_named(path, tmp_path):
    path.write_text("this is no database, though it is long enough to look at " * 20)
    with pytest.raises(ArchiveError, match="is no dateline archive"):
        ArchiveWriter(path)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE x (y)")
    with pytest.raises(ArchiveError, match="is a database, but no dateline archive"):
        ArchiveReader(other)
    with pytest.raises(ArchiveError, match="no such archive"):
        ArchiveReader(tmp_path / "none.db")


def test_archive_of_a_newer_version_is_refused(path):
    ArchiveWriter(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveTooNew, match="made by a newer dateline"):
        ArchiveReader(path)


def test_reader_goes_on_while_another_writes_and_second_writer_is_told(path, record, monkeypatch):
    monkeypatch.setattr("dateline.archive.database.BUSY_MILLISECONDS", 50)
    with ArchiveWriter(path) as writer, ArchiveWriter(path) as second:
        writer.keep([record])
        writer._connection.execute("BEGIN IMMEDIATE")
        with ArchiveReader(path) as reader:
            assert len(reader) == 1
        with pytest.raises(ArchiveLocked, match="another process is writing"):
            second.keep(
                [
                    make_record(
                        "France expelled Paris said it would expel more unless Moscow apologised France expelled two diplomats."
                    )
                ]
            )
        writer._connection.execute("ROLLBACK")


def test_killed_writer_leaves_what_it_reported(path):
    script = textwrap.dedent(
        f"""
        import os, sys
        sys.path.insert(0, {str(__import__("pathlib").Path(__file__).parent)!r})
        from pathlib import Path
        from sample_record import TEXT, make_record
        from dateline.archive import ArchiveWriter
        writer = ArchiveWriter(Path({str(path)!r}))
        for number in range(3):
            writer.keep([make_record(TEXT + " " + "x" * (number + 1), url=f"https://example.org/{{number}}")])
            print(number, flush=True)
        writer._connection.execute("BEGIN IMMEDIATE")
        writer._connection.execute("DELETE FROM item")
        os.kill(os.getpid(), 9)
        """
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == -9
    reported = len(done.stdout.split())
    with ArchiveReader(path) as reader:
        assert len(reader) == reported == 3
        assert reader.query("SELECT count(*) FROM item").rows == [(9,)]
        assert reader.query("PRAGMA integrity_check").rows == [("ok",)]
