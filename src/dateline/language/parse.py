"""The parse of one document: spaCy's tokens, tied to the characters of the document's text.

White space never becomes a token (line breaks inside a paragraph would spoil the syntax), so spaCy's
own character offsets do not hold; `Parse.start`, `Parse.end` and `Parse.span` do.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from spacy.tokens import Doc

from dateline.language.token import Columns, Sentence, Token, make_tokens, read_columns
from dateline.model import BlockKind, Document, Span


class Parse:
    """A document with its tokens and sentences. Token numbers count over the whole document.

    `doc` is spaCy's own; whoever wants words asks for `tokens` or `columns`, which are read from it once.
    """

    def __init__(self, document: Document, doc: Doc, starts: Sequence[int], sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.doc = doc
        self.sentences = tuple(sentences)
        self._starts = list(starts)
        lengths: list[int] = doc.to_array("LENGTH").tolist()
        self._ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        self._spans: dict[tuple[int, int], Span] = {}  # many pieces stand in one sentence
        self.sentence_numbers = [s.index for s in self.sentences for _ in range(s.first, s.last)]

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def text(self) -> str:
        """The document's text, which all spans count into."""
        return self.document.text

    @cached_property
    def columns(self) -> Columns:
        """What the parser found, as one list for each attribute."""
        return read_columns(self.doc)

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of the document, in order."""
        return make_tokens(self.columns, self.sentences)

    def start(self, token: int) -> int:
        """Return the offset of the first character of a token."""
        return self._starts[token]

    def end(self, token: int) -> int:
        """Return the offset after the last character of a token."""
        return self._ends[token]

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to the token before `last`."""
        known = self._spans.get((first, last))
        if known is None:
            known = self._spans[first, last] = Span(start=self._starts[first], end=self._ends[last - 1])
        return known

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` to the token before `last`, as it stands in the document."""
        return self.text[self._starts[first] : self._ends[last - 1]]

    def tokens_in(self, span: Span) -> range:
        """Return the numbers of the tokens that share a character with `span`."""
        return self.tokens_between(span.start, span.end)

    def tokens_between(self, start: int, end: int) -> range:
        """Return the numbers of the tokens that share a character with the text from `start` to the one before `end`."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def sentence_at(self, token: int) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[self.sentence_numbers[token]]

    def tokens_of(self, sentence: Sentence) -> list[Token]:
        """Return the words of a sentence in order."""
        return self.tokens[sentence.first : sentence.last]


def number_sentences(document: Document, doc: Doc, paragraphs: Sequence[int]) -> list[Sentence]:
    """Return the sentences of `doc`; `paragraphs` says in which prose block of the document each token stands."""
    kinds = [block.kind for block in document.prose]
    return (
        [
            Sentence(i, s.start, s.end, paragraphs[s.start], kinds[paragraphs[s.start]] is BlockKind.TITLE)
            for i, s in enumerate(doc.sents)
        ]
        if len(doc)
        else []
    )
