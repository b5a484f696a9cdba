"""What becomes of the things that are to be read."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.archive import Keeping, Note
from dateline.model import Document, DocumentId, Record
from dateline.sources import Remark, Unreadable


@dataclass(frozen=True, slots=True)
class Noted:
    """A record, and what the archive keeps beside it: None where nobody asked for it."""

    record: Record
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A report that could not be read to its end; the others were."""

    document: Document
    reason: str


Result = Noted | Failed


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read; `keeping` is None where no archive keeps it, `note` where one does."""

    document: Document
    record: Record | None
    keeping: Keeping | None = None
    note: Note | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether the archive had it already, so that it was not read again."""
        return self.record is None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A report that was not read, since its words say that it tells of nothing political; `reason` says which."""

    document: Document
    reason: str
    is_known: bool = False
    """Whether it was set aside by an earlier run, and not looked at again."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A report that was not read, since it repeats another; `original` is the one whose record speaks for it."""

    document: Document
    original: DocumentId
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A notice by which a wire takes a report back; it is kept, and what the report told does not count any more."""

    document: Document


Outcome = Read | Copied | Withdrawn | SetAside | Failed | Unreadable | Remark
