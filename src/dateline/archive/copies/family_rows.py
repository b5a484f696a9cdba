"""Families of copies as rows: who belongs together, whose record speaks for whom, and which report was first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from dateline.compare.copies import Print, choose_origin, describe_differences, share_of_shingles

_LARGE = 50
"""Members from which an origin is only compared with new members, and what differs is told of these alone: else a
report that thousands print would cost time with the square of their number."""
_UNSETTLED = ""  # the reason for an origin that is still to be chosen


class FamilyRows:
    """Reads and writes the tables `family` and `member`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def has(self, version: int) -> bool:
        """Tell whether a version is a member of a family."""
        return self._connection.execute("SELECT 1 FROM member WHERE version = ?", (version,)).fetchone() is not None

    def original_of(self, version: int) -> int | None:
        """Return the version whose record speaks for another, None where that one's own counts."""
        row = self._connection.execute("SELECT copy_of FROM member WHERE version = ?", (version,)).fetchone()
        return None if row is None or row[0] is None else int(row[0])

    def speaking_for(self, versions: Iterable[int]) -> list[int]:
        """Return for some versions those whose records speak for them: themselves, or their originals; each once."""
        return list(dict.fromkeys(self.original_of(version) or version for version in versions))

    def join(self, version: int, kin: Sequence[int]) -> tuple[int, list[int]]:
        """Make a version and its kin one family; families that it links become one.

        Returns the family's number, and the members that were in no family before.
        """
        rows = self._connection.execute(
            "SELECT DISTINCT family FROM member WHERE version IN (SELECT value FROM json_each(?)) ORDER BY family",
            (json.dumps(kin),),
        )
        families = [family for (family,) in rows]
        family = families[0] if families else self._found(version)
        for other in families[1:]:
            self._connection.execute("UPDATE family SET reason = ? WHERE number = ?", (_UNSETTLED, family))
            self._connection.execute("UPDATE member SET family = ? WHERE family = ?", (family, other))
            self._connection.execute("DELETE FROM family WHERE number = ?", (other,))
        newcomers = [one for one in (version, *kin) if not self.has(one)]
        self._connection.executemany(
            "INSERT INTO member (version, family, similarity, differences) VALUES (?, ?, 1, '[]')",
            [(member, family) for member in newcomers],
        )
        return family, newcomers

    def _found(self, version: int) -> int:
        added = self._connection.execute("INSERT INTO family (origin, reason) VALUES (?, ?)", (version, _UNSETTLED))
        return int(added.lastrowid or 0)

    def set_original(self, version: int, original: int) -> None:
        """Let the record of `original` speak for a version and for all that version's spoke for."""
        self._connection.execute(
            "UPDATE member SET copy_of = :original WHERE version = :version OR copy_of = :version",
            {"original": original, "version": version},
        )

    def settle_origin(self, family: int, newcomers: Sequence[int], load: Callable[[int], Print]) -> None:
        """Choose the origin again now that there are new members, and tell of each member what was changed in it."""
        before = self._connection.execute("SELECT origin, reason FROM family WHERE number = ?", (family,)).fetchone()
        rows = self._connection.execute("SELECT version FROM member WHERE family = ? ORDER BY version", (family,))
        members = [version for (version,) in rows]
        compared = members if len(members) <= _LARGE else [before[0], *newcomers]
        by_id = {load(version).document.id: version for version in compared}
        chosen = choose_origin([load(version).document for version in compared])
        origin = by_id[chosen.document]
        self._connection.execute(
            "UPDATE family SET origin = ?, agency = ?, reason = ? WHERE number = ?",
            (origin, chosen.agency, chosen.reason, family),
        )
        is_settled = before[0] == origin and before[1] != _UNSETTLED
        untold = newcomers if is_settled or len(members) > _LARGE else members
        for version in untold:
            self._describe(version, load(version), load(origin))

    def _describe(self, version: int, member: Print, origin: Print) -> None:
        is_origin = member.document.id == origin.document.id
        shared = 1.0 if is_origin else share_of_shingles(member.signature.shingles, origin.signature.shingles)
        notes = () if is_origin else describe_differences(member.prose, origin.prose)
        self._connection.execute(
            "UPDATE member SET similarity = ?, differences = ? WHERE version = ?",
            (round(shared, 3), json.dumps(notes, ensure_ascii=False), version),
        )
