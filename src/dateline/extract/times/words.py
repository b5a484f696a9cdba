"""The words of a stretch of text, as the grammar of times reads them.

The grammar has its own words, because spaCy's tokens depend on the model, run "3-1/2" together with
what follows, and leave out the header. One regular expression cuts a whole block once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Dates and clock times written in digits stay whole; hyphens, dots and quotes are words of their own.
_WORD = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)"
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)"
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)"
    r"|\d+(?:,\d{3})*(?:\.\d+)?(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    r"|[^\W\d_]+"
    r"|\S"
)
_LIKENESS = str.maketrans({"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one block: `lower` for looking up, `starts` and `ends` into the document's text."""

    text: str
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.lower)

    def written(self, number: int) -> str:
        """Return a word as it stands in the text; "" outside the block."""
        return self.text[self.starts[number] : self.ends[number]] if 0 <= number < len(self.lower) else ""

    def at(self, number: int) -> str:
        """Return a word in lower case; "" outside the block."""
        return self.lower[number] if 0 <= number < len(self.lower) else ""

    def is_joined(self, number: int) -> bool:
        """Tell whether a word follows the one before it without white space."""
        return 0 < number < len(self.lower) and self.ends[number - 1] == self.starts[number]


def split_words(text: str, start: int, end: int) -> Words:
    """Cut the characters `start` to `end` of a text into words; dashes and apostrophes are made alike."""
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    lower = [text[a:b].lower() for a, b in spans]
    for number, word in enumerate(lower):
        if len(word) == 1 and not word.isascii():
            lower[number] = word.translate(_LIKENESS)
    return Words(text, lower, [a for a, _ in spans], [b for _, b in spans])
