"""The words of a parse as plain lists: asking spaCy word by word would cost more than all the finding."""

from __future__ import annotations

from dateline.knowledge.names import fold
from dateline.language import Parse

_ARABIC = frozenset({"al", "el", "ad", "as", "ash"})
_DETERMINERS = frozenset({"the", "a", "an", ""})


class Tokens:
    """Words, folded words and entities of one parse.

    `openings` are the tokens at which a name can begin, `entities` maps the first token of each to its end and label.
    """

    __slots__ = ("doc", "entities", "folded", "labels", "openings", "parse", "texts")

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.doc = parse.tokens
        self.texts = parse.columns.text
        self.folded = list(map(fold, self.texts))
        self.openings = [
            i
            for i, text in enumerate(self.texts)
            if text[:1].isupper() or (text in _ARABIC and self.is_capital(i + 2))  # "al-Hol"
        ]
        opening = {sentence.first for sentence in parse.sentences}
        self.openings = [i for i in self.openings if i not in opening or self.folded[i] not in _DETERMINERS]
        self.labels: dict[int, str] = {}
        self.entities: dict[int, tuple[int, str]] = {}
        for entity in parse.doc.ents:
            first, last, label = entity.start, entity.end, entity.label_
            while first < last and self.folded[first] in _DETERMINERS:
                first += 1
            while last > first and self.folded[last - 1] in ("s", ""):
                last -= 1
            if first < last:
                self.entities[first] = (last, label)
                self.labels.update(dict.fromkeys(range(first, last), label))

    def __len__(self) -> int:
        return len(self.texts)

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is there and begins with a capital."""
        text = self.texts[index] if 0 <= index < len(self.texts) else ""
        return text[:1].isupper()

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` to the token before `last`."""
        return self.parse.words(first, last)

    def bounds(self, index: int) -> tuple[int, int]:
        """Return the first token of a word's sentence and the one after its last."""
        sentence = self.parse.sentence_at(index)
        return sentence.first, sentence.last
