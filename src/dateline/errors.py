"""What can go wrong, named by what the reader of the message can do about it.

    DatelineError
    ├── BadInput            a source that cannot be read
    │   └── CannotFetch     a page or feed that cannot be fetched
    ├── BadKnowledge        a knowledge file that breaks its schema
    │   └── BadFrame        a frame that breaks its schema or its own examples
    ├── BadSpan             a piece that does not stand where it says it stands
    ├── ArchiveError        an archive that cannot be opened or written
    │   ├── ArchiveLocked   another process is writing to it
    │   └── ArchiveTooNew   a newer dateline made it
    ├── CannotWrite         a file that cannot be written, or that is there already
    ├── BadQuestion         a question that cannot be answered as it is asked
    └── MissingExtra        an optional part that is not installed

The command line prints such an error as one line and exits with 1; anything else is a fault of ours.
"""

from __future__ import annotations

from pathlib import Path


class DatelineError(Exception):
    """The root of all errors that a user's input or surroundings can cause."""


class BadInput(DatelineError):
    """A source cannot be read; says which, at what line, and why."""

    def __init__(self, source: str, reason: str, *, line: int | None = None) -> None:
        self.source = source
        self.reason = reason
        self.line = line
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {reason}")


class CannotFetch(BadInput):
    """A page or feed cannot be fetched: its address is none that is asked, or no whole answer came.

    `is_lasting` tells that asking again is of no use.
    """

    def __init__(self, source: str, reason: str, *, is_lasting: bool = False) -> None:
        super().__init__(source, reason)
        self.is_lasting = is_lasting


class BadKnowledge(DatelineError):
    """A knowledge file breaks its schema; says file, line and what would be right."""

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        self.path = Path(path)
        self.line = line
        self.reason = reason
        super().__init__(f"{path}:{line}: {reason}")


class BadFrame(BadKnowledge):
    """A frame breaks its schema, or one of its own examples does not come out as it says."""


class BadSpan(DatelineError):
    """A piece of a record does not stand in the text where it says it stands."""


class ArchiveError(DatelineError):
    """An archive cannot be opened, read or written."""


class ArchiveLocked(ArchiveError):
    """Another process holds the archive's write lock."""


class ArchiveTooNew(ArchiveError):
    """The archive was made by a newer version of dateline."""


class CannotWrite(DatelineError):
    """A file or folder cannot be written, or something is there already."""


class BadQuestion(DatelineError):
    """A question cannot be answered as it is asked: an unknown actor, days that end before they begin."""


class MissingExtra(DatelineError):
    """An optional part is not installed; says how to install it."""

    def __init__(self, extra: str, purpose: str) -> None:
        self.extra = extra
        super().__init__(f"{purpose} needs an optional part: pip install 'dateline[{extra}]'")
