"""The register of copies: which reports of an archive repeat one another, and whose record speaks for whom.

It works inside the writer's transactions and finds everything again from the tables, so that it does not matter in how
many runs the reports of a family came. Time and memory grow with the reports that are alike, not with the archive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.archive.copies.family_rows import FamilyRows
from dateline.archive.copies.signature_rows import SignatureRows
from dateline.archive.versions.addresses import find_document
from dateline.compare.copies import (
    LEAST_SHARED,
    Print,
    find_likeness,
    find_original,
    share_of_shingles,
)
from dateline.model import Document, DocumentId


class CopyRegister:
    """Finds the kin of reports in an archive, and keeps what it found."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._families = FamilyRows(connection)
        self._signatures = SignatureRows(connection)
        self._coming: dict[DocumentId, Print] = {}

    def print_of(self, document: Document) -> Print:
        """Return the print of a report that is going to be added, made once."""
        return self._coming.setdefault(document.id, Print(document))

    def forget(self, document: Document) -> None:
        """Forget a report that is not going to be added after all."""
        self._coming.pop(document.id, None)

    def is_successor(self, document: Document) -> bool:
        """Tell whether a report is a later version of one whose own record counts; such a one is always read."""
        number = find_document(self._connection, document)
        return number is not None and self._has_own_record(number, but=None)

    def find_speaking(self, report: Print) -> list[Print]:
        """Return the reports whose records speak for the kin of a report; those under embargo are left out."""
        own = find_document(self._connection, report.document)
        speaking = self._families.speaking_for(self._find_kin(report, own))
        return [self._signatures.load(version) for version in speaking if not self._is_under_embargo(version)]

    def add(self, version: int, document: Document, original: DocumentId | None = None) -> None:
        """Sign a version that has just been kept, and make it a member of its family where it has kin.

        `original` is the report whose record speaks for it, where it was not read.
        """
        report = self._coming.pop(document.id, None) or Print(document)
        self._signatures.add(version, report)
        self._relate(version, report, None if original is None else self._number(original))

    @property
    def is_complete(self) -> bool:
        """Tell whether all reports of the archive are signed by the method in use."""
        return self._signatures.has_all()

    def renew(self, documents: Iterable[tuple[int, Document]]) -> None:
        """Sign all versions anew, some of which were kept before there was a register or signed by another method.

        Those that are in no family are looked at again; families that there are stay.
        """
        self._signatures.clear()
        alone = []
        for version, document in documents:
            self._signatures.add(version, Print(document))
            if not self._families.has(version):
                alone.append(version)
        for version in alone:
            self._relate(version, self._signatures.load(version), None)

    def _relate(self, version: int, report: Print, original: int | None) -> None:
        """Make a version a member of its family where it has kin; `original` is the one that speaks for it, if known."""
        kin = self._find_kin(report, self._own(version))
        if original is not None:
            kin += [] if original in kin else [original]
            original = self._families.original_of(original) or original
        if kin:
            self._signatures.remember(version, report)
            family, newcomers = self._families.join(version, kin)
            self._settle(version, report, self._families.speaking_for(kin), original)
            self._families.settle_origin(family, newcomers, self._signatures.load)

    def _find_kin(self, report: Print, own: int | None) -> list[int]:
        """Return the versions of other documents that are copies of the same report."""
        return [
            version
            for version, shingles in self._signatures.find(report, but=own)
            if share_of_shingles(report.signature.shingles, shingles) >= LEAST_SHARED
            and find_likeness(report, self._signatures.load(version)) is not None
        ]

    def _settle(self, version: int, report: Print, speaking: Iterable[int], original: int | None) -> None:
        """Find out whose record speaks for a new version, or else for whom the new one's speaks from now on."""
        others = {number: self._signatures.load(number) for number in speaking if number != version}
        if original is None and not self._has_own_record(self._own(version), but=version):
            best = find_original(report, others.values())
            original = self._number(best.document.id) if best else None
        if original is not None:
            self._families.set_original(version, original)
            return
        for number, other in others.items():
            if self._is_first(number) and find_original(other, [report]) is not None:
                self._families.set_original(number, version)

    def _has_own_record(self, document: int, *, but: int | None) -> bool:
        """Tell whether a document has a version, `but` aside, that is no copy of another."""
        row = self._connection.execute(
            "SELECT 1 FROM version v LEFT JOIN member m ON m.version = v.number "
            "WHERE v.document = ? AND v.number IS NOT ? AND m.copy_of IS NULL",
            (document, but),
        ).fetchone()
        return row is not None

    def _is_first(self, version: int) -> bool:
        """Tell whether a version is the first of its document: a later one may correct what a fuller copy still tells."""
        row = self._connection.execute("SELECT ordinal FROM version WHERE number = ?", (version,)).fetchone()
        return bool(row[0] == 1)

    def _is_under_embargo(self, version: int) -> bool:
        row = self._connection.execute(
            "SELECT embargo > strftime('%Y-%m-%dT%H:%M:%SZ', 'now') FROM version WHERE number = ?", (version,)
        ).fetchone()
        return bool(row[0])

    def _own(self, version: int) -> int:
        row = self._connection.execute("SELECT document FROM version WHERE number = ?", (version,)).fetchone()
        return int(row[0])

    def _number(self, document: DocumentId) -> int:
        row = self._connection.execute("SELECT number FROM version WHERE id = ?", (document,)).fetchone()
        return int(row[0])
