"""Containers made for tests, in memory."""

import gzip
import io
import zipfile


def zip_of(files, *, method=zipfile.ZIP_DEFLATED):
    """A zip of names and their bytes or text, in order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items() if isinstance(files, dict) else files:
            archive.writestr(name, data)
    return out.getvalue()


def warc_record(
    body, *, url="http://news.example/a", kind="text/html; charset=utf-8", status="200 OK", headers="", date=None,
    record_type="response",
):  # fmt: skip
    """One record of a web archive: what a server answered."""
    body = body.encode() if isinstance(body, str) else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    head = (
        f"WARC/1.1\r\nWARC-Type: {record_type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date or '2015-11-24T23:10:00Z'}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http;msgtype={record_type}\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def packed_records(*records):
    """A web archive as crawlers write it: each record packed for itself."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
