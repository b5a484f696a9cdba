"""Parsing: spaCy once per document, tuned for one core.

Header blocks are not parsed; titles written in capitals or in Title Case are brought to sentence case
first, since the parser takes every capital for a name. Offsets are not changed by that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache, partial
from itertools import islice
from typing import Final

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from dateline.language.casing import restore_case
from dateline.language.embedding import embed_once
from dateline.language.entities import EntityReader
from dateline.language.keeping import unpack_parse
from dateline.language.parse import Parse, number_sentences
from dateline.language.word_rules import WordRules
from dateline.model import Block, BlockKind, Document

# A sentence can begin only after one of these; the small model otherwise breaks sentences at names.
_CLOSERS = frozenset(".?!:;…\"'”’»)]}—–-_*|") | {"...", "..", "''", "--", "?!", "!!"}

Step = Callable[[Sequence[Doc]], None]
"""What sets something of parsed docs, in place."""

MEMORY: Final = 2_000_000
"""Characters after which new words are forgotten. Forgetting costs what the next thousand reports save; each 2 million
characters of wire copy bring some five thousand words."""


class Parser:
    """A loaded spaCy pipeline that turns documents into parses."""

    def __init__(self, nlp: Language, proper_words: frozenset[str] = frozenset()) -> None:
        self._nlp = nlp
        self._steps = _take_over(nlp)
        self._proper_words = proper_words
        self._unforgotten = 0
        self._zone: AbstractContextManager[object] | None = None

    def unpack(self, packed: bytes, document: Document) -> Parse:
        """Return a parse that was packed, without parsing; raise ValueError where it is none of this document."""
        return unpack_parse(packed, document, self._nlp.vocab)

    def forget(self, *, at_last: bool = False) -> None:
        """Free the words of earlier parses where they have become many; no parse may be in use any more.

        The vocabulary otherwise grows with every new word. Words that come first are kept for good, later ones only
        until they are forgotten, and after `at_last` again for good.
        """
        if not at_last and self._unforgotten < MEMORY:
            return
        self._unforgotten = 0
        if self._zone is not None:
            self._zone.__exit__(None, None, None)
            self._zone = None
        if not at_last:
            self._zone = self._nlp.memory_zone()
            self._zone.__enter__()

    def parse(self, document: Document) -> Parse:
        """Parse one document."""
        return next(self.parse_many([document]))

    def parse_many(self, documents: Iterable[Document], *, batch_size: int = 16) -> Iterator[Parse]:
        """Parse documents in order, several at a time."""
        drafts = (self._draft(document) for document in documents)
        found = self._nlp.pipe(drafts, as_tuples=True, batch_size=batch_size)
        while batch := list(islice(found, batch_size)):
            for step in self._steps:
                step([doc for doc, _ in batch])
            for doc, (document, starts, paragraphs) in batch:
                yield Parse(document, doc, starts, number_sentences(document, doc, paragraphs))

    def _draft(self, document: Document) -> tuple[Doc, tuple[Document, list[int], list[int]]]:
        """Tokenize the prose of a document, block by block, without white space."""
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[int] = []
        paragraphs: list[int] = []
        openings: list[bool | None] = []
        self._unforgotten += len(document.text)
        for number, block in enumerate(document.prose):
            before = len(words)
            for token in self._nlp.make_doc(self._read_block(document, block)):
                if token.is_space:
                    if len(words) > before:
                        spaces[-1] = True
                    continue
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
                starts.append(block.span.start + token.idx)
                paragraphs.append(number)
                openings.append(True if len(words) - 1 == before else _may_open(words, before))
        doc = Doc(self._nlp.vocab, words=words, spaces=spaces, sent_starts=openings)  # type: ignore[arg-type]
        return doc, (document, starts, paragraphs)

    def _read_block(self, document: Document, block: Block) -> str:
        text = block.span.of(document.text)
        if block.kind is BlockKind.TITLE:
            return restore_case(text, document, self._proper_words)
        return text


def _take_over(nlp: Language) -> list[Step]:
    """Take the last components out of a pipeline, as far as there is something that does their work here; return that."""
    steps: list[Step] = []
    for name, component in reversed(nlp.pipeline):
        step = _stand_in(component)
        if step is None:
            break
        steps.insert(0, step)
        nlp.disable_pipe(name)
    return steps


def _stand_in(component: object) -> Step | None:
    """Return what does the work of a component, None where nothing does."""
    if EntityReader.can_replace(component):
        return EntityReader(component).annotate
    if isinstance(component, AttributeRuler):
        return WordRules(component).annotate
    if isinstance(component, Lemmatizer):
        return partial(_lemmatize, component)
    return None


def _lemmatize(lemmatizer: Lemmatizer, docs: Sequence[Doc]) -> None:
    for doc in docs:
        lemmatizer(doc)


def _may_open(words: list[str], first: int) -> bool | None:
    """Return False where no sentence can begin, None where the parser may decide."""
    previous = words[-2] if len(words) - 2 >= first else ""
    return None if previous in _CLOSERS or previous[-1:] in ".?!" else False


@lru_cache(maxsize=2)
def load_parser(model: str, proper_words: frozenset[str] = frozenset()) -> Parser:
    """Load the spaCy pipeline called `model`; raise OSError when it is not installed.

    thinc's own BLIS is slower here than the BLAS that NumPy brings, so every layer is told to use the latter, in one
    thread: the matrices are small, and more threads only wait for each other. The annotation is the same.
    """
    threadpool_limits(limits=1, user_api="blas")
    nlp = spacy.load(model)
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        if network is not None and hasattr(network, "walk"):
            embed_once(network)
            for node in network.walk():
                node.ops = ops
    return Parser(nlp, proper_words)
