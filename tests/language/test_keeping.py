from datetime import date

import pytest

from dateline.language import list_words, pack_parse
from dateline.sources import make_document

TEXT = """FRANCE EXPELS TWO RUSSIAN DIPLOMATS

By Ann Reporter

PARIS, Nov. 26 (Reuters) - France’s ministers didn't meet on Tuesday; they “shot down” the cease-fire
in
 Moscow.

A second paragraph: 3.5 million people in the U.S. had fled, said Mr. Dupont.
"""
LAYERS = ("times", "actors", "places", "events", "statements", "positions")


@pytest.fixture
def document():
    return make_document(TEXT, published=date(2015, 11, 26))


def test_parse_that_was_kept_gives_the_same_record_to_the_byte(reader, document, demo_records):
    for one in [document, *(record.document for record in demo_records)]:
        parse = reader.parser.parse(one)
        again = reader.parser.unpack(pack_parse(parse), one)
        assert again.sentences == parse.sentences
        assert [again.span(i, i + 1) for i in range(len(again))] == [parse.span(i, i + 1) for i in range(len(parse))]
        assert reader.read_parse(again).to_json() == reader.read_parse(parse).to_json()
        assert pack_parse(again) == pack_parse(parse)


def test_parse_of_a_report_without_a_word_is_kept_too(reader):
    empty = make_document("—\n", published=date(2015, 11, 26))
    parse = reader.parser.parse(empty)
    assert len(reader.parser.unpack(pack_parse(parse), empty)) == len(parse)


@pytest.mark.parametrize("spoil", [lambda b: b"", lambda b: b[:40], lambda b: b"\xff" * 60, lambda b: b[:-9]])
def test_bytes_that_are_no_parse_are_told_so(reader, document, spoil):
    packed = spoil(pack_parse(reader.parser.parse(document)))
    with pytest.raises(ValueError, match="no parse"):
        reader.parser.unpack(packed, document)


def test_parse_of_another_text_is_refused(reader, document):
    other = make_document(TEXT.replace("Moscow", "London"), published=date(2015, 11, 26))
    with pytest.raises(ValueError, match="none of this text"):
        reader.parser.unpack(pack_parse(reader.parser.parse(document)), other)


def test_words_are_listed_as_they_stand_and_as_a_dictionary_has_them(reader, document):
    words = list_words(reader.parser.parse(document)).split()
    assert {"shot", "shoot", "people", "u.s.", "fled", "flee", "cease", "fire"} <= set(words)
    assert words == sorted(set(words))
    assert "3.5" not in words


def test_forgetting_words_changes_no_parse(reader, demo_records):
    documents = [record.document for record in demo_records[:4]]
    before = [pack_parse(parse) for parse in reader.parser.parse_many(documents)]
    try:
        for _ in range(3):
            reader.parser._unforgotten = 10**9
            reader.parser.forget()
            assert [pack_parse(parse) for parse in reader.parser.parse_many(documents)] == before
    finally:
        reader.parser.forget(at_last=True)
    assert [pack_parse(parse) for parse in reader.parser.parse_many(documents)] == before
