import errno
import io
import os
from pathlib import Path

import pytest

from dateline.errors import BadQuestion, CannotWrite
from dateline.export import Format, export, export_to_stream, find_format, load_formats
from dateline.export.writing import write_file, write_folder


def write_words(path):
    path.write_text("words")


def fail_halfway(path):
    (path if path.is_file() else path / "part").write_text("half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_file_that_is_there_is_not_replaced_unless_asked(tmp_path):
    place = tmp_path / "x.csv"
    place.write_text("old")
    with pytest.raises(CannotWrite, match="is there already; --force replaces it"):
        write_file(place, write_words)
    assert place.read_text() == "old"
    write_file(place, write_words, force=True)
    assert place.read_text() == "words"


@pytest.mark.parametrize("write", [write_file, write_folder])
def test_full_disk_leaves_nothing_behind(tmp_path, write):
    with pytest.raises(CannotWrite, match="No space left on device"):
        write(tmp_path / "x", fail_halfway)
    assert list(tmp_path.iterdir()) == []


def test_failing_to_replace_keeps_what_was_there(tmp_path):
    place = tmp_path / "x.csv"
    place.write_text("old")
    with pytest.raises(CannotWrite):
        write_file(place, fail_halfway, force=True)
    assert (place.read_text(), len(list(tmp_path.iterdir()))) == ("old", 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_device_is_written_into_and_stays_a_device():
    with pytest.raises(CannotWrite, match="/dev/full: cannot be written"):
        write_file(Path("/dev/full"), write_words)
    assert not Path("/dev/full").is_file()


def test_missing_folder_is_told(tmp_path):
    with pytest.raises(CannotWrite, match="there is no folder"):
        write_file(tmp_path / "none" / "x.csv", write_words)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_folder_without_leave_to_write_is_told(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(CannotWrite, match="Permission denied"):
        write_file(tmp_path / "x.csv", write_words)


def test_folder_of_somebody_else_is_never_replaced(tmp_path):
    place = tmp_path / "mine"
    place.mkdir()
    (place / "thesis.txt").write_text("years of work")
    with pytest.raises(CannotWrite, match="no export made"):
        write_folder(place, lambda draft: None, force=True)
    assert (place / "thesis.txt").exists()


def test_folder_of_an_earlier_export_is_replaced_as_a_whole(situation, tmp_path):
    place = tmp_path / "out"
    export(situation, "gdelt", place)
    (place / "more.txt").write_text("left over")
    with pytest.raises(CannotWrite, match="--force"):
        export(situation, "gdelt", place)
    export(situation, "gdelt", place, force=True)
    assert not (place / "more.txt").exists()


def test_unknown_format_is_told_with_the_nearest_names():
    with pytest.raises(BadQuestion, match="'gdetl' is no format of an export; nearest: gdelt"):
        find_format("gdetl")
    with pytest.raises(BadQuestion, match="there are: events-csv"):
        find_format("§§§")


def test_format_of_several_files_or_of_bytes_needs_a_place(situation):
    for name in ("brat", "events-parquet"):
        with pytest.raises(CannotWrite, match="--out says where it goes"):
            export_to_stream(situation, name, io.StringIO())


def test_every_format_of_text_goes_to_a_stream(situation):
    for name, format_ in load_formats().items():
        if format_.is_text and not format_.folder:
            stream = io.StringIO()
            export_to_stream(situation, name, stream)
            assert stream.getvalue(), name


def test_empty_situation_is_a_whole_file_in_every_format(situation, tmp_path):
    nothing = situation.with_scope(types=("PROTEST",), actors=("TUR",))
    for name in load_formats():
        export(nothing, name, tmp_path / name)
        assert (tmp_path / name).exists()


def test_other_packages_bring_formats_but_never_replace_ours(monkeypatch):
    class Point:
        def __init__(self, name):
            self._name = name

        def load(self):
            return Format(self._name, "theirs", ".x", lambda selection, path, tally: None)

    monkeypatch.setattr("dateline.export.formats.entry_points", lambda group: [Point("jsonl"), Point("theirs")])
    load_formats.cache_clear()
    try:
        assert load_formats()["theirs"].gloss == "theirs"
        assert load_formats()["jsonl"].gloss != "theirs"
    finally:
        load_formats.cache_clear()


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [("events-parquet", "pyarrow", "tables"), ("stix", "stix2", "export"), ("geopackage", "fudgeo", "export")],
)
def test_missing_package_is_told_with_how_to_install_it(situation, tmp_path, monkeypatch, name, package, extra):
    import sys

    from dateline.errors import MissingExtra

    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'dateline\[{extra}\]'"):
        export(situation, name, tmp_path / "x")
    assert list(tmp_path.iterdir()) == []


def test_same_archive_gives_the_same_bytes(exported):
    for name, format_ in load_formats().items():
        if not format_.folder and name != "geopackage":  # it holds the hour it was made
            first = exported(name).read_bytes()
            assert exported(name).read_bytes() == first, name
