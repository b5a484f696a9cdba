"""Zip archives, and what may hide in them."""

import bz2
import gzip
import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.containers.archives import packed_records, warc_record, zip_of

from dateline.sources.containers import Limits, read_opened
from dateline.sources.containers.names import clean_name
from dateline.sources.containers.zips import measure_directory

REPORT = b"Ministers met in Oslo on Monday and signed an agreement. " * 40


def test_members_are_read_in_order_under_names_that_lead_back(opened):
    data = zip_of({"a/b.txt": b"one", "c.txt": b"two"})
    assert opened(data, "reports.zip") == [("reports.zip/a/b.txt", b"one"), ("reports.zip/c.txt", b"two")]


def test_what_only_accompanies_reports_is_passed_over(opened):
    files = {"a/": b"", "__MACOSX/a.txt": b"x", ".hidden/a.txt": b"x", "a/.DS_Store": b"x", "a/b.txt": b"one"}
    assert opened(zip_of(files), "x.zip") == [("x.zip/a/b.txt", b"one")]


def test_symbolic_link_is_no_report(opened):
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    assert opened(zip_of([(link, b"/etc/passwd"), ("a.txt", b"one")]), "x.zip") == [("x.zip/a.txt", b"one")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "x.zip/etc/passwd"),
        ("/etc/passwd", "x.zip/etc/passwd"),
        ("..\\..\\windows\\a.txt", "x.zip/windows/a.txt"),
        ("C:\\reports\\a.txt", "x.zip/reports/a.txt"),
        ("a/./b//c.txt", "x.zip/a/b/c.txt"),
        ("a\x1b[31mb.txt", "x.zip/a�[31mb.txt"),
        ("..", "x.zip/unnamed"),
    ],
)
def test_names_that_climb_out_are_cleaned_and_nothing_is_written(opened, name, shown, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert opened(zip_of({name: b"one"}), "x.zip") == [(shown, b"one")]
    assert not list(tmp_path.iterdir())


@settings(deadline=None)
@given(st.text())
def test_cleaned_name_has_only_steps_downwards_and_is_clean(name):
    clean = clean_name(name)
    assert clean.isprintable()
    assert all(step.strip() not in ("", ".", "..") for step in clean.split("/"))
    assert not clean.startswith("/")
    assert "\\" not in clean
    assert clean_name(clean) == clean or ":" in clean


def test_encrypted_member_is_told_and_the_rest_is_read(opened):
    data = bytearray(zip_of({"secret.txt": b"one", "open.txt": b"two"}))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert opened(bytes(data), "x.zip") == [
        "x.zip/secret.txt: is encrypted; give it without a password",
        ("x.zip/open.txt", b"two"),
    ]


def test_member_packed_in_a_way_that_is_not_read_is_told(opened):
    data = zip_of({"a.txt": REPORT}, method=zipfile.ZIP_LZMA)
    assert opened(data, "x.zip") == ["x.zip/a.txt: is packed in a way that is not read (method 14)"]


def test_damaged_member_costs_only_itself(opened):
    data = zip_of({"a.txt": b"first first", "b.txt": b"second"}, method=zipfile.ZIP_STORED)
    first, second = opened(data.replace(b"first first", b"fIrst first", 1), "x.zip")
    assert first.startswith("x.zip/a.txt: it is damaged here (Bad CRC-32")
    assert second == ("x.zip/b.txt", b"second")


@pytest.mark.parametrize("cut", [1, 30, 120])
def test_cut_zip_is_one_line(opened, cut):
    (line,) = opened(zip_of({"a.txt": REPORT, "b.txt": REPORT})[:-cut], "x.zip")
    assert line.startswith("x.zip: the zip in it is broken or cut off (")


def test_empty_zip_holds_nothing(opened):
    assert opened(zip_of({}), "x.zip") == ["x.zip: is a zip without anything to read"]


def test_containers_in_a_zip_are_opened_to_a_small_depth(opened):
    inner = zip_of({"a.txt": b"one", "b.gz": gzip.compress(b"two"), "c.bz2": bz2.compress(b"three")})
    data = zip_of({"inner.zip": inner})
    assert opened(data, "x.zip") == [
        ("x.zip/inner.zip/a.txt", b"one"),
        ("x.zip/inner.zip/b.gz", b"two"),
        ("x.zip/inner.zip/c.bz2", b"three"),
    ]
    for _ in range(3):
        data = zip_of({"z.zip": data})
    assert opened(data, "x.zip") == [
        "x.zip/z.zip/z.zip/z.zip/inner.zip: stands 4 containers deep; none is opened further in"
    ]


def test_bomb_in_a_zip_ends_the_reading_of_that_zip_alone(opened):
    bomb = zip_of({"a.txt": b"one", "big.txt": bytes(3_000_000), "never.txt": b"two"})
    assert opened(bomb, "x.zip", free_bytes=1_000_000) == [
        ("x.zip/a.txt", b"one"),
        "x.zip: unpacks to more than 200 times its size, as only a zip bomb does",
    ]


def test_bomb_of_many_small_zips_in_zips_is_counted_together(opened):
    layer = bytes(400_000)
    for _ in range(3):
        layer = zip_of({f"{n}.zip": layer for n in range(6)})
    *_, last = opened(layer, "x.zip", free_bytes=1_000_000)
    assert last == "x.zip: unpacks to more than 200 times its size, as only a zip bomb does"


def test_members_that_share_their_bytes_are_counted_each(opened):
    whole = zip_of({"a.txt": bytes(400_000)})
    entry_at, end_at = whole.index(b"PK\x01\x02"), whole.index(b"PK\x05\x06")
    entries = whole[entry_at:end_at] * 50
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50, 50, len(entries), entry_at, 0)
    *read, last = opened(whole[:entry_at] + entries + end, "x.zip", free_bytes=1_000_000)
    assert len(read) == 2
    assert last == "x.zip: unpacks to more than 200 times its size, as only a zip bomb does"


def test_table_of_contents_that_would_fill_memory_is_refused_before_it_is_read(opened):
    data = zip_of({f"{n}.txt": b"" for n in range(100)})
    assert opened(data, "x.zip", directory_bytes=2000) == [
        "x.zip: its table of contents takes more than 2 kB, the most that is read"
    ]
    assert 46 * 100 < measure_directory(io.BytesIO(data)) < 60 * 100


def test_table_of_contents_of_a_large_zip_is_measured_too():
    directory = 5 << 32
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, directory, 0)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    data = record + locator + end
    assert measure_directory(io.BytesIO(data)) == len(data)  # no longer than the file


def test_zip_that_is_no_file_of_its_own_is_held_up_to_a_limit(opened):
    inner = zip_of({"a.txt": b"one"})
    assert opened(gzip.compress(inner), "x.zip.gz") == [("x.zip.gz/a.txt", b"one")]
    assert opened(gzip.compress(inner), "x.zip.gz", held_bytes=64) == [
        "x.zip.gz: is a zip of more than 64 bytes that is not a file of its own; unpack what it stands in"
    ]


class Pipe(io.RawIOBase):
    """Standard input: it cannot be sought."""

    def __init__(self, data):
        self._data = io.BytesIO(data)

    def readable(self):
        return True

    def readinto(self, buffer):
        return self._data.readinto(buffer)


def test_zip_from_a_pipe_is_read():
    found = []

    def keep(member):
        found.append((member.source, member.stream.read()))
        yield from ()

    assert not list(
        read_opened(io.BufferedReader(Pipe(zip_of({"a.txt": b"one"}))), "standard input", keep, limits=Limits())
    )
    assert found == [("standard input/a.txt", b"one")]


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ("[Content_Types].xml", "x.docx: is an Office file, not text"),
        ("mimetype", "x.docx: is an OpenDocument file or a book, not text"),
        ("META-INF/MANIFEST.MF", "x.docx: is a Java program, not text"),
    ],
)
def test_zips_that_are_another_format_are_named(opened, mark, line):
    assert opened(zip_of({mark: b"x", "word/document.xml": b"<w/>"}), "x.docx") == [line]


def test_wacz_gives_the_records_of_its_web_archives_and_nothing_else(opened):
    records = packed_records(warc_record("<p>one"), warc_record("<p>two"))
    data = zip_of(
        {"datapackage.json": b"{}", "archive/data.warc.gz": records, "pages/pages.jsonl": b"{}", "indexes/index.cdx": b"x"},
        method=zipfile.ZIP_STORED,
    )  # fmt: skip
    second = len(packed_records(warc_record("<p>one")))
    assert opened(data, "crawl.wacz") == [
        ("crawl.wacz/archive/data.warc.gz#0", b"<p>one"),
        (f"crawl.wacz/archive/data.warc.gz#{second}", b"<p>two"),
    ]


@settings(deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
def test_no_damage_is_more_than_lines(noise, at, value):
    data = bytearray(zip_of({"a.txt": noise, "b/c.txt": b"two"}))
    data[at % len(data)] = value

    def read(member):
        yield member.stream.read()

    for item in read_opened(io.BytesIO(bytes(data)), "x.zip", read, limits=Limits()):
        assert isinstance(item, bytes) or "\n" not in str(item)
