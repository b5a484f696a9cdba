"""Zip archives, and WACZ, the zip around a web archive."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from struct import unpack_from
from typing import BinaryIO

from dateline.sources.containers.limits import BrokenContainerError, Budget, Limits, describe_size
from dateline.sources.containers.member import Member, Opened
from dateline.sources.containers.names import clean_name, is_passed_over
from dateline.sources.containers.streams import Spending, as_peekable
from dateline.sources.options import Unreadable

_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, EOFError, OSError, zlib.error)
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
_FOREIGN = {
    "[Content_Types].xml": "an Office file",
    "mimetype": "an OpenDocument file or a book",
    "META-INF/MANIFEST.MF": "a Java program",
    "AndroidManifest.xml": "an Android program",
}
_WACZ = "datapackage.json"
_WACZ_RECORDS = "archive/"
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_END_SIZE, _END_64_SIZE, _LOCATOR_SIZE, _LONGEST_COMMENT = 22, 56, 20, 0xFFFF


def iter_zip(stream: BinaryIO, source: str, limits: Limits, budget: Budget) -> Iterator[Opened]:
    """Yield the files of a zip in the order of its table of contents, and why any cannot be read.

    Raises BrokenContainerError where the table of contents is damaged, or so long that it would fill memory.
    """
    if not stream.seekable():
        stream = _hold(stream, limits.held_bytes)
    if measure_directory(stream) > limits.directory_bytes:
        raise BrokenContainerError(
            f"its table of contents takes more than {describe_size(limits.directory_bytes)}, the most that is read"
        )
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as error:
        raise BrokenContainerError(f"the zip in it is broken or cut off ({error})") from error
    with archive:
        infos = archive.infolist()
        names = {info.filename for info in infos}
        foreign = next((kind for name, kind in _FOREIGN.items() if name in names), None)
        if foreign is not None:
            yield Unreadable(source, f"is {foreign}, not text")
            return
        chosen = list(_select(infos, names))
        if not chosen:
            yield Unreadable(source, "is a zip without anything to read")
        for info in chosen:
            yield _open_member(archive, info, f"{source}/{clean_name(info.filename)}", budget)


def measure_directory(stream: BinaryIO) -> int:
    """Return the bytes that the table of contents takes, as zipfile will read it; 0 where there is none.

    zipfile makes an object of every entry before it gives out the first.
    """
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    stream.seek(0)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_SIZE:
        return 0
    length = int(unpack_from("<L", tail, end + 12)[0])
    start = end - _LOCATOR_SIZE - _END_64_SIZE
    if start >= 0 and tail.startswith(_END_64, start):
        longer = int(unpack_from("<Q", tail, start + 40)[0])
        length = longer if length == 0xFFFFFFFF else max(length, longer)
    return min(length, size)


def _hold(stream: BinaryIO, most: int) -> BinaryIO:
    """Return a stream that can be sought: the table of contents of a zip stands at its end."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise BrokenContainerError(
            f"is a zip of more than {describe_size(most)} that is not a file of its own; unpack what it stands in"
        )
    return io.BytesIO(data)


def _select(infos: list[zipfile.ZipInfo], names: set[str]) -> Iterator[zipfile.ZipInfo]:
    is_wacz = _WACZ in names and any(name.startswith(_WACZ_RECORDS) for name in names)
    for info in infos:
        if is_wacz and not info.filename.startswith(_WACZ_RECORDS):
            continue  # its indexes and list of pages tell of the records, and are none
        if is_passed_over(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
            continue
        yield info


def _open_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, source: str, budget: Budget) -> Opened:
    if info.flag_bits & _ENCRYPTED:
        return Unreadable(source, "is encrypted; give it without a password")
    if info.compress_type not in _READ:
        return Unreadable(source, f"is packed in a way that is not read (method {info.compress_type})")
    try:
        stream = archive.open(info)
    except (*_FAULTS, NotImplementedError, ValueError) as error:
        return Unreadable(source, f"is damaged in the zip ({error})")
    return Member(source, as_peekable(Spending(stream, budget, _FAULTS)))
