"""Where reports are put that need not be read: those without anything political by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.archive import ArchiveWriter
from dateline.model import Document
from dateline.run.outcomes import SetAside


class Shelf:
    """Takes reports that are set aside, and has the archive remember them, so that none is looked at twice."""

    def __init__(
        self, archive: ArchiveWriter | None, why_irrelevant: Callable[[Document], str | None] | None = None
    ) -> None:
        self._archive, self._why_irrelevant = archive, why_irrelevant
        self._taken: list[SetAside] = []

    def takes(self, document: Document) -> bool:
        """Tell whether a report is set aside, now or by an earlier run; it then is in here."""
        if self._why_irrelevant is None:
            return False
        before = self._archive.why_set_aside(document) if self._archive is not None else None
        reason = before or self._why_irrelevant(document)
        if reason is None:
            return False
        self._taken.append(SetAside(document, reason, before is not None))
        return True

    def put_away(self, *, at_least: int = 1) -> Iterator[SetAside]:
        """Keep in the archive what was taken and yield it; nothing where it is less than `at_least`."""
        if len(self._taken) < at_least:
            return
        taken, self._taken = self._taken, []
        if self._archive is not None:
            new = [(aside.document, aside.reason) for aside in taken if not aside.is_known]
            if new:
                self._archive.keep([], aside=new)
        yield from taken
