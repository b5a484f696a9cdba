"""The watch: asks feeds in turn, reads what is new, remembers what was kept.

A round asks every feed that is due, has the reports read that the feeds carry whole, and then fetches the pages of
the entries of which they carry a summary only, whichever host is free first. Nothing that a feed says is ever a path
or code: its links are addresses to fetch through the same gate as any other, and all else is text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dateline.run.outcomes import Outcome
from dateline.sources.text import Item

ReadAll = Callable[[Iterable[Item]], Iterator[Outcome]]
"""Reads documents, keeps their records, and yields what became of each after it is on the disk."""
Tell = Callable[[Outcome], None]
_MOST_PAGES = 100
_MOST_FAILURES = 6
_PASSING = (408, 425, 429)
