"""What a server sent, out of its transfer and content encodings."""

from __future__ import annotations

import io
import re
import zlib

from dateline.sources.containers.kinds import ContainerKind, name_container
from dateline.sources.containers.limits import BrokenContainerError, Budget, describe_size
from dateline.sources.containers.streams import Unpacking

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MOST_ENCODINGS = 4
_PLAIN = ("", "identity", "none", "utf-8")  # the last by mistake, and often


_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9][\w.:-]{0,40})", re.IGNORECASE)


class UndecodableBodyError(ValueError):
    """A body cannot be had out of its encodings; the message says why."""


def parse_media_type(header: str | None) -> tuple[str | None, str | None]:
    """Return the kind of a body and its encoding, both in small letters, as a Content-Type header tells them.

    >>> parse_media_type('Text/HTML; charset="UTF-8"'), parse_media_type(None)
    (('text/html', 'utf-8'), (None, None))
    """
    if not header:
        return None, None
    charset = _CHARSET.search(header)
    return header.partition(";")[0].strip().lower() or None, charset.group(1).lower() if charset else None


def decode_body(body: bytes, encoding: str | None, *, most: int, budget: Budget) -> bytes:
    """Return `body` out of its content encoding; raise UndecodableBodyError where that fails or is over `most` bytes.

    Crawlers often keep a body decoded and its header as it was, so a body that does not look encoded is left alone.
    """
    names = (encoding or "").lower().split(",")
    if len(names) > _MOST_ENCODINGS:
        raise UndecodableBodyError(f"is packed {len(names)} times over, which no page is")
    for name in reversed(names):
        body = _decode_one(body, name.strip(), most, budget)
        if len(body) > most:
            raise UndecodableBodyError(f"unpacks to more than {describe_size(most)}, the most read as one page")
    return body


def _decode_one(body: bytes, name: str, most: int, budget: Budget) -> bytes:
    if name in _PLAIN:
        return body
    if name in ("gzip", "x-gzip"):
        return _gunzip(body, most, budget)
    if name == "deflate":
        return _inflate(body, most, budget)
    if looks_like_text(body):
        return body
    raise UndecodableBodyError(f"is packed with {name[:20]!r}, which is not read")


def _gunzip(body: bytes, most: int, budget: Budget) -> bytes:
    if name_container(body) is not ContainerKind.GZIP:
        return body
    try:
        return io.BufferedReader(Unpacking(io.BytesIO(body), ContainerKind.GZIP, "", budget)).read(most + 1)
    except BrokenContainerError as error:
        raise UndecodableBodyError(f"its gzip cannot be unpacked: {error}") from error


def _inflate(body: bytes, most: int, budget: Budget) -> bytes:
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # servers send either and call both deflate
        try:
            out = zlib.decompressobj(window).decompress(body, most + 1)
        except zlib.error:
            continue
        budget.spend(len(out))
        return out
    if looks_like_text(body):
        return body
    raise UndecodableBodyError("its deflate cannot be unpacked")


def looks_like_text(body: bytes) -> bool:
    """Tell whether bytes begin like markup, JSON or words, and not like something packed."""
    return not re.search(rb"[\x00-\x08\x0e-\x1f]", body[:200])


def join_chunks(body: bytes) -> bytes:
    """Return `body` without the sizes of its chunks; as it is where it does not begin with one."""
    parts: list[bytes] = []
    position = 0
    while (size := _CHUNK_SIZE.match(body, position)) is not None:
        length = int(size.group(1), 16)
        start = size.end()
        if length == 0:
            return b"".join(parts)
        parts.append(body[start : start + length])
        position = start + length
        position += 2 if body.startswith(b"\r\n", position) else body.startswith(b"\n", position)
    return b"".join(parts) if parts and position >= len(body) else body
