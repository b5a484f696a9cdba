"""Parts of speech, features and lemmas of a parse are those that spaCy's own components set."""

from __future__ import annotations

import spacy

from dateline.settings import Settings
from dateline.sources import make_document

ODD = """Odd words

There's nothing we can't do; we ain't gonna stop, y'all. Let's go! C'm on, they gotta see that he'd better not.
The New York Times said "nah". Who's there? It's hers, not theirs.
"""


def test_words_are_annotated_as_by_spacys_own_components(reader, demo_records):
    nlp = spacy.load(Settings().model)
    components = [nlp.get_pipe(name) for name in ("attribute_ruler", "lemmatizer")]
    documents = [*(record.document for record in demo_records), make_document(ODD)]
    for parse in reader.parser.parse_many(documents):
        plain = parse.doc.copy()
        plain.from_array(["POS", "MORPH", "LEMMA"], plain.to_array(["POS", "MORPH", "LEMMA"]) * 0)
        for component in components:
            plain = component(plain)
        for token, expected in zip(parse.doc, plain, strict=True):
            assert (token.pos_, str(token.morph), token.lemma_) == (expected.pos_, str(expected.morph), expected.lemma_)
            assert (token.tag_, token.dep_) == (expected.tag_, expected.dep_)
