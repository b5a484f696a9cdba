"""A reader that notes, beside each record, what makes it cheap to make it anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.archive import Note
from dateline.errors import BadInput
from dateline.model import Document
from dateline.run.outcomes import Noted
from dateline.settings import Settings

if TYPE_CHECKING:  # the parser takes a second to import: no command that does not read shall wait for it
    from dateline.language import Parse
    from dateline.pipeline import Reader


@dataclass(frozen=True, slots=True)
class Noting:
    """Reads with `reader` and notes each report's words, and its parse where parses are kept."""

    reader: Reader
    keeps_parses: bool = False

    def read_noted(self, documents: Sequence[Document]) -> Iterator[Noted]:
        """Yield the record and the note of each document."""
        for parse, record in self.reader.read_with_parses(documents):
            yield Noted(record, self.note(parse))

    def note(self, parse: Parse) -> Note:
        """Return what is kept beside a record."""
        from dateline.language import list_words, pack_parse

        return Note(list_words(parse), pack_parse(parse) if self.keeps_parses else None)

    def forget(self, *, at_last: bool = False) -> None:
        """Free the parser's memory of earlier words, now and then."""
        self.reader.parser.forget(at_last=at_last)


def load_noting(settings: Settings, *, keeps_parses: bool = False) -> Noting:
    """Load what reads as `settings` say; raise BadInput where the parser is not installed."""
    from dateline.pipeline import load_reader

    try:
        return Noting(load_reader(settings), keeps_parses)
    except OSError as error:
        if "Can't find model" not in str(error):
            raise
        raise BadInput(settings.model, "no spaCy pipeline of that name is installed") from error
