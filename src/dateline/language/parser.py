"""Parsing: spaCy once per document, tuned for one core.

Header blocks are not parsed; titles written in capitals or in Title Case are brought to sentence case
first, since the parser takes every capital for a name. Offsets are not changed by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from dateline.language.casing import restore_case
from dateline.language.parse import Parse, Sentence
from dateline.model import Block, BlockKind, Document

# A sentence can begin only after one of these; the small model otherwise breaks sentences at names.
_CLOSERS = frozenset(".?!:;…\"'”’»)]}—–-_*|") | {"...", "..", "''", "--", "?!", "!!"}


class Parser:
    """A loaded spaCy pipeline that turns documents into parses."""

    def __init__(self, nlp: Language, proper_words: frozenset[str] = frozenset()) -> None:
        self._nlp = nlp
        self._proper_words = proper_words

    def parse(self, document: Document) -> Parse:
        """Parse one document."""
        return next(self.parse_many([document]))

    def parse_many(self, documents: Iterable[Document], *, batch_size: int = 16) -> Iterator[Parse]:
        """Parse documents in order, several at a time."""
        drafts = (self._draft(document) for document in documents)
        for doc, (document, starts, paragraphs) in self._nlp.pipe(drafts, as_tuples=True, batch_size=batch_size):
            yield Parse(document, doc, starts, _number_sentences(document, doc, paragraphs))

    def _draft(self, document: Document) -> tuple[Doc, tuple[Document, list[int], list[int]]]:
        """Tokenize the prose of a document, block by block, without white space."""
        words: list[str] = []
        spaces: list[bool] = []
        starts: list[int] = []
        paragraphs: list[int] = []
        openings: list[bool | None] = []
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


def _may_open(words: list[str], first: int) -> bool | None:
    """Return False where no sentence can begin, None where the parser may decide."""
    previous = words[-2] if len(words) - 2 >= first else ""
    return None if previous in _CLOSERS or previous[-1:] in ".?!" else False


def _number_sentences(document: Document, doc: Doc, paragraphs: list[int]) -> list[Sentence]:
    kinds = [block.kind for block in document.prose]
    return (
        [
            Sentence(i, s.start, s.end, paragraphs[s.start], kinds[paragraphs[s.start]] is BlockKind.TITLE)
            for i, s in enumerate(doc.sents)
        ]
        if len(doc)
        else []
    )


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
            for node in network.walk():
                node.ops = ops
    return Parser(nlp, proper_words)
