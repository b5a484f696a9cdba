"""The words made of a parse say what spaCy says."""

from __future__ import annotations

import pytest
from spacy.tokens import Token as SpacyToken

from dateline.language import Parse, Token

_VALUES = (
    "i", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_", "whitespace_", "is_punct", "is_alpha",
    "like_num",
)  # fmt: skip


@pytest.fixture
def parses(reader, demo_records) -> list[Parse]:
    return list(reader.parser.parse_many(record.document for record in demo_records[:12]))


def test_words_have_the_values_that_spacy_gives(parses: list[Parse]) -> None:
    for word, token in _pairs(parses):
        assert [getattr(word, name) for name in _VALUES] == [getattr(token, name) for name in _VALUES]


def test_words_are_linked_as_in_spacy(parses: list[Parse]) -> None:
    for word, token in _pairs(parses):
        assert word.head.i == token.head.i
        assert word.left_edge.i == token.left_edge.i
        for name in ("children", "lefts", "rights", "subtree", "conjuncts", "ancestors"):
            assert [w.i for w in getattr(word, name)] == [t.i for t in getattr(token, name)], (name, token)


def test_a_word_knows_its_sentence_and_its_neighbours(parses: list[Parse]) -> None:
    for word, token in _pairs(parses):
        assert (word.sentence.first, word.sentence.last) == (token.sent.start, token.sent.end)
        assert word.doc[word.i] is word
        assert word.is_ancestor(word.children[0]) if word.children else True
    first = parses[0].tokens[0]
    assert first.nbor(1) is parses[0].tokens[1]
    with pytest.raises(IndexError):
        first.nbor(-1)


def test_columns_find_the_words_that_have_all_that_is_wanted(parses: list[Parse]) -> None:
    columns = parses[0].columns
    expected = [t.i for t in parses[0].doc if t.pos_ in ("VERB", "AUX") and t.dep_ == "ROOT"]
    assert columns.find(pos=("VERB", "AUX"), dep=("ROOT",)) == expected


def _pairs(parses: list[Parse]) -> list[tuple[Token, SpacyToken]]:
    return [pair for parse in parses for pair in zip(parse.tokens, parse.doc, strict=True)]
