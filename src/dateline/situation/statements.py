"""What was said."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.situation.citation import Citation
from dateline.situation.parties import Party


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement: who said what, in which words.

    `day` is the ISO day it was said on where that is told, else the day of the report; `speaker_words` are the words
    that name a speaker nobody was made out for; `directness` is direct, indirect or mixed; `also` cites the other
    reports that print the same words.
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
