import pytest

from dateline.cli.lines.excerpts import cut_excerpt, plain_words, shorten
from dateline.cli.lines.quotations import Piece, quote
from dateline.model import Span


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("It must stop,", "“It must stop”"),
        ("“It must stop,”", "“It must stop”"),
        ('"It must stop," ', "“It must stop”"),
        ("‘It must stop’,", "“It must stop”"),
        ("We call it “the plan”", "“We call it ‘the plan’”"),
        ('We call it "the plan" and go', "“We call it ‘the plan’ and go”"),
        ("We go.\n\n“Then we return.", "“We go. Then we return.”"),
        ("Do we go?", "“Do we go?”"),
    ],
)
def test_direct_words_stand_in_one_pair_of_marks(words, expected):
    assert quote([Piece(words)], direct=True) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([Piece('for "calm and restraint', " ", '"')], "for “calm and restraint”"),
        ([Piece("of “a planned provocation,", " ", "”")], "of “a planned provocation”"),
        ([Piece("all necessary measures", "“", "”")], "“all necessary measures”"),
        ([Piece("the border would be closed,")], "the border would be closed"),
        ([Piece("he could not go on ‘outsourcing’ it")], "he could not go on ‘outsourcing’ it"),
        ([Piece("closed” by morning")], "closed by morning"),
    ],
)
def test_marks_within_reported_words_come_in_pairs(pieces, expected):
    assert quote(pieces, direct=False) == expected


def test_pieces_are_joined_as_the_sentence_goes_on_or_with_an_ellipsis():
    halves = [Piece("It is an act of war,"), Piece("an attack on everybody.")]
    assert quote(halves, direct=True) == "“It is an act of war, an attack on everybody.”"
    assert quote([Piece("It is war,"), Piece("We will answer.")], direct=True) == "“It is war … We will answer.”"


def test_excerpt_ends_at_the_quotation_it_stands_in_and_before_it_grows_long():
    text = "The minister said “we met them twice” and left for home."
    sentence, trigger = Span(start=0, end=len(text)), Span(start=22, end=25)
    excerpt = cut_excerpt(text, sentence, trigger, with_subject=True)
    assert (excerpt.before, excerpt.trigger, excerpt.after) == ("The minister said “we ", "met", " them twice")
    long = text.replace("twice”", "word " * 60)
    at = {word: Span(start=text.index(word), end=text.index(word) + len(word)) for word in ("left", "home")}
    assert cut_excerpt(text, sentence, at["left"], with_subject=False).before == ""
    assert (
        cut_excerpt(text, sentence, at["home"], with_subject=False).before == "… said “we met them twice” and left for "
    )
    assert cut_excerpt(long, Span(start=0, end=len(long)), trigger, with_subject=False).after.endswith("word …")


def test_words_are_cut_between_words():
    assert shorten("one two three", 100) == "one two three"
    assert shorten("one two, three", 10) == "one two …"
    assert plain_words("“It must—stop,” he said.") == "it must stop he said"
