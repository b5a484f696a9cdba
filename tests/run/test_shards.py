"""Records written as Parquet and loaded into an archive are those that were read, to the byte."""

from datetime import date

import pytest

from dateline.archive import ArchiveReader, ArchiveWriter
from dateline.errors import BadInput
from dateline.run import OneByOne, Read, read_items
from dateline.run.loading import Loading
from dateline.run.noting import Noting
from dateline.run.outcomes import Noted
from dateline.run.recipes import make_recipe
from dateline.run.remote import iter_everywhere
from dateline.run.shards import Choice, ShardWriter, iter_shards
from dateline.settings import Coder, Settings
from dateline.sources import Known, ReadOptions, Unreadable, make_document

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed (extra “tables”)")
fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (extra “ray”)")

SETTINGS = Settings(coder=Coder.FAST)


def documents(demo_records):
    return [record.document for record in demo_records[:8]]


def write(path, reader, some):
    with ShardWriter(path, make_recipe(SETTINGS)) as shards, OneByOne(Noting(reader, True)) as engine:
        for outcome in read_items(some, engine, None):
            shards.add(Noted(outcome.record, outcome.note))


def load(path, archive):
    found = list(iter_shards(path, Choice()))
    with ArchiveWriter(archive, found[0][1]) as writer, Loading() as loading:
        return list(read_items(loading.iter_documents(noted for noted, _ in found), loading, writer))


@pytest.mark.parametrize("place", ["{tmp}/records", "memory://records-{name}"])
def test_loaded_archive_is_the_archive_of_reading(tmp_path, reader, demo_records, place, request):
    path = place.format(tmp=tmp_path, name=abs(hash(request.node.name)))
    some = documents(demo_records)
    write(path, reader, some)
    load(path, tmp_path / "loaded.db")
    with ArchiveWriter(tmp_path / "read.db", make_recipe(SETTINGS)) as archive:
        list(read_items(some, OneByOne(Noting(reader, True)), archive))
    assert contents(tmp_path / "loaded.db") == contents(tmp_path / "read.db")


def contents(path):
    with ArchiveReader(path) as archive:
        records = [record.to_json() for record in archive.iter_records(current=False)]
        kept = "SELECT v.id, p.packed, r.coder, r.rules FROM version v JOIN parse p ON p.version = v.number "
        kept += "JOIN version_reading n ON n.version = v.number JOIN reading r ON r.number = n.reading ORDER BY v.id"
        return records, archive.query(kept).rows


def test_part_of_the_records_can_be_chosen_by_day_and_publisher(tmp_path, reader):
    some = [
        make_document(
            f"France expelled {n} diplomats on Tuesday.",
            published=date(2015, 10 + n, 5),
            known=Known(publisher=("Herald", "Post")[n % 2]),
        )
        for n in (0, 1, 2)
    ]
    write(str(tmp_path / "records"), reader, some)
    assert [folder.name for folder in sorted((tmp_path / "records").iterdir())] == [
        "month=2015-10",
        "month=2015-11",
        "month=2015-12",
    ]

    def chosen(**limits):
        return [n.record.document.published.month for n, _ in iter_shards(str(tmp_path / "records"), Choice(**limits))]

    assert chosen() == [10, 11, 12]
    assert chosen(publisher="Herald") == [10, 12]
    assert chosen(since=date(2015, 11, 5), until=date(2015, 12, 4)) == [11]
    assert chosen(publisher="Nobody") == []


def test_other_engines_read_the_columns_without_unpacking(tmp_path, reader, demo_records):
    import pyarrow.dataset

    write(str(tmp_path / "records"), reader, documents(demo_records))
    table = pyarrow.dataset.dataset(tmp_path / "records", partitioning="hive").to_table(["month", "events", "actors"])
    assert table.num_rows == 8
    assert set(table["month"].to_pylist()) <= {"2015-11", "unknown"}
    assert sum(table["events"].to_pylist()) == sum(len(record.events) for record in demo_records[:8])


def test_what_is_written_is_not_written_again(tmp_path, reader, demo_records):
    path = str(tmp_path / "records")
    write(path, reader, documents(demo_records)[:5])
    write(path, reader, documents(demo_records))
    found = [noted.record.document.id for noted, _ in iter_shards(path, Choice())]
    assert sorted(found) == sorted(document.id for document in documents(demo_records))


def test_what_the_archive_has_is_not_loaded_again(tmp_path, reader, demo_records):
    path = str(tmp_path / "records")
    write(path, reader, documents(demo_records))
    load(path, tmp_path / "x.db")
    assert all(outcome.is_known for outcome in load(path, tmp_path / "x.db") if isinstance(outcome, Read))


def test_folder_without_parts_and_spoilt_parts_are_told_in_one_line(tmp_path, reader, demo_records):
    with pytest.raises(BadInput, match="has no parts"):
        list(iter_shards(str(tmp_path), Choice()))
    write(str(tmp_path / "records"), reader, documents(demo_records)[:1])
    (part,) = (tmp_path / "records").glob("*/*.parquet")
    part.write_bytes(b"PAR1 nothing of the kind")
    with pytest.raises(BadInput, match="is no part that dateline wrote"):
        list(iter_shards(str(tmp_path / "records"), Choice()))


def test_sources_in_a_store_are_read_like_files():
    files = fsspec.filesystem("memory")
    files.pipe("/feed/a.txt", b"PARIS, Nov. 26 (Reuters) - France expelled two diplomats on Tuesday.\n")
    items = list(iter_everywhere(["memory://feed/a.txt"], ReadOptions()))
    assert [item.source for item in items] == ["memory://feed/a.txt"]
    (missing,) = iter_everywhere(["memory://nowhere"], ReadOptions())
    assert isinstance(missing, Unreadable)


def test_store_of_an_unknown_kind_is_told_in_one_line():
    with pytest.raises(BadInput, match="cannot be opened"):
        list(iter_everywhere(["nonsense://bucket/x"], ReadOptions()))
