"""The entities of a parse are those that spaCy's own recognizer finds."""

from __future__ import annotations

import spacy

from dateline.language.entities import EntityReader
from dateline.settings import Settings
from dateline.sources import make_document

NAMES = """Obama, Hollande

Francois Hollande met Barack Obama of the United States on Tuesday, 24 November 2015. New York. The United Nations
Security Council Resolution 2249 passed. In the Republic of
"""


def test_entities_are_those_of_spacys_recognizer(reader, demo_records):
    texts = [record.document for record in demo_records] + [make_document(NAMES)]
    parses = list(reader.parser.parse_many(texts))
    recognizer = spacy.load(Settings().model).get_pipe("ner")
    for parse in parses:
        found = [(e.start, e.end, e.label_) for e in parse.doc.ents]
        plain = parse.doc.copy()
        plain.set_ents([], default="missing")
        expected = recognizer(plain)
        assert found == [(e.start, e.end, e.label_) for e in expected.ents]
        assert [t.ent_iob for t in parse.doc] == [t.ent_iob for t in expected]


def test_texts_without_a_word_and_batches_of_them_are_read(reader):
    empty, full = make_document("—\n"), make_document(NAMES)
    for documents in ([empty], [empty, full, empty], [full]):
        assert len(list(reader.parser.parse_many(documents))) == len(documents)


def test_only_a_greedy_recognizer_can_be_replaced():
    nlp = spacy.load(Settings().model)
    assert EntityReader.can_replace(nlp.get_pipe("ner"))
    assert not EntityReader.can_replace(nlp.get_pipe("parser"))
