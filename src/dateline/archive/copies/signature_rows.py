"""Signatures of reports as rows: kept, looked up by their bands, and read back with what comparing needs."""

from __future__ import annotations

import json
import sqlite3

from dateline.compare.copies import METHOD, Print, Shingles, pack_shingles, unpack_shingles
from dateline.model import Document

_MOST = 64  # versions found for one report, those with most bands in common: one would do to join a family
_REMEMBERED = 512  # reports
_NAMES = "id source url title publisher agency authors published modified dateline language wire text blocks".split()


class SignatureRows:
    """Reads and writes the tables `signature` and `band`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._loaded: dict[int, Print] = {}

    def add(self, version: int, report: Print) -> None:
        """Keep the signature of a version that has none."""
        blocks = [(block.kind.value, block.span.start, block.span.end) for block in report.document.blocks]
        self._connection.execute(
            "INSERT INTO signature (version, method, blocks, shingles) VALUES (?, ?, ?, ?)",
            (version, METHOD, json.dumps(blocks), pack_shingles(report.signature.shingles)),
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO band (hash, version) VALUES (?, ?)",
            [(band, version) for band in report.signature.bands],
        )

    def find(self, report: Print, *, but: int | None) -> list[tuple[int, Shingles]]:
        """Return versions that share bands with a report, and their shingles; none of the document `but`."""
        rows = self._connection.execute(
            "SELECT s.version, s.shingles FROM ("
            "  SELECT b.version, count(*) AS shared FROM band b JOIN version v ON v.number = b.version"
            "  WHERE b.hash IN (SELECT value FROM json_each(:bands)) AND v.document IS NOT :but"
            "  GROUP BY b.version ORDER BY shared DESC, b.version LIMIT :most"
            ") JOIN signature s USING (version)",
            {"bands": json.dumps(report.signature.bands), "but": but, "most": _MOST},
        )
        return [(version, unpack_shingles(packed)) for version, packed in rows]

    def load(self, version: int) -> Print:
        """Return a kept report as far as comparing needs it: text, blocks, and what its head says."""
        known = self._loaded.get(version)
        return self.remember(version, Print(self._load_document(version))) if known is None else known

    def remember(self, version: int, report: Print) -> Print:
        """Keep a report at hand; return it."""
        if len(self._loaded) >= _REMEMBERED:
            self._loaded.clear()
        self._loaded[version] = report
        return report

    def clear(self) -> None:
        """Throw all signatures away; they are made anew from the reports."""
        self._connection.execute("DELETE FROM band")
        self._connection.execute("DELETE FROM signature")
        self._loaded.clear()

    def has_all(self) -> bool:
        """Tell, quickly, whether every version has a signature, all by the method in use."""
        row = self._connection.execute(
            "SELECT (SELECT min(number) FROM version) IS (SELECT min(version) FROM signature)"
            " AND NOT EXISTS (SELECT 1 FROM signature WHERE method < :method)"
            " AND NOT EXISTS (SELECT 1 FROM signature WHERE method > :method)",
            {"method": METHOD},
        ).fetchone()
        return bool(row[0])

    def _load_document(self, version: int) -> Document:
        row = self._connection.execute(
            "SELECT v.id, v.source, v.url, v.title, v.publisher, v.agency, v.authors, v.published, v.modified, v.dateline, "
            "v.language, v.wire, v.text, s.blocks FROM version v JOIN signature s ON s.version = v.number WHERE v.number = ?",
            (version,),
        ).fetchone()
        values = dict(zip(_NAMES, row, strict=True))
        blocks = json.loads(values["blocks"])
        return Document.model_validate(
            values
            | {
                "authors": json.loads(values["authors"]),
                "wire": {"id": values["wire"]} if values["wire"] else None,
                "blocks": [{"kind": kind, "span": {"start": start, "end": end}} for kind, start, end in blocks],
            }
        )
