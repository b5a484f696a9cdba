"""Words to pieces of the encoder's vocabulary: lower case, no accents, greedy longest match (WordPiece).

Made for the parser's own tokens, so that pieces and tokens need no alignment afterwards.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

_UNKNOWN: Final = "[UNK]"
_LONGEST: Final = 100  # characters; a longer run is one unknown piece, as in BERT
_MOST: Final = 24  # pieces of one word that are kept; only addresses and tables have more
_CACHED: Final = 50_000  # words; names keep coming, so the memory has an end


class WordPieces:
    """The vocabulary, and the pieces of every word met so far."""

    def __init__(self, path: Path) -> None:
        """Read one piece a line; the line is its number."""
        pieces = path.read_text(encoding="utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(pieces) if piece}
        self._met: dict[str, tuple[int, ...]] = {}
        self.begin = self._numbers["[CLS]"]
        self.end = self._numbers["[SEP]"]
        self.padding = self._numbers["[PAD]"]

    def split(self, word: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word; at least one."""
        found = self._met.get(word)
        if found is None:
            parts = [number for part in _divide(word) for number in self._match(part)]
            found = tuple(parts[:_MOST]) or (self._numbers[_UNKNOWN],)
            if len(self._met) < _CACHED:
                self._met[word] = found
        return found

    def _match(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self._numbers[_UNKNOWN]]
        numbers: list[int] = []
        first = 0
        while first < len(part):
            prefix = "##" if first else ""
            for end in range(len(part), first, -1):
                number = self._numbers.get(prefix + part[first:end])
                if number is not None:
                    numbers.append(number)
                    first = end
                    break
            else:
                return [self._numbers[_UNKNOWN]]
        return numbers


def _divide(word: str) -> list[str]:
    """Return the word in lower case without accents, cut at punctuation, which stands alone."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = []
    joined = False
    for character in plain:
        category = unicodedata.category(character)
        if character.isspace():
            joined = False
        elif category in ("Cc", "Cf"):
            continue
        elif _stands_alone(character, category) or not joined:
            parts.append(character)
            joined = not _stands_alone(character, category)
        else:
            parts[-1] += character
    return parts


def _stands_alone(character: str, category: str) -> bool:
    """Tell what BERT cuts off: punctuation, every ASCII sign that is no letter or digit, and Chinese characters."""
    if category.startswith("P") or "\u4e00" <= character <= "\u9fff":
        return True
    return character.isascii() and not character.isalnum()
