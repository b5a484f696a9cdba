"""What was said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.findings.citation import Citation
from dateline.situation.findings.found import Found
from dateline.situation.parties.party import Party
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken, Wanted, find_said


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: who said what, in which words.

    `day` is the ISO day it was said on where that is told, else the day of the report; `speaker_words` are the words
    that name a speaker nobody was made out for; `directness` is direct, indirect or mixed; `also` cites the other
    reports that print the same words; `by_person` is who changed what was read.
    """

    number: int
    day: str | None
    speakers: tuple[Party, ...]
    speaker_words: str | None
    words: str
    directness: str
    anonymous: bool
    medium: str | None
    citation: Citation
    also: tuple[Citation, ...]
    by_person: str | None = None


def find_statements(view: View, wanted: Wanted, *, limit: int | None, offset: int) -> Found[Saying]:
    """Return a page of statements, newest first."""
    found, total = find_said(view, wanted, limit=limit, offset=offset)
    return Found(tuple(make_saying(spoken) for spoken in found), total, Saying)


def make_saying(spoken: Spoken) -> Saying:
    """Return a statement as it is answered."""
    row = spoken.row
    return Saying(
        number=row["number"],
        day=row["day"],
        speakers=spoken.by,
        speaker_words=row["speaker_words"],
        words=row["words"],
        directness=row["directness"],
        anonymous=bool(row["anonymous"]),
        medium=row["medium"],
        citation=spoken.citation,
        also=spoken.also,
        by_person=row["by_person"],
    )
