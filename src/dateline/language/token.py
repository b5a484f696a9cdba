"""A word with all that the parser found about it, read from spaCy once for a whole report.

spaCy keeps numbers and makes a new object, and new strings, each time it is asked for a word. The steps after the
parse ask some twenty times a word, so every word is made once here, as a plain object with plain values. The names
are spaCy's; `doc` is the list of all words of the report.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

_NAMED = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
_NUMBERED = ("HEAD", "ENT_IOB", "SPACY", "IS_PUNCT", "IS_ALPHA", "LIKE_NUM")
_BEGINS = 3  # spaCy's number for the first word of an entity


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` up to, and not including, `last`; `paragraph` counts the document's prose blocks."""

    index: int
    first: int
    last: int
    paragraph: int
    is_title: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """What the parser found, one list for each attribute, one value per token; `head` and `children` are numbers."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    entity: list[str]
    entity_begins: list[bool]
    space_follows: list[bool]
    is_punct: list[bool]
    is_alpha: list[bool]
    like_num: list[bool]
    head: list[int]
    children: list[list[int]]

    def find(self, **wanted: Container[str]) -> list[int]:
        """Return the tokens, in order, that have one of the wanted words in each column (`pos=…`, `lemma=…`)."""
        found: Sequence[int] = range(len(self.text))
        for name, words in wanted.items():
            column = getattr(self, name)
            found = [token for token in found if column[token] in words]
        return list(found)


class Token:
    """A word of a parse: attributes and links as in spaCy, `children` and `subtree` in the order of the text."""

    __slots__ = (
        "children", "dep_", "doc", "ent_type_", "head", "i", "is_alpha", "is_punct", "lemma_", "like_num", "lower_",
        "pos_", "sentence", "tag_", "text", "whitespace_",
    )  # fmt: skip

    head: Token
    """The word this one hangs on; of the top of a sentence, itself."""
    children: list[Token]
    doc: Sequence[Token]
    sentence: Sentence

    def __init__(
        self,
        i: int,
        text: str,
        lower: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
        entity: str,
        space: str,
        is_punct: bool,
        is_alpha: bool,
        like_num: bool,
    ) -> None:
        self.i = i
        self.text = text
        self.lower_ = lower
        self.lemma_ = lemma
        self.tag_ = tag
        self.pos_ = pos
        self.dep_ = dep
        self.ent_type_ = entity
        self.whitespace_ = space
        self.is_punct = is_punct
        self.is_alpha = is_alpha
        self.like_num = like_num

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r})"

    @property
    def lefts(self) -> list[Token]:
        """The children before this word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after this word."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """This word with all that hangs on it, children before it first."""
        found: list[Token] = []
        _gather(self, found)
        return found

    @property
    def left_edge(self) -> Token:
        """The first word of the subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above this one, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """Tell whether this word is above another."""
        return any(token is self for token in other.ancestors)

    @property
    def conjuncts(self) -> list[Token]:
        """The words coordinated with this one, on either side."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:  # grows while it is read
            found.extend(c for c in token.children if c.dep_ == "conj" and c.i > token.i)
        return [token for token in found if token is not self]

    def nbor(self, step: int) -> Token:
        """Return the word so many words on; raise IndexError where the report has none there."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc[self.i + step]


def _gather(token: Token, found: list[Token]) -> None:
    """Add a word and what hangs on it to `found`."""
    added = False
    for child in token.children:
        if not added and child.i > token.i:
            found.append(token)
            added = True
        if child.children:
            _gather(child, found)
        else:
            found.append(child)
    if not added:
        found.append(token)


def read_columns(doc: Doc) -> Columns:
    """Lay out what the parser found in columns; each string is looked up once."""
    size = len(doc)
    table = doc.to_array([*_NUMBERED, *_NAMED]).reshape(size, len(_NUMBERED) + len(_NAMED))
    keys = table[:, len(_NUMBERED) :].T.tolist()
    strings = doc.vocab.strings
    known = {key: strings[key] if key else "" for key in set().union(*keys)}
    text, lower, lemma, tag, pos, dep, entity = ([known[key] for key in column] for column in keys)
    heads: list[int] = (np.arange(size) + table[:, 0].astype(np.int64)).tolist()
    children: list[list[int]] = [[] for _ in range(size)]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    begins = (table[:, 1] == _BEGINS).tolist()
    space, is_punct, is_alpha, like_num = table[:, 2 : len(_NUMBERED)].astype(bool).T.tolist()
    return Columns(
        text, lower, lemma, tag, pos, dep, entity, begins, space, is_punct, is_alpha, like_num, heads, children
    )


def make_tokens(columns: Columns, sentences: Sequence[Sentence]) -> list[Token]:
    """Return the words of a report, linked to each other and to their sentences."""
    spaces = [" " if follows else "" for follows in columns.space_follows]
    tokens = [
        Token(*values)
        for values in zip(
            range(len(spaces)), columns.text, columns.lower, columns.lemma, columns.tag, columns.pos, columns.dep,
            columns.entity, spaces, columns.is_punct, columns.is_alpha, columns.like_num,
            strict=True,
        )
    ]  # fmt: skip
    for sentence in sentences:
        for number in range(sentence.first, sentence.last):
            tokens[number].sentence = sentence
    for token in tokens:
        token.doc = tokens
        token.children = []
    for token, number in zip(tokens, columns.head, strict=True):
        token.head = head = tokens[number]
        if head is not token:
            head.children.append(token)
    return tokens
