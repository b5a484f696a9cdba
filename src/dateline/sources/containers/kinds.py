"""What container a file is, told by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

HEAD_BYTES = 512
"""Bytes from the beginning that are enough to tell."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
_WARC = re.compile(rb"\s{0,4}WARC/[01]\.\d+\r?\n")


class ContainerKind(StrEnum):
    """A container dateline opens."""

    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZIP = "zip"
    WARC = "web"


def name_container(head: bytes) -> ContainerKind | None:
    """Return what container begins with `head`, None where it is none that is opened."""
    if head.startswith(b"\x1f\x8b\x08"):
        return ContainerKind.GZIP
    if head.startswith(b"\xfd7zXZ\x00"):
        return ContainerKind.XZ
    if head.startswith(_ZIP):
        return ContainerKind.ZIP
    if _BZIP2.match(head):
        return ContainerKind.BZIP2
    return ContainerKind.WARC if _WARC.match(head) else None


def is_tar(head: bytes) -> bool:
    """Tell whether a file is a tar archive, which is not opened: tarfile holds headers of any length in memory."""
    return head[257:262] == b"ustar"
