"""Parses as bytes, so that a report is parsed once: spaCy's DocBin, and where each token stands in the text.

Only what parsing found is kept. Everything else follows from the words, the document and the vocabulary.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

import numpy as np
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from dateline.language.parse import Parse, number_sentences
from dateline.model import Document

_ATTRIBUTES: Final = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_HEAD: Final = struct.Struct("<I")


def pack_parse(parse: Parse) -> bytes:
    """Return a parse as bytes, without its document; the same parse gives the same bytes."""
    gaps = np.diff(np.array([parse.start(token) for token in range(len(parse))], dtype=np.uint32), prepend=np.uint32(0))
    starts = zlib.compress(gaps.astype("<u4").tobytes())
    found = DocBin(attrs=_ATTRIBUTES, docs=[parse.doc], store_user_data=False).to_bytes()
    return _HEAD.pack(len(starts)) + starts + found


def unpack_parse(packed: bytes, document: Document, vocab: Vocab) -> Parse:
    """Return the parse that `pack_parse` packed; raise ValueError where the bytes are none, or none of this document."""
    try:
        (size,) = _HEAD.unpack_from(packed)
        gaps = np.frombuffer(zlib.decompress(packed[_HEAD.size : _HEAD.size + size]), dtype="<u4")
        (doc,) = DocBin().from_bytes(packed[_HEAD.size + size :]).get_docs(vocab)
        starts = [int(start) for start in np.cumsum(gaps, dtype=np.int64)]
    except (struct.error, zlib.error, ValueError, KeyError, IndexError, TypeError) as error:
        raise ValueError(f"no parse: {error}") from error
    _check(document, doc, starts)
    return Parse(document, doc, starts, number_sentences(document, doc, find_paragraphs(document, starts)))


def find_paragraphs(document: Document, starts: list[int]) -> list[int]:
    """Return, for each token, the number of the prose block it stands in."""
    ends = np.array([block.span.end for block in document.prose], dtype=np.int64)
    return [int(number) for number in np.searchsorted(ends, starts, side="right")]


def _check(document: Document, doc: Doc, starts: list[int]) -> None:
    """Raise ValueError unless each token stands in the text, capitals aside."""
    if len(starts) != len(doc):
        raise ValueError("no parse: its tokens and their places are not as many")
    text = document.text
    for start, token in zip(starts, doc, strict=True):
        if text[start : start + len(token.text)].lower() != token.text.lower():
            raise ValueError(f"the parse is none of this text: {token.text!r} does not stand at {start}")


def list_words(parse: Parse) -> str:
    """Return the words of a parse as they stand there and as a dictionary has them, each once, joined by blanks."""
    words = {*parse.columns.lower, *(lemma.lower() for lemma in set(parse.columns.lemma))}
    return " ".join(sorted(word for word in words if any(c.isalpha() for c in word)))
