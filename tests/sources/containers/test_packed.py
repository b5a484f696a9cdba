"""One file packed with gzip, bzip2 or xz."""

import bz2
import gzip
import io
import lzma

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.sources.containers.kinds import ContainerKind, name_container
from dateline.sources.containers.limits import BrokenContainerError, Budget, Limits
from dateline.sources.containers.streams import Unpacking, as_peekable

REPORT = b"Ministers met in Oslo on Monday and signed an agreement. " * 40
PACKERS = {ContainerKind.GZIP: gzip.compress, ContainerKind.BZIP2: bz2.compress, ContainerKind.XZ: lzma.compress}


def unpacked(data, kind):
    budget = Budget(Limits())
    return Unpacking(io.BytesIO(data), kind, "x", budget)


@pytest.mark.parametrize("kind", PACKERS)
def test_packed_file_is_read_as_what_it_holds_under_its_own_name(opened, kind):
    assert opened(PACKERS[kind](REPORT), "a.txt.packed") == [("a.txt.packed", REPORT)]


def test_file_that_is_no_container_is_read_as_it_is(opened):
    assert opened(REPORT, "a.txt") == [("a.txt", REPORT)]
    assert opened(b"", "a.txt") == [("a.txt", b"")]


def test_report_that_begins_with_the_letters_of_bzip2_is_no_container(opened):
    text = b"BZh9 is the name of a star. Nobody lives there."
    assert opened(text, "a.txt") == [("a.txt", text)]


@pytest.mark.parametrize("kind", PACKERS)
@settings(deadline=None)
@given(parts=st.lists(st.binary(max_size=200), min_size=1, max_size=6), step=st.integers(1, 300))
def test_parts_come_out_one_after_the_other_and_are_found_again(kind, parts, step):
    packed = [PACKERS[kind](part) for part in parts]
    stream = unpacked(b"".join(packed), kind)
    out = b""
    while data := stream.read(step):
        out += data
    assert out == b"".join(parts)
    assert not stream.remarks


@settings(deadline=None)
@given(parts=st.lists(st.binary(min_size=1, max_size=200), min_size=1, max_size=6))
def test_every_part_is_known_by_where_it_begins_in_the_file(parts):
    packed = [gzip.compress(part) for part in parts]
    stream = unpacked(b"".join(packed), ContainerKind.GZIP)
    stream.read()
    plain = place = 0
    for part, data in zip(parts, packed, strict=True):
        assert stream.packed_position(plain) == place
        plain, place = plain + len(part), place + len(data)
    assert stream.packed_position(plain) is None


@pytest.mark.parametrize("kind", PACKERS)
@settings(deadline=None)
@given(data=st.binary(min_size=1, max_size=400), cut=st.integers(1, 60))
def test_cut_file_gives_what_stands_before_the_cut_and_says_so(kind, data, cut):
    packed = PACKERS[kind](data)
    stream = unpacked(packed[:-cut], kind)
    out = []
    with pytest.raises(BrokenContainerError, match="cut off"):
        out.extend(iter(lambda: stream.read(7), b""))
    assert data.startswith(b"".join(out))


def test_read1_gives_what_stands_before_a_cut_where_read_gives_nothing():
    packed = gzip.compress(REPORT)[:-4]
    assert as_peekable(unpacked(packed, ContainerKind.GZIP)).read1(9999) == REPORT
    with pytest.raises(BrokenContainerError, match="cut off"):
        as_peekable(unpacked(packed, ContainerKind.GZIP)).read(9999)


@pytest.mark.parametrize("kind", PACKERS)
def test_cut_report_is_no_report(opened, kind):
    assert opened(PACKERS[kind](REPORT)[:-9], "a") == ["a: it is cut off here"]


def test_damage_is_one_line(opened):
    data = bytearray(gzip.compress(REPORT))
    data[-5] ^= 0xFF
    (line,) = opened(bytes(data), "a.gz")
    assert line.startswith("a.gz: the gzip in it is broken here (")


@pytest.mark.parametrize("kind", PACKERS)
def test_what_follows_the_end_is_left_out_and_told(opened, kind):
    assert opened(PACKERS[kind](REPORT) + b"<html>not found</html>", "a") == [
        ("a", REPORT),
        f"a: what follows its end is no {kind.value}; left out",
    ]
    assert opened(PACKERS[kind](REPORT) + bytes(512), "a") == [("a", REPORT)]


def test_bomb_is_told_and_never_held_in_memory(opened):
    bomb = gzip.compress(bytes(3_000_000))
    assert opened(bomb, "a.gz", free_bytes=1_000_000) == [
        "a.gz: unpacks to more than 200 times its size, as only a zip bomb does"
    ]
    assert opened(bomb, "a.gz", total_bytes=1_000_000, ratio=10_000) == [
        "a.gz: more than 977 kB came out of it, the most read from one source"
    ]


def test_xz_that_asks_for_more_memory_than_any_needs_is_told(opened):
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 29}]
    (line,) = opened(lzma.compress(REPORT, filters=filters), "a.xz")
    assert line.startswith("a.xz: the xz in it is broken here (Memory usage limit")


def test_containers_stand_in_each_other_to_a_small_depth(opened):
    data = REPORT
    for _ in range(4):
        data = gzip.compress(data)
    assert opened(data, "a.gz") == [("a.gz", REPORT)]
    assert opened(gzip.compress(data), "a.gz") == ["a.gz: stands 4 containers deep; none is opened further in"]


def test_tar_is_named(opened):
    import tarfile

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(REPORT)
        archive.addfile(info, io.BytesIO(REPORT))
    assert opened(out.getvalue(), "a.tgz") == [
        "a.tgz: is a tar archive, which is not opened; unpack it or make a zip of it"
    ]


@settings(deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_named_or_taken_for_a_plain_file(head):
    assert name_container(head) is None or isinstance(name_container(head), ContainerKind)
