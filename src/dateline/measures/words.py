"""Words between two sides: statements made to somebody, and promises and threats that are still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.compare.days import read_days
from dateline.measures.sides import Side, side_of
from dateline.model import PositionKind
from dateline.situation import LedgerEntry, Level, Party, Situation

_ADDRESSEES = """
SELECT s.number, a.name, a.country, a.kind, p.key, p.name
FROM seen_statement s
JOIN actor a ON a.version = s.version AND a.id = s.addressee
LEFT JOIN party_of o ON o.version = a.version AND o.actor = a.id
LEFT JOIN party_key k ON k.number = o.key
LEFT JOIN party p ON p.number = k.party
"""


def addressed_statements(situation: Situation, level: Level) -> Iterator[tuple[date, tuple[Party, ...], Side]]:
    """Yield day, speakers and addressee of every statement that is made to somebody on a known day."""
    addressees = {
        number: Party(key, joined_name or name, country, kind)
        for number, name, country, kind, key, joined_name in situation.query(_ADDRESSEES).rows
    }
    for saying in situation.statements(limit=None):
        addressee = addressees.get(saying.number)
        covered = read_days(saying.day)
        side = side_of(addressee, level) if addressee else None
        if side and covered and covered.first == covered.last:
            yield covered.first, saying.speakers, side


def outstanding(entries: Iterable[LedgerEntry], day: date) -> tuple[int, int]:
    """Return how many promises (commitments) and threats (warnings) are open at the end of a day.

    Open is what was reported by that day and has no deadline, or one that has not passed. Whether it was kept is for
    the reader to say: nothing here closes a promise but its own deadline.
    """
    counts = dict.fromkeys((PositionKind.COMMITMENT, PositionKind.WARNING), 0)
    for entry in entries:
        kind = PositionKind(entry.kind)
        if kind in counts and _is_open(entry, day):
            counts[kind] += 1
    return counts[PositionKind.COMMITMENT], counts[PositionKind.WARNING]


def _is_open(entry: LedgerEntry, day: date) -> bool:
    reported = read_days(entry.day)
    if reported is None or reported.first > day:
        return False
    deadline = read_days(entry.deadline)
    return deadline is None or deadline.last >= day
