"""The prose of a report as copies are told by it: words without case, points and marks, by sentence and paragraph.

Title, byline, dateline and credits are left out: they are what a paper changes first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import BlockKind, Document

_WORD = re.compile(r"[^\W_]+(?:(?:[.,'’]|(?<=\d)[-/](?=\d))[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\.[A-Z])[.!?…]+[\"”“’')\]]*\s+|\n+")
_NUMBER_WORDS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
}


@dataclass(frozen=True)
class Prose:
    """The words of a report's paragraphs in order, as compared and as printed, and where sentences begin.

    `sentences` and `paragraphs` hold the index of the first word of each; `openings` are the words that open a sentence.
    """

    document: Document
    words: tuple[str, ...]
    shown: tuple[str, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All figures, those written as words among them."""
        return frozenset(word for word in self.words if is_number(word))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words, each once."""
        return frozenset(self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital that do not open a sentence."""
        openings = set(self.sentences)
        return frozenset(
            word
            for index, (word, shown) in enumerate(zip(self.words, self.shown, strict=True))
            if shown[0].isupper() and index not in openings and not is_number(word)
        )

    @cached_property
    def subject(self) -> str | None:
        """The first name of the text; a word that opens a sentence is one where it is never written small and comes again."""
        written = Counter(self.shown)
        openings = set(self.sentences)
        for index, shown in enumerate(self.shown):
            is_sure = index not in openings or (written[shown] > 1 and not written[shown.lower()])
            if shown[0].isupper() and is_sure:
                return self.words[index]
        return None

    def iter_sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the first word of each sentence and the one after its last."""
        yield from zip(self.sentences, (*self.sentences[1:], len(self.words)), strict=True)


def read_prose(document: Document) -> Prose:
    """Return the prose of a document."""
    words: list[str] = []
    shown: list[str] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        paragraphs.append(len(words))
        for sentence in _SENTENCE_END.split(block.span.of(document.text)):
            found = _WORD.findall(sentence)
            if found:
                sentences.append(len(words))
                shown += found
                words += map(fold_word, found)
    return Prose(document, tuple(words), tuple(shown), tuple(sentences), tuple(paragraphs))


def fold_word(word: str) -> str:
    """Return a word as it is compared: in small letters, without points and an owner's 's, small numbers in digits.

    >>> [fold_word(w) for w in ("U.S.", "Turkey’s", "1,750", "3.5", "Eleven")]
    ['us', 'turkey', '1750', '3.5', '11']
    """
    if is_number(word):
        return word.lower().replace(",", "")
    plain = word.lower().removesuffix("'s").removesuffix("’s").translate(_MARKS)
    return _NUMBER_WORDS.get(plain, plain)


def is_number(word: str) -> bool:
    """Tell whether a word is a figure; nearly all are plain letters, and that is told at once."""
    return not word.isalpha() and any(c.isdigit() for c in word)


_MARKS = str.maketrans("", "", ".,'’")
