"""A network that embeds each word once gives the vectors of one that embeds all."""

from __future__ import annotations

import numpy as np
import spacy

from dateline.language.embedding import embed_once
from dateline.settings import Settings


def test_vectors_are_the_same_to_the_bit(demo_records):
    plain, once = (spacy.load(Settings().model).get_pipe("tok2vec").model for _ in range(2))
    embed_once(once)
    nlp = spacy.blank("en")
    docs = [nlp.make_doc(record.document.text) for record in demo_records[:6]]
    docs += [nlp.make_doc("the the The the"), nlp.make_doc("word")]
    for expected, found in zip(plain.predict(docs), once.predict(docs), strict=True):
        assert np.array_equal(expected, found)
    assert once.predict([docs[-1]])[0].shape == (1, 96)
