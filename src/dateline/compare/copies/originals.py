"""Whose record speaks for a copy, so that the copy need not be read."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.compare.copies.likeness import Print, find_likeness
from dateline.compare.copies.surplus import find_surplus


def find_original(copy: Print, others: Iterable[Print]) -> Print | None:
    """Return the one of some reports that has all `copy` tells: the most alike, then the longest; None where none has.

    What `copy` tells beyond it is little (see `Surplus.is_substantial`).
    """
    found: list[tuple[float, int, str, Print]] = []
    for other in others:
        likeness = find_likeness(copy, other)
        if likeness is not None and not find_surplus(copy.prose, other.prose).is_substantial:
            found.append((-likeness, -len(other.prose), other.document.id, other))
    return min(found, key=lambda entry: entry[:3])[3] if found else None
